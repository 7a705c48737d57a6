// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Jobs;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Report;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Studies;

public sealed class AnalysisTests
{
    private const string Table =
        "A,B,C,count\n1,0,0,400\n0,1,0,300\n0,0,1,350\n1,1,0,60\n1,0,1,70\n0,1,1,50\n1,1,1,20\n";

    private static readonly AnalysisSettings Quick = StudyBed.Quick;

    [Theory]
    [EveryDatabase]
    public async Task The_first_analysis_is_the_headline_and_no_later_one_by_itself(
        DatabaseKind kind
    )
    {
        await using var bed = await StudyBed.StartAsync(kind);
        var study = await WithListsAsync(bed);

        await bed.TryAsync(study, Quick, "La primera");
        await bed.TryAsync(study, Quick with { PairThreshold = 0.2 }, "Con más pares");

        var ledger = (await ReportAsync(bed, study)).Ledger!;
        Assert.Equal((1, HeadlineChoice.First), (ledger.Headline, ledger.Choice));
        Assert.Equal(["La primera", "Con más pares"], ledger.Analyses.Select(a => a.Why));
        Assert.Equal(2, ledger.Analyses.Select(a => a.InputsHash).Distinct().Count());
        Assert.Equal((StepStates.Done, ""), await bed.StepAsync(study, StudySteps.Estimate));
    }

    [Fact]
    public async Task Another_headline_needs_a_reason_which_the_report_prints()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await WithListsAsync(bed);
        await bed.TryAsync(study, Quick, "La primera");
        await bed.TryAsync(study, Quick with { Level = 0.9 }, "Otro nivel");
        var second = await bed.Programme.ReadAsync(db =>
            db.StudyAnalyses.SingleAsync(each => each.Number == 2)
        );
        var input = new ChooseAnalysisInput(study, second.Id, " ", "", "", "");

        var refused = await bed.Programme.RunAsync(
            bed.Programme.Get<ChooseAnalysis>(),
            bed.Analyst,
            input
        );
        await bed.Programme.DoneAsync(
            bed.Programme.Get<ChooseAnalysis>(),
            bed.Analyst,
            input with
            {
                ReasonEs = "El comité pidió 90 %",
            }
        );

        Assert.Equal(AnalysisRefusals.ReasonMissing, refused.Refusals.Single().Code);
        var ledger = (await ReportAsync(bed, study)).Ledger!;
        Assert.Equal((2, HeadlineChoice.Chosen), (ledger.Headline, ledger.Choice));
        Assert.Equal("El comité pidió 90 %", ledger.Reason.Es);
        var figure = (await bed.FiguresAsync(study)).Single(f => f.Code == "estimate");
        Assert.Equal(0.9, ((EstimateFigure)figure.Read()).Level);
        // The choice before it stays.
        Assert.Equal(2, await bed.Programme.ReadAsync(db => db.StudyHeadlines.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task Without_a_signature_the_numbers_are_withheld_and_the_study_stays_open(
        DatabaseKind kind
    )
    {
        await using var bed = await StudyBed.StartAsync(kind);
        var study = await WithListsAsync(bed);
        await bed.TryAsync(study, Quick with { Sensitivity = true, Simulations = 20 }, "Una");

        var unsigned = Estimate(await ReportAsync(bed, study));
        Assert.False(unsigned.HasNumber);
        Assert.Null(unsigned.Range);
        Assert.Equal(AnalysisRefusals.NotSigned, unsigned.Reasons[0].Code);
        Assert.Equal(AnalysisRefusals.NotSigned, (await CloseAsync(bed, study)).Single().Code);

        await SignAsync(bed, study, Assumptions.Holds);

        var signed = await ReportAsync(bed, study);
        Assert.NotNull(Estimate(signed).Range);
        Assert.Contains(signed.Figures, figure => figure.Data is SensitivityFigure);
        Assert.Contains(signed.Figures, figure => figure.Data is RealityFigure);
        Assert.Equal("Ana Ruiz", signed.Ledger!.Signature!.Name);
        Assert.Empty(await CloseAsync(bed, study));
    }

    [Fact]
    public async Task An_assumption_that_fails_is_a_reason_for_caution_with_its_name()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await WithListsAsync(bed);
        await bed.TryAsync(study, Quick, "Una");

        await SignAsync(bed, study, Assumptions.DoesNotHold);

        var figure = Estimate(await ReportAsync(bed, study));
        Assert.Equal(EstimateFigure.Caution, figure.Belief);
        Assert.Equal(
            Assumptions.Codes,
            figure
                .Reasons.Where(reason => reason.Code == EstimateFigure.AssumptionFails)
                .Select(reason => reason.Values.Single())
        );
    }

    [Fact]
    public async Task A_signature_names_every_assumption_and_its_evidence()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await WithListsAsync(bed);
        await bed.TryAsync(study, Quick, "Una");

        var refused = await bed.Programme.RunAsync(
            bed.Programme.Get<SignAssumptions>(),
            bed.Analyst,
            new SignAssumptionsInput(
                study,
                "",
                [new AssumptionAnswer("closed-population", Assumptions.Holds, " ")]
            )
        );

        Assert.Equal(
            Assumptions.Codes.Count - 1,
            refused.Refusals.Count(r => r.Code == AnalysisRefusals.AnswerMissing)
        );
        Assert.Contains(
            refused.Refusals,
            r =>
                r.Code == AnalysisRefusals.EvidenceMissing
                && r.Field == "Evidence.closed-population"
        );
        Assert.Contains(refused.Refusals, r => r.Code == AnalysisRefusals.NameMissing);
    }

