// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme.Demo;

/// <summary>
/// The living study of the story on its way: lists of four agencies, the context and the register come in, and every step is
/// run, through the operations and jobs that an analyst uses.
/// </summary>
public sealed class DemoStudy(
    IServiceProvider services,
    DatabaseEngine engine,
    SourceReception reception,
    PreviewSource preview,
    MapSource map,
    LoadSource load,
    RunStep run,
    DemoEstimate estimate
)
{
    internal async Task RunAsync(
        Actor analyst,
        Guid study,
        DemoLists lists,
        CancellationToken cancellation
    )
    {
        var agencies = DemoFiles
            .Rows("agencies")
            .ToDictionary(row => row["code"], row => row["short"], StringComparer.Ordinal);
        foreach (var (i, row) in DemoFiles.Rows("lists").Index())
        {
            await LoadAsync(
                analyst,
                new AddSourceInput(
                    study,
                    SourceKinds.PersonList,
                    new SourceFacts
                    {
                        Name = agencies[row["agency"]],
                        AgencyId = lists.Agencies[row["agency"]],
                        RetrievedOn = DataRows.Day(row["retrieved"])!.Value,
                    }
                ),
                lists.Made.Write(row, i + 1),
                cancellation
            );
        }

        await LoadAsync(analyst, Context(study), ContextFile(), cancellation);
        await reception
            .ReceiveAsync(analyst, Register(study), file: null, cancellation)
            .DoneAsync();
        // The server runs jobs once it has started; until then the demonstration runs its own.
        var runner = ActivatorUtilities.CreateInstance<JobRunner>(services);
        await runner.StartAsync(cancellation);
        try
        {
            await WaitAsync(cancellation);
            foreach (var step in StudySteps.Runnable.Where(step => step != StudySteps.Estimate))
            {
                await run.RunAsync(analyst, new RunStepInput(study, step), cancellation)
                    .DoneAsync();
                await WaitAsync(cancellation);
            }

            await estimate.RunAsync(
                analyst,
                study,
                DemoFiles
                    .Rows("lists")
                    .ToDictionary(
                        row => row["code"],
                        row => agencies[row["agency"]],
                        StringComparer.Ordinal
                    ),
                () => WaitAsync(cancellation),
                cancellation
            );
        }
        finally
        {
            await runner.StopAsync(CancellationToken.None);
            runner.Dispose();
        }
    }

    private async Task LoadAsync(
        Actor analyst,
        AddSourceInput input,
        byte[] bytes,
        CancellationToken cancellation
    )
    {
        using var file = new MemoryStream(bytes);
        var source = await reception
            .ReceiveAsync(analyst, input with { FileName = "lista.csv" }, file, cancellation)
            .DoneAsync();
        var seen = await preview
            .RunAsync(analyst, new PreviewSourceInput(source), cancellation)
            .DoneAsync();
        await map.RunAsync(analyst, new MapSourceInput(source, seen.Mapping), cancellation)
            .DoneAsync();
        await load.RunAsync(analyst, new LoadSourceInput(source), cancellation).DoneAsync();
    }

    /// <summary>Until no job waits or runs; a job that failed is an error of the story.</summary>
    private async Task WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await using var db = engine.OpenReader();
            var open = await db
                .Jobs.Where(job => job.State != JobStates.Done)
                .Select(job => new { job.State, job.FailureCode })
                .ToListAsync(cancellation);
            if (open.Count == 0)
            {
                return;
            }

            if (open.Find(job => job.FailureCode.Length > 0) is { } failed)
            {
                throw new InvalidOperationException(
                    $"Bug in Faro: a job of the demonstration failed with {failed.FailureCode}"
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    }

    private static AddSourceInput Context(Guid study)
    {
        var row = ContextRows().First();
        return new AddSourceInput(
            study,
            SourceKinds.Series,
            new SourceFacts
            {
                Name = DemoNetwork.Words["context"],
                Origin = "INEGI",
                RetrievedOn = DataRows.Day(DemoNetwork.Words["retrieved"])!.Value,
                Citation = row["source"],
            }
        );
    }

    private static AddSourceInput Register(Guid study) =>
        new(
            study,
            SourceKinds.Register,
            new SourceFacts
            {
                Name = DemoNetwork.Words["register"],
                Origin = DemoNetwork.Words["programme"],
                RetrievedOn = DataRows.Day(DemoNetwork.Words["retrieved"])!.Value,
            }
        );

    /// <summary>Series of the story of which at least two years were checked at their source.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> ContextRows() =>
        DemoFiles
            .Rows("series")
            .Where(row =>
                row["figures"]
                    .Split(' ')
                    .Count(figure => figure.EndsWith(":verified", StringComparison.Ordinal)) > 1
            );

    private static byte[] ContextFile()
    {
        var text = new StringBuilder("indicador,lugar,unidad,periodo,valor\n");
        foreach (var row in ContextRows())
        {
            foreach (var figure in row["figures"].Split(' ').Select(each => each.Split('=', ':')))
            {
                text.AppendJoin(
                        ',',
                        row["es"],
                        DemoNetwork.Words["territory-name"],
                        row["unit"],
                        figure[0],
                        figure[1]
                    )
                    .Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

/// <param name="Made">The people on lists.</param>
/// <param name="Agencies">By their code in the story.</param>
internal sealed record DemoLists(DemoList Made, IReadOnlyDictionary<string, Guid> Agencies);
