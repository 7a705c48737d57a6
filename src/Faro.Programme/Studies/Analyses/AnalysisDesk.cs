// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Studies.Report;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Analyses;

/// <summary>What an analyst works on: the ledger of a study, unwithheld, and the figures of one of its analyses.</summary>
/// <param name="Ledger">Null while nothing was tried.</param>
/// <param name="Shown">Number of the analysis whose figures these are; null when there is none to show.</param>
/// <param name="Figures">Protected, in order, numbered from 1.</param>
/// <param name="RunningJob">The job that works on an analysis now, or null.</param>
/// <param name="RunningId">That analysis.</param>
public sealed record AnalysisDesk(
    ReportLedger? Ledger,
    int? Shown,
    IReadOnlyList<ReportFigure> Figures,
    Guid? RunningJob,
    Guid? RunningId
)
{
    /// <param name="db">A reader.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="id">The study.</param>
    /// <param name="number">The analysis to show; null takes the headline.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when there is no such study for this person.</returns>
    public static async Task<AnalysisDesk?> ReadAsync(
        FaroDb db,
        Actor actor,
        Guid id,
        int? number,
        CancellationToken cancellation
    )
    {
        var study = await db
            .Studies.VisibleTo(actor)
            .AsNoTracking()
            .Include(each => each.Sources)
            .Include(each => each.Figures)
            .Include(each => each.Analyses)
            .Include(each => each.Headlines)
            .Include(each => each.Signatures)
            .AsSplitQuery()
            .FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (study is null)
        {
            return null;
        }

        var names = await ReportLedgers.NamesAsync(db, study, cancellation);
        var minimum = await OwnStudy.MinimumAsync(db, cancellation);
        // Whoever may see an open study works on it; what they may publish is another question.
        var ledger = ReportLedgers.Of(study, names, minimum, withholds: study.IsClosed);
        var wanted = number ?? ledger?.Headline;
        var shown =
            study.Analyses.Find(each => each.Number == wanted && each.HasFigures)
            ?? study.Analyses.Where(each => each.HasFigures).MaxBy(each => each.Number);
        var running = study.Analyses.Find(each => each.State == AnalysisStates.Running);
        return new AnalysisDesk(
            ledger,
            shown?.Number,
            shown is null ? Before(study)
                : study.IsClosed && ledger?.Withheld == true ? []
                : Numbered(shown, ledger),
            running?.JobId,
            running?.Id
        );
    }

    /// <summary>What an earlier version made, which kept no ledger.</summary>
    private static IReadOnlyList<ReportFigure> Before(Study study) =>
        study.Analyses.Count > 0
            ? []
            :
            [
                .. study
                    .Figures.Where(figure => figure.Step == StudySteps.Estimate)
                    .Select((figure, i) => StudyReports.Read(figure) with { Number = i + 1 }),
            ];

    private static List<ReportFigure> Numbered(StudyAnalysis analysis, ReportLedger? ledger) =>
        [
            .. analysis
                .ReadFigures()
                .Select(
                    (figure, i) =>
                        new ReportFigure(
                            i + 1,
                            figure.Code,
                            figure.Kind,
                            ReportLedgers.Doubted(figure.Data, ledger),
                            new FigureProvenance(
                                analysis.InputsHash,
                                analysis.Settings,
                                analysis.ReadSettings().Seed,
                                JsonSerializer.Deserialize<SortedDictionary<string, string>>(
                                    analysis.Versions,
                                    StudyJson.Plain
                                )!,
                                analysis.EndedAt ?? analysis.RequestedAt
                            )
                        )
                ),
        ];
}