    [Fact]
    public async Task A_signature_is_for_the_lists_it_was_given_for()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await WithListsAsync(bed);
        await bed.TryAsync(study, Quick, "Una");
        await SignAsync(bed, study, Assumptions.Holds);
        var source = await bed.Programme.ReadAsync(db => db.StudySources.SingleAsync());
        await bed.Programme.DoneAsync(
            bed.Programme.Get<RemoveSource>(),
            bed.Analyst,
            new RemoveSourceInput(source.Id)
        );
        await bed.LoadAsync(
            study,
            SourceKinds.OverlapTable,
            "Listas",
            Table.Replace("400", "401", StringComparison.Ordinal)
        );
        await bed.RunAsync(study, StudySteps.Lists);
        await bed.TryAsync(study, Quick, "Con la lista corregida");

        var report = await ReportAsync(bed, study);

        Assert.Null(report.Ledger!.Signature);
        Assert.False(Estimate(report).HasNumber);
        Assert.Equal((2, HeadlineChoice.NewLists), (report.Ledger.Headline, report.Ledger.Choice));
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_done_before_a_stop_is_kept_and_gone_on_with(DatabaseKind kind)
    {
        await using var bed = await StudyBed.StartAsync(kind);
        var study = await WithListsAsync(bed);
        var job = await bed.Programme.DoneAsync(
            bed.Programme.Get<TryAnalysis>(),
            bed.Analyst,
            new TryAnalysisInput(study, Quick, "Una")
        );
        await RunOneChunkAsync(bed, job);
        var analysis = await OneAsync(bed);
        await bed.Programme.DoneAsync(
            bed.Programme.Get<StopAnalysis>(),
            bed.Analyst,
            new AnalysisInput(study, analysis.Id)
        );

        var stopped = await OneAsync(bed);
        Assert.Equal(AnalysisStates.Partial, stopped.State);
        var partial = stopped.ReadEstimate()!;
        Assert.False(partial.Complete);
        Assert.Equal(["main-effects"], partial.Models.Select(model => model.Name));
        Assert.DoesNotContain(
            await bed.FiguresAsync(study),
            figure => figure.Step == StudySteps.Estimate
        );

        await bed.Programme.DoneAsync(
            bed.Programme.Get<ResumeAnalysis>(),
            bed.Analyst,
            new AnalysisInput(study, analysis.Id)
        );
        await bed.RunJobsAsync();

        var done = await OneAsync(bed);
        Assert.Equal(AnalysisStates.Done, done.State);
        Assert.Equal(1, done.Number);
        Assert.Equal(
            ["main-effects", "stepwise"],
            done.ReadEstimate()!.Models.Select(model => model.Name)
        );
        var chunks = await bed.Programme.ReadAsync(db =>
            db.JobChunks.Where(chunk =>
                    chunk.Index == 0 && (chunk.JobId == job || chunk.JobId == done.JobId)
                )
                .Select(chunk => chunk.Result)
                .ToListAsync()
        );
        Assert.Equal(chunks[0], chunks[1]);
    }

