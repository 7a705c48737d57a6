// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text.Json;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>Does one step of a study. The same inputs, settings, seed and versions give the same bytes, here and on the command line.</summary>
internal static class StudyRun
{
    /// <param name="step">One of <see cref="StudySteps.Runnable"/>.</param>
    /// <param name="input">The loaded sources and how.</param>
    /// <param name="before">The result of the step before: of same-person for lists, of lists for estimate; else empty.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static StepResult Run(
        string step,
        StudyInput input,
        byte[] before,
        IProgress<double>? progress,
        CancellationToken cancellation
    ) =>
        step switch
        {
            StudySteps.SamePerson => RunSamePerson(input, progress, cancellation),
            StudySteps.Lists => RunLists(input, before, cancellation),
            StudySteps.Estimate => RunEstimate(input, before, progress, cancellation),
            StudySteps.Profiles => RunProfiles(input, progress, cancellation),
            _ => throw new ArgumentOutOfRangeException(
                nameof(step),
                step,
                "not a step that is run"
            ),
        };

    private static StepResult RunSamePerson(
        StudyInput input,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var people = SamePerson.Run(
            input.Of(SourceKinds.PersonList),
            input.Settings,
            input.Frame,
            input.Threads,
            progress,
            cancellation
        );
        return new StepResult(
            [new MadeFigure(StudySteps.SamePerson, StudyFigure.Table, people.Figure)],
            Pack(new SamePersonState(people.Overlap, people.Counts, people.Clusters))
        );
    }

    private static StepResult RunLists(
        StudyInput input,
        byte[] before,
        CancellationToken cancellation
    )
    {
        var tables = input.Of(SourceKinds.OverlapTable);
        var (overlap, counts) = tables.Count > 0 ? Overlap(tables[0]) : Overlap(before);
        var shown = PeopleOnLists.Protect(
            counts,
            new Protection(input.Frame.MinimumCell),
            cancellation
        );
        var figure = WhoIsOnWhich.Of(overlap, shown);
        return new StepResult(
            [new MadeFigure(StudySteps.Lists, StudyFigure.Chart, figure)],
            Pack(new ListsState(overlap, figure.Observed, figure.Lists))
        );
    }

    private static (OverlapCounts Overlap, ListCounts Counts) Overlap(StepSource table)
    {
        var overlap = OverlapCounts.Of(table);
        return (overlap, overlap.ToCounts());
    }

    private static (OverlapCounts Overlap, ListCounts Counts) Overlap(byte[] before)
    {
        var state = Unpack<SamePersonState>(before);
        return (
            state.Overlap ?? throw new InvalidOperationException("Bug in Faro: no overlap to show"),
            state.Counts
        );
    }

    /// <summary>What the step of the lists left, as far as an analysis uses it.</summary>
    /// <param name="state">What that step left.</param>
    /// <param name="wanted">Names of the lists to use; empty for all.</param>
    public static AnalysisLists Lists(byte[] state, IReadOnlyList<string> wanted)
    {
        var lists = Unpack<ListsState>(state);
        return AnalysisLists.Of(lists.Overlap, lists.Observed, lists.Sizes ?? [], wanted);
    }

    /// <summary>On the command line all pieces of the estimate are done here, one after another; the server does each as a
    /// piece of a job.</summary>
    private static StepResult RunEstimate(
        StudyInput input,
        byte[] before,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var settings = input.Analysis ?? AnalysisSettings.Of(input.Settings, input.Frame.Seed);
        var lists = Lists(before, settings.Lists);
        var names = AnalysisParts.Of(settings);
        var parts = new List<AnalysisPart>();
        foreach (var name in names)
        {
            progress?.Report((double)parts.Count / names.Count);
            parts.Add(
                AnalysisParts.Run(name, lists.Table, settings, input.Threads, null, cancellation)
            );
        }

        return new StepResult(AnalysisParts.Join(lists, settings, parts), []);
    }

    private static StepResult RunProfiles(
        StudyInput input,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var protection = new Protection(input.Frame.MinimumCell);
        var figures = new List<MadeFigure>();
        var done = 0;
        foreach (var source in input.Sources)
        {
            progress?.Report((double)done++ / input.Sources.Count);
            var groups =
                source.Kind == SourceKinds.Microdata ? Profiles.Count(source, cancellation)
                : source.Kind == SourceKinds.Register ? input.Register
                : [];
            figures.AddRange(
                Profiles
                    .Figures(source.Number, source.Name, groups, protection, cancellation)
                    .Select(figure => new MadeFigure(
                        $"profile-{figure.Source}-{figure.Group}",
                        figure.Group == ProfileGroups.Year ? StudyFigure.Chart : StudyFigure.Table,
                        figure
                    ))
            );
            if (source.Kind == SourceKinds.Series)
            {
                figures.AddRange(
                    ContextSeries
                        .Of(source)
                        .Select(
                            (series, i) =>
                                new MadeFigure(
                                    $"series-{source.Number}-{i + 1}",
                                    StudyFigure.Chart,
                                    series
                                )
                        )
                );
            }
        }

        return new StepResult(
            [.. figures.DistinctBy(figure => figure.Code, StringComparer.Ordinal)],
            []
        );
    }

    private static byte[] Pack<T>(T value)
    {
        using var packed = new MemoryStream();
        using (var press = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(press, value, StudyJson.Plain);
        }

        return packed.ToArray();
    }

    private static T Unpack<T>(byte[] packed)
    {
        using var bytes = new MemoryStream(packed);
        using var press = new BrotliStream(bytes, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(press, StudyJson.Plain)
            ?? throw new InvalidOperationException("Bug in Faro: a step left nothing");
    }

    /// <summary>What the step of the same person leaves for the next.</summary>
    private sealed record SamePersonState(
        OverlapCounts? Overlap,
        ListCounts Counts,
        IReadOnlyList<PersonCluster> Clusters
    );

    /// <summary>What the step of the lists leaves for the next.</summary>
    /// <param name="Overlap">True counts.</param>
    /// <param name="Observed">How many people there are, as it may be shown.</param>
    /// <param name="Sizes">People on each list, as they may be shown; null in what an earlier version left.</param>
    private sealed record ListsState(
        OverlapCounts Overlap,
        long? Observed,
        IReadOnlyList<ListSize>? Sizes
    );
}

/// <summary>What a study is made from.</summary>
/// <param name="Sources">Loaded, in order.</param>
/// <param name="Settings">How.</param>
/// <param name="Frame">Period, seed and minimum.</param>
/// <param name="Register">True counts of the programme's own people; empty without a register.</param>
/// <param name="Threads">Changes the time, never the result.</param>
/// <param name="Analysis">How to estimate; null takes what the settings say.</param>
internal sealed record StudyInput(
    IReadOnlyList<StepSource> Sources,
    StudySettings Settings,
    StudyFrame Frame,
    IReadOnlyList<GroupCount> Register,
    int Threads,
    AnalysisSettings? Analysis = null
)
{
    public IReadOnlyList<StepSource> Of(string kind) =>
        [.. Sources.Where(source => source.Kind == kind)];
}

/// <summary>What came of a step.</summary>
/// <param name="Figures">Protected, in order.</param>
/// <param name="State">True counts for the next step, packed; empty when none needs them.</param>
internal sealed record StepResult(IReadOnlyList<MadeFigure> Figures, byte[] State);
