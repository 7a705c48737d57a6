// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Jobs;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Tests.Studies;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Exchange.Tables;

public sealed class DamagedFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, DamagedFiles.All.Count)];

    [Fact]
    public void There_are_at_least_forty_kinds_of_damage() =>
        Assert.True(DamagedFiles.All.Count >= 40, $"{DamagedFiles.All.Count}");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_damage_is_named_and_located(int index)
    {
        var damaged = DamagedFiles.All[index];
        using var stream = new MemoryStream(damaged.File);

        var problem = FirstProblem(stream, damaged);

        Assert.True(
            problem is not null
                && (problem.Code, problem.Row, problem.Column)
                    == (damaged.Code, damaged.Row, damaged.Column),
            $"{damaged.Name}: {problem?.Code} row {problem?.Row} column {problem?.Column}"
        );
    }

    [Fact]
    public async Task No_damaged_file_changes_anything()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        foreach (var (index, damaged) in DamagedFiles.All.Index())
        {
            using var stream = new MemoryStream(damaged.File);
            var source = await bed.ReceiveAsync(study, damaged.Kind, $"S{index}", stream);
            await TryLoadAsync(bed, source, damaged);

            var after = await bed.SourceAsync(source);
            Assert.NotEqual(SourceStates.Loaded, after.State);
            Assert.True(after.RowCount == 0, damaged.Name);
            await bed.Programme.DoneAsync(
                bed.Programme.Get<RemoveSource>(),
                bed.Analyst,
                new RemoveSourceInput(source)
            );
        }

        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.SourceChunks.CountAsync()));
        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.SourceUploads.CountAsync()));
        Assert.Empty(await bed.FiguresAsync(study));
    }

    [Fact]
    public void A_problem_of_a_file_carries_no_value_of_it()
    {
        using var stream = new MemoryStream(
            Encoding.UTF8.GetBytes("nombre,apellido1\nGuadalupe,=Xochitl()\n")
        );

        var check = SourceReading.Check(
            stream,
            SourceKinds.PersonList,
            MappingGuess
                .Of(SourceKinds.PersonList, ["nombre", "apellido1"])
                .Tidied(SourceKinds.PersonList, ["nombre", "apellido1"]),
            Today,
            null,
            TestContext.Current.CancellationToken
        );

        var told = FileProblem.ToJson(check.Problems);
        Assert.Contains(FileProblems.Formula, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Xochitl", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Guadalupe", told, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_than_allowed_are_refused_where_they_begin()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("n\n1\n2\n3\n4\n"));
        var file = TableFile.Open(stream, limits: new TableLimits { MaxRows = 3 });

        var damage = Assert.Throws<DamagedFileException>(() => file.Rows().Count());

        Assert.Equal((FileProblems.TooManyRows, 5), (damage.Problem.Code, damage.Problem.Row));
    }

    private static async Task TryLoadAsync(StudyBed bed, Guid source, DamagedFile damaged)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var preview = await bed
            .Programme.Get<PreviewSource>()
            .RunAsync(bed.Analyst, new PreviewSourceInput(source, damaged.Sheet), cancellation);
        if (!preview.Done)
        {
            Assert.Equal(damaged.Code, preview.Refusals[0].Code);
            return;
        }

        await bed.Programme.DoneAsync(
            bed.Programme.Get<MapSource>(),
            bed.Analyst,
            new MapSourceInput(source, preview.Value.Mapping)
        );
        await bed.Programme.DoneAsync(
            bed.Programme.Get<LoadSource>(),
            bed.Analyst,
            new LoadSourceInput(source)
        );
        await bed.RunJobsAsync();
        var job = await bed.Programme.ReadAsync(db =>
            db.Jobs.SingleAsync(
                each => db.StudySources.Any(row => row.Id == source && row.JobId == each.Id),
                cancellation
            )
        );
        Assert.Equal((JobStates.Failed, damaged.Code), (job.State, job.FailureCode));
        var told = FileProblem.ListFromJson((await bed.SourceAsync(source)).Problems);
        Assert.Equal(
            (damaged.Code, damaged.Row, damaged.Column),
            (told[0].Code, told[0].Row, told[0].Column)
        );
    }

    private static FileProblem? FirstProblem(Stream stream, DamagedFile damaged)
    {
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var headers = TableFile.Open(stream, damaged.Sheet, null, cancellation).Headers;
            var mapping = MappingGuess
                .Of(damaged.Kind, headers, damaged.Sheet)
                .Tidied(damaged.Kind, headers);
            return SourceReading
                .Check(stream, damaged.Kind, mapping, Today, null, cancellation)
                .Problems.FirstOrDefault();
        }
        catch (DamagedFileException damage)
        {
            return damage.Problem;
        }
    }
}
