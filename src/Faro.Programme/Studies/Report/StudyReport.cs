// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Report;

/// <summary>A study as it is read: ordered chapters with their texts and figures. The same record for page, PDF and command line.</summary>
/// <param name="Id">Null on the command line, which knows no database.</param>
/// <param name="Title">Both languages.</param>
/// <param name="Question">Both languages.</param>
/// <param name="Agency">Who makes it.</param>
/// <param name="Territory">INEGI code, or empty.</param>
/// <param name="TerritoryName">In words.</param>
/// <param name="PeriodFrom">First day.</param>
/// <param name="PeriodTo">Last day, included.</param>
/// <param name="MadeAt">When the newest figure was made; null when there is none.</param>
/// <param name="Closed">Whether it can still change.</param>
/// <param name="MinimumCell">Counts under it are hidden.</param>
/// <param name="Chapters">Those with a text or a figure, in the order of <see cref="StudyParts"/>.</param>
/// <param name="Ledger">What was tried for the estimate and who stands for it; null when nothing was.</param>
public sealed record StudyReport(
    Guid? Id,
    LocalText Title,
    LocalText Question,
    string Agency,
    string Territory,
    string TerritoryName,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateTimeOffset? MadeAt,
    bool Closed,
    int MinimumCell,
    IReadOnlyList<ReportChapter> Chapters,
    ReportLedger? Ledger = null
)
{
    public IEnumerable<ReportFigure> Figures => Chapters.SelectMany(chapter => chapter.Figures);
}

/// <param name="Part">One of <see cref="StudyParts"/>.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Figures">In order.</param>
public sealed record ReportChapter(
    string Part,
    LocalText Text,
    IReadOnlyList<ReportFigure> Figures
);

/// <param name="Number">Through the whole report, from 1.</param>
/// <param name="Code">The figure's code, unique in the study.</param>
/// <param name="Kind">Table, number or chart.</param>
/// <param name="Data">What it shows.</param>
/// <param name="Provenance">How it was made.</param>
public sealed record ReportFigure(
    int Number,
    string Code,
    string Kind,
    FigureData Data,
    FigureProvenance Provenance
);

/// <param name="InputsHash">SHA-256 (hex) of everything it was made from.</param>
/// <param name="Settings">JSON of the settings.</param>
/// <param name="Seed">Where random choices began.</param>
/// <param name="Versions">Part of Faro → its version.</param>
/// <param name="MadeAt">UTC.</param>
public sealed record FigureProvenance(
    string InputsHash,
    string Settings,
    long Seed,
    IReadOnlyDictionary<string, string> Versions,
    DateTimeOffset MadeAt
);
