// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Report;
using Faro.Programme.Studies.Sources;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Studies;

public sealed class StudyLifeTests
{
    private const string Table =
        "A,B,C,count\n1,0,0,400\n0,1,0,300\n0,0,1,350\n1,1,0,60\n1,0,1,70\n0,1,1,50\n1,1,1,20\n";

    [Theory]
    [EveryDatabase]
    public async Task A_study_runs_from_its_sources_to_its_report(DatabaseKind kind)
    {
        await using var bed = await StudyBed.StartAsync(kind);
        var study = await bed.NewStudyAsync();
        Assert.Equal(
            (StepStates.NotStarted, StudyRefusals.NoSources),
            await bed.StepAsync(study, StudySteps.Sources)
        );

        await bed.LoadAsync(study, SourceKinds.OverlapTable, "Listas", Table);
        Assert.Equal((StepStates.Ready, ""), await bed.StepAsync(study, StudySteps.Lists));
        await bed.RunAsync(study, StudySteps.Lists);
        await bed.RunAsync(study, StudySteps.Estimate);

        Assert.Equal((StepStates.Done, ""), await bed.StepAsync(study, StudySteps.Estimate));
        var report = await bed.Programme.ReadAsync(db =>
            StudyReports.ReadAsync(db, bed.Analyst, study)
        );
        Assert.Equal(
            ["lists", "estimate", "sources"],
            report!.Figures.Select(figure => figure.Code)
        );
        Assert.Equal([1, 2, 3], report.Figures.Select(figure => figure.Number));
        Assert.All(report.Figures, figure => Assert.Equal(64, figure.Provenance.InputsHash.Length));
    }

    [Fact]
    public async Task A_step_run_again_on_the_same_inputs_gives_the_same_bytes()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        await bed.LoadAsync(study, SourceKinds.OverlapTable, "Listas", Table);
        await bed.RunAsync(study, StudySteps.Lists);
        await bed.TryAsync(study, StudyBed.Quick, "Una");
        var first = (await bed.FiguresAsync(study)).ConvertAll(figure => figure.Data);

        await bed.RunAsync(study, StudySteps.Lists);
        await bed.TryAsync(study, StudyBed.Quick, "Una");

