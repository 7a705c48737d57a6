// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Jobs;
using Faro.Programme.Studies.Sources;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Studies;

/// <summary>By itself: what is measured is the memory of the whole process.</summary>
[Collection(nameof(LargeListTests))]
[CollectionDefinition(nameof(LargeListTests), DisableParallelization = true)]
public sealed class LargeListTests
{
    private const int Rows = 100_000;
    private const long MostGrowth = 150L << 20; // of what is reachable; the list itself is 10 MB of text

    [Fact]
    public async Task A_hundred_thousand_rows_load_in_bounded_memory()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        await using var file = await NewListAsync();
        var source = await bed.ReceiveAsync(study, SourceKinds.PersonList, "DIF", file);
        await bed.MapAsync(source);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await bed.Programme.DoneAsync(
            bed.Programme.Get<LoadSource>(),
            bed.Analyst,
            new LoadSourceInput(source)
        );

        using var watching = new CancellationTokenSource();
        var watch = Task.Run(
            async () =>
            {
                while (!watching.IsCancellationRequested)
                {
                    // Only what is still reachable counts; how late the collector comes is not the loader's doing.
                    GC.Collect();
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                    await Task.Delay(50, CancellationToken.None);
                }
            },
            TestContext.Current.CancellationToken
        );
        await bed.RunJobsAsync();
        await watching.CancelAsync();
        await watch;

        var loaded = await bed.SourceAsync(source);
        Assert.Equal((SourceStates.Loaded, Rows), (loaded.State, loaded.RowCount));
        var job = await bed.Programme.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal((JobStates.Done, 4), (job.State, job.ChunkCount));
        Assert.True(most - before < MostGrowth, $"grew by {(most - before) >> 20} MB");
    }

    [Fact]
    public async Task A_load_that_was_cancelled_leaves_no_row()
    {
        await using var bed = await StudyBed.StartAsync();
        var study = await bed.NewStudyAsync();
        await using var file = await NewListAsync();
        var source = await bed.ReceiveAsync(study, SourceKinds.PersonList, "DIF", file);
        await bed.MapAsync(source);
        var job = await bed.Programme.DoneAsync(
            bed.Programme.Get<LoadSource>(),
            bed.Analyst,
            new LoadSourceInput(source)
        );
        var running = bed.RunJobsAsync();
        while (await bed.Programme.ReadAsync(db => db.SourceChunks.CountAsync()) < 3)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await bed.Programme.RunAsync(bed.Programme.Get<CancelJob>(), bed.Analyst, job);
        await running;

        Assert.Equal(SourceStates.Checked, (await bed.SourceAsync(source)).State);
        Assert.Equal(0, await bed.Programme.ReadAsync(db => db.SourceChunks.CountAsync()));
    }

    private static async Task<FileStream> NewListAsync()
    {
        var file = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            }
        );
        await using (var text = new StreamWriter(file, Encoding.UTF8, leaveOpen: true))
        {
            await text.WriteLineAsync("folio,nombre,apellido1,apellido2,fecha_nacimiento,notas");
            for (var row = 0; row < Rows; row++)
            {
                await text.WriteLineAsync(
                    $"{row},Nombre{row % 977},Apellido{row % 1009},Materno{row % 991},{1950 + (row % 70)},{new string('n', 60)}"
                );
            }
        }

        file.Position = 0;
        return file;
    }
}
