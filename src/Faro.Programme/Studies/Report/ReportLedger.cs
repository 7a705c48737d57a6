// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Steps;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Report;

/// <summary>Every estimate that was tried, which one is published and why, and who stands for its assumptions.</summary>
/// <param name="Analyses">In the order they were tried.</param>
/// <param name="Headline">Number of the one that is published; null while none is.</param>
/// <param name="Choice">A kind of <see cref="HeadlineChoice"/>, or empty.</param>
/// <param name="Reason">Why that one, in the words of whoever chose it.</param>
/// <param name="Words">What the analyst adds to the wording for publication.</param>
/// <param name="Signature">Null while nobody has signed for the lists as they are.</param>
/// <param name="Withheld">Whether the numbers wait for a signature.</param>
public sealed record ReportLedger(
    IReadOnlyList<ReportAnalysis> Analyses,
    int? Headline,
    string Choice,
    LocalText Reason,
    LocalText Words,
    ReportSignature? Signature,
    bool Withheld
);

/// <param name="Number">From 1.</param>
/// <param name="Id">Null on the command line.</param>
/// <param name="State">One of <see cref="AnalysisStates"/>.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Why">In the analyst's words, or empty.</param>
/// <param name="By">Who asked, or empty.</param>
/// <param name="At">UTC.</param>
/// <param name="InputsHash">SHA-256 (hex); empty until it ran.</param>
/// <param name="Belief">As in <see cref="EstimateFigure"/>; empty without a result.</param>
/// <param name="Range">Its headline; null when it has none or the numbers wait for a signature.</param>
public sealed record ReportAnalysis(
    int Number,
    Guid? Id,
    string State,
    AnalysisSettings Settings,
    string Why,
    string By,
    DateTimeOffset At,
    string InputsHash,
    string Belief,
    RangeRow? Range
)
{
    /// <summary>Whether it can be gone on with.</summary>
    public bool Stopped =>
        State is AnalysisStates.Partial or AnalysisStates.Stopped or AnalysisStates.Failed;
}

/// <param name="Name">Of the signer.</param>
/// <param name="At">UTC.</param>
/// <param name="Answers">One for every assumption.</param>
public sealed record ReportSignature(
    string Name,
    DateTimeOffset At,
    IReadOnlyList<AssumptionAnswer> Answers
);

/// <summary>Puts the ledger of a study together.</summary>
internal static class ReportLedgers
{
    /// <param name="study">With its ledger.</param>
    /// <param name="nameOf">Name of an account.</param>
    /// <param name="minimum">The programme's minimum cell.</param>
    /// <param name="withholds">Whether the numbers wait for a signature; who works on the study sees them before.</param>
    /// <returns>Null when nothing was tried.</returns>
    public static ReportLedger? Of(
        Study study,
        Func<Guid?, string> nameOf,
        int minimum,
        bool withholds = true
    )
    {
        if (study.Analyses.Count == 0)
        {
            return null;
        }

        var withheld = !Signed.MayPublish(study, minimum);
        var choice = study.Choice();
        var sign = Signed.Holding(study, minimum);
        return new ReportLedger(
            [
                .. study
                    .Analyses.OrderBy(analysis => analysis.Number)
                    .Select(analysis => One(analysis, nameOf, withheld && withholds)),
            ],
            study.HeadlineAnalysis()?.Number,
            choice?.Kind ?? "",
            choice is null ? LocalText.Empty : new LocalText(choice.ReasonEs, choice.ReasonEn),
            choice is null ? LocalText.Empty : new LocalText(choice.WordsEs, choice.WordsEn),
            sign is null ? null : new ReportSignature(sign.Name, sign.SignedAt, sign.ReadAnswers()),
            withheld
        );
    }

    /// <summary>Who asked for the analyses of a study, by their account.</summary>
    public static async Task<Func<Guid?, string>> NamesAsync(
        FaroDb db,
        Study study,
        CancellationToken cancellation
    )
    {
        var askers = study.Analyses.Select(analysis => analysis.RequestedBy).ToList();
        var people = await db
            .Users.Where(user => askers.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellation);
        return who => who is { } id ? people.GetValueOrDefault(id, "") : "";
    }

    /// <summary>The figure as its signature lets it be read.</summary>
    public static IEnumerable<ReportFigure> Shown(
        IEnumerable<ReportFigure> figures,
        ReportLedger? ledger
    ) =>
        ledger switch
        {
            null => figures,
            { Withheld: true } => figures
                .Where(figure => figure.Data is not (SensitivityFigure or RealityFigure))
                .Select(figure =>
                    figure.Data is EstimateFigure estimate
                        ? figure with
                        {
                            Data = estimate.Withheld(AnalysisRefusals.NotSigned),
                        }
                        : figure
                ),
            _ => figures.Select(figure => figure with { Data = Doubted(figure.Data, ledger) }),
        };

    /// <summary>With a reason for caution for each assumption that its signer says does not hold.</summary>
    public static FigureData Doubted(FigureData figure, ReportLedger? ledger) =>
        figure is EstimateFigure { HasNumber: true } estimate && ledger is not null
            ? estimate.Doubted(Broken(ledger))
            : figure;

    private static List<FigureNotice> Broken(ReportLedger ledger) =>
        [
            .. (ledger.Signature?.Answers ?? [])
                .Where(answer => answer.Answer == Assumptions.DoesNotHold)
                .Select(answer => new FigureNotice(EstimateFigure.AssumptionFails, answer.Code)),
        ];

    private static ReportAnalysis One(
        StudyAnalysis analysis,
        Func<Guid?, string> nameOf,
        bool withheld
    )
    {
        var estimate = analysis.ReadEstimate();
        return new ReportAnalysis(
            analysis.Number,
            analysis.Id == Guid.Empty ? null : analysis.Id,
            analysis.State,
            analysis.ReadSettings(),
            analysis.Why,
            nameOf(analysis.RequestedBy),
            analysis.RequestedAt,
            analysis.InputsHash,
            estimate?.Belief ?? "",
            withheld ? null : estimate?.Range
        );
    }
}