        Assert.Equal(first, (await bed.FiguresAsync(study)).ConvertAll(figure => figure.Data));
    }

    [Fact]
    public async Task A_changed_setting_makes_only_what_it_touches_stale()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        await bed.LoadAsync(study, SourceKinds.OverlapTable, "Listas", Table);
        await bed.RunAsync(study, StudySteps.Lists);
        await bed.TryAsync(study, StudyBed.Quick, "Una");
        var version = await bed.Programme.ReadAsync(db =>
            db.Studies.Select(s => s.Version).SingleAsync()
        );

        await bed.Programme.DoneAsync(
            bed.Programme.Get<ChangeStudy>(),
            bed.Analyst,
            new ChangeStudyInput(
                study,
                StudyBed.Facts with
                {
                    Settings = StudyBed.Facts.Settings with { Level = 0.9 },
                },
                version
            )
        );

        Assert.Equal((StepStates.Done, ""), await bed.StepAsync(study, StudySteps.Lists));
        Assert.Equal((StepStates.Stale, ""), await bed.StepAsync(study, StudySteps.Estimate));
    }

    [Fact]
    public async Task A_step_that_was_cancelled_is_ready_again_and_says_so()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        await bed.LoadAsync(study, SourceKinds.OverlapTable, "Listas", Table);
        var job = await bed.Programme.DoneAsync(
            bed.Programme.Get<RunStep>(),
            bed.Analyst,
            new RunStepInput(study, StudySteps.Lists)
        );
        Assert.Equal((StepStates.Running, ""), await bed.StepAsync(study, StudySteps.Lists));

        await bed.Programme.DoneAsync(bed.Programme.Get<CancelJob>(), bed.Analyst, job);

        Assert.Equal(
            (StepStates.Ready, StudyRefusals.Cancelled),
            await bed.StepAsync(study, StudySteps.Lists)
        );
    }

    [Fact]
    public async Task Only_who_uploaded_a_file_sees_its_rows_and_the_audit_says_so()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("nombre,documento\nAna,1\n"));
        var source = await bed.ReceiveAsync(study, SourceKinds.PersonList, "DIF", file);
        var colleague = new Actor(
            Guid.CreateVersion7(bed.Programme.Clock.GetUtcNow()),
            null,
            bed.Programme.AgencyId,
            [Role.Analyst]
        );

        var refused = await bed.Programme.RunAsync(
            bed.Programme.Get<PreviewSource>(),
            colleague,
            new PreviewSourceInput(source)
        );
        var seen = await bed.Programme.DoneAsync(
            bed.Programme.Get<PreviewSource>(),
            bed.Analyst,
            new PreviewSourceInput(source)
        );

        Assert.Equal(SourceRefusals.NotUploader, refused.Refusals.Single().Code);
        Assert.Equal(["Ana", "1"], seen.Rows.Single());
        var acts = await bed.Programme.ReadAsync(db =>
            db.AuditEntries.Where(entry => entry.Act == "preview-source")
                .Select(entry => entry.Result)
                .ToListAsync()
        );
        Assert.Equal(["done", "refused"], acts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mapping_is_remembered_for_the_next_file_with_these_headers()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        const string Text = "c1,c2\nAna,Ruiz\n";
        using var first = new MemoryStream(Encoding.UTF8.GetBytes(Text));
        using var second = new MemoryStream(Encoding.UTF8.GetBytes(Text));
        var one = await bed.ReceiveAsync(study, SourceKinds.PersonList, "Uno", first);
        var mapping = new SourceMapping([
            new MappedColumn(1, "given-names"),
            new MappedColumn(2, "surname"),
        ]);
        await bed.Programme.DoneAsync(
            bed.Programme.Get<MapSource>(),
            bed.Analyst,
            new MapSourceInput(one, mapping)
        );

        var two = await bed.ReceiveAsync(study, SourceKinds.PersonList, "Dos", second);
        var preview = await bed.Programme.DoneAsync(
            bed.Programme.Get<PreviewSource>(),
            bed.Analyst,
            new PreviewSourceInput(two)
        );

        Assert.True(preview.Remembered);
        Assert.Equal(["given-names", "surname"], preview.Mapping.Columns.Select(c => c.Role));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_study_is_read_by_others_and_its_rows_are_gone(DatabaseKind kind)
    {
        await using var bed = await StudyBed.StartAsync(kind);
        var study = await bed.NewStudyAsync();
        await bed.LoadAsync(study, SourceKinds.OverlapTable, "Listas", Table);
        await bed.RunAsync(study, StudySteps.Lists);
        var elsewhere = bed.Programme.As(
            Role.Secretary,
            Guid.CreateVersion7(bed.Programme.Clock.GetUtcNow())
        );
        Assert.Null(
            await bed.Programme.ReadAsync(db => StudyReports.ReadAsync(db, elsewhere, study))
        );
        var version = await bed.Programme.ReadAsync(db =>
            db.Studies.Select(s => s.Version).SingleAsync()
        );

        await bed.Programme.DoneAsync(
            bed.Programme.Get<CloseStudy>(),
            bed.Analyst,
            new CloseStudyInput(study, version)
        );

        Assert.NotNull(
            await bed.Programme.ReadAsync(db => StudyReports.ReadAsync(db, elsewhere, study))
        );
        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.SourceChunks.CountAsync()));
        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.SealedKeys.CountAsync()));
        // The steps and the jobs that made them held true counts.
        Assert.All(
            await bed.Programme.ReadAsync(db => db.StudySteps.Select(s => s.Result).ToListAsync()),
            Assert.Empty
        );
        var chunks = await bed.Programme.ReadAsync(db => db.JobChunks.ToListAsync());
        Assert.NotEmpty(chunks);
        Assert.All(chunks, chunk => Assert.Empty(chunk.Result));
        Assert.All(chunks, chunk => Assert.NotEmpty(chunk.InputHash));
        var changed = await bed.Programme.RunAsync(
            bed.Programme.Get<WriteText>(),
            bed.Analyst,
            new WriteTextInput(study, StudyParts.Findings, "x", "", 0)
        );
        Assert.Equal(StudyRefusals.Closed, changed.Refusals.Single().Code);
    }

    [Fact]
    public async Task A_loaded_list_lies_sealed_and_its_file_is_gone()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();

        await bed.LoadAsync(
            study,
            SourceKinds.PersonList,
            "DIF",
            "nombre,apellido1,notas\nXochiquetzal,Ruiz,vive en la calle 5\n"
        );

        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.SourceUploads.CountAsync()));
        var box = (await bed.Programme.ReadAsync(db => db.SourceChunks.SingleAsync())).Box;
        Assert.DoesNotContain(
            "Xochiquetzal",
            Encoding.UTF8.GetString(box),
            StringComparison.Ordinal
        );
    }
}