    [Fact]
    public async Task An_analysis_says_why_and_within_its_limits()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await WithListsAsync(bed);

        var refused = await bed.Programme.RunAsync(
            bed.Programme.Get<TryAnalysis>(),
            bed.Analyst,
            new TryAnalysisInput(
                study,
                Quick with
                {
                    Lists = ["A", "Z"],
                    Methods = ["oracle"],
                    Benchmark = 0,
                    Simulations = AnalysisSettings.MostSimulations + 1,
                },
                ""
            )
        );

        Assert.Equal(
            [
                AnalysisRefusals.ListsTooFew,
                AnalysisRefusals.MethodUnknown,
                AnalysisRefusals.WhyMissing,
                StudyRefusals.SettingOutOfRange,
                StudyRefusals.SettingOutOfRange,
            ],
            refused.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.StudyAnalyses.CountAsync()));
    }

    [Fact]
    public async Task An_analysis_of_some_lists_tells_no_further_count()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await WithListsAsync(bed);

        await bed.TryAsync(study, Quick with { Lists = ["A", "B"] }, "Sin C");

        var figure = (await OneAsync(bed)).ReadEstimate()!;
        Assert.Equal(["A", "B"], figure.Lists);
        Assert.Null(figure.Observed);
        // Two lists give no number, whatever the method.
        Assert.False(figure.HasNumber);
    }

    private static async Task<Guid> WithListsAsync(StudyBed bed)
    {
        var study = await bed.NewStudyAsync();
        await bed.LoadAsync(study, SourceKinds.OverlapTable, "Listas", Table);
        await bed.RunAsync(study, StudySteps.Lists);
        return study;
    }

    private static Task<Done> SignAsync(StudyBed bed, Guid study, string answer) =>
        bed.Programme.DoneAsync(
            bed.Programme.Get<SignAssumptions>(),
            bed.Analyst,
            new SignAssumptionsInput(
                study,
                "Ana Ruiz",
                [
                    .. Assumptions.Codes.Select(code => new AssumptionAnswer(
                        code,
                        answer,
                        "Acta de la sesión"
                    )),
                ]
            )
        );

    private static async Task<IReadOnlyList<Refusal>> CloseAsync(StudyBed bed, Guid study)
    {
        var version = await bed.Programme.ReadAsync(db =>
            db.Studies.Select(each => each.Version).SingleAsync()
        );
        var outcome = await bed.Programme.RunAsync(
            bed.Programme.Get<CloseStudy>(),
            bed.Analyst,
            new CloseStudyInput(study, version)
        );
        return outcome.Refusals;
    }

    /// <summary>Takes the job and does its first chunk, as a worker does that is stopped after it.</summary>
    private static async Task RunOneChunkAsync(StudyBed bed, Guid job)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var row = await bed.Programme.ReadAsync(db => db.Jobs.SingleAsync(each => each.Id == job));
        var work = bed.Programme.Get<JobWorks>().Find(row.Kind)!;
        var task = new JobTask(
            row.Id,
            row.Kind,
            row.Input,
            row.Seed,
            row.SubjectId,
            row.RequestedBy,
            0,
            bed.Programme.Services
        );
        Assert.Equal(2, await work.CutAsync(task, cancellation));
        var result = await work.RunChunkAsync(task, 0, new Progress<double>(), cancellation);
        await bed.Programme.DoneAsync(
            bed.Programme.Get<RecordChunk>(),
            Actor.System,
            new RecordChunkInput(job, 0, [1], result)
        );
    }

    private static Task<StudyAnalysis> OneAsync(StudyBed bed) =>
        bed.Programme.ReadAsync(db => db.StudyAnalyses.SingleAsync());

    private static async Task<StudyReport> ReportAsync(StudyBed bed, Guid study) =>
        (await bed.Programme.ReadAsync(db => StudyReports.ReadAsync(db, bed.Analyst, study)))!;

    private static EstimateFigure Estimate(StudyReport report) =>
        report.Figures.Select(figure => figure.Data).OfType<EstimateFigure>().Single();
}
