// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Faro.Linkage;

namespace Faro.Cli;

/// <summary>What <c>faro link</c> says and writes.</summary>
internal static class LinkReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        // A record number that a spreadsheet would run as a formula is written so that it cannot.
        InjectionOptions = InjectionOptions.Escape,
    };

    /// <summary>Writes the files asked for; each appears whole or not at all.</summary>
    public static void WriteFiles(LinkOrder order, LinkageResult result)
    {
        if (order.Out is { } persons)
        {
            Write(persons, text => WriteClusters(text, result));
        }

        if (order.ModelOut is { } model)
        {
            Write(model, text => text.WriteLine(result.Model.ToJson()));
        }

        if (order.Overlaps is { } folder)
        {
            Directory.CreateDirectory(folder);
            WriteOverlap(Path.Combine(folder, "overlap.csv"), result.ListOverlap());
            foreach (var (place, draw) in result.DrawOverlaps(order.Draws).Index())
            {
                WriteOverlap(Path.Combine(folder, $"draw-{place + 1:D4}.csv"), draw);
            }
        }
    }

    public static void Print(
        LinkOrder order,
        LinkageResult result,
        LinkCost cost,
        Agreement? agreement
    )
    {
        var warnings = result
            .Warnings.Select(warning => new
            {
                warning.Code,
                Text = Words.Get(warning.Code, [.. warning.Values]),
            })
            .ToArray();
        if (!order.Json)
        {
            Console.WriteLine(
                Words.Get(
                    "Link.Summary",
                    result.Records,
                    result.Clusters.Count,
                    result.Records - result.Clusters.Count,
                    result.PairsCompared,
                    cost.Wall.TotalSeconds
                )
            );
            if (agreement is not null)
            {
                Console.WriteLine(
                    Words.Get(
                        "Link.Agreement",
                        agreement.Pairwise.Precision,
                        agreement.Pairwise.Recall,
                        agreement.Pairwise.F1,
                        agreement.BCubed.F1
                    )
                );
            }

            foreach (var warning in warnings)
            {
                Console.Error.WriteLine(warning.Text);
            }

            return;
        }

        Console.WriteLine(
            JsonSerializer.Serialize(Document(order, result, cost, agreement, warnings), Json)
        );
    }

    private static object Document(
        LinkOrder order,
        LinkageResult result,
        LinkCost cost,
        Agreement? agreement,
        object warnings
    ) =>
        new
        {
            result.Records,
            Clusters = result.Clusters.Count,
            result.PairsCompared,
            Seconds = Math.Round(cost.Wall.TotalSeconds, 3),
            CpuSeconds = Math.Round(cost.CpuSeconds, 3),
            cost.PeakBytes,
            order.Seed,
            Version = Version(),
            order.Threshold,
            Overlap = Overlap(result),
            Model = new
            {
                result.Model.Format,
                result.Model.MatchShare,
                result.Model.ExpectedMatches,
                result.Model.Iterations,
                result.Model.Comparisons,
                result.Model.Rules,
            },
            Pairwise = Shown(agreement?.Pairwise),
            Bcubed = Shown(agreement?.BCubed),
            ExactClusters = Shown(agreement?.ExactClusters),
            agreement?.LargestCluster,
            Warnings = warnings,
        };

    private static object? Shown(PrecisionRecall? measure) =>
        measure is { } shown
            ? new
            {
                Precision = Math.Round(shown.Precision, 6),
                Recall = Math.Round(shown.Recall, 6),
                F1 = Math.Round(shown.F1, 6),
            }
            : null;

    /// <summary>Persons per capture history: on which lists, and how many.</summary>
    private static object? Overlap(LinkageResult result)
    {
        var sources = result
            .Clusters.SelectMany(cluster => cluster.Members)
            .Select(member => member.Source);
        if (sources.Distinct(StringComparer.Ordinal).Count() > ListOverlap.MaxLists)
        {
            return null;
        }

        var overlap = result.ListOverlap();
        return overlap.Counts.Select(pair => new
        {
            Lists = overlap.Sources.Where((_, place) => (pair.Key & (1 << place)) != 0),
            Count = pair.Value,
        });
    }

    /// <summary>A table that <c>faro estimate</c> reads: one column per list, the count last.</summary>
    private static void WriteOverlap(string path, ListOverlap overlap) =>
        Write(
            path,
            text =>
            {
                using var csv = new CsvWriter(text, Csv, leaveOpen: true);
                foreach (var header in overlap.Sources.Append("count"))
                {
                    csv.WriteField(header);
                }

                csv.NextRecord();
                foreach (var (history, count) in overlap.Counts)
                {
                    for (var list = 0; list < overlap.Sources.Count; list++)
                    {
                        csv.WriteField((history >> list) & 1);
                    }

                    csv.WriteField(count);
                    csv.NextRecord();
                }
            }
        );

    private static void WriteClusters(TextWriter text, LinkageResult result)
    {
        using var csv = new CsvWriter(text, Csv, leaveOpen: true);
        foreach (var header in (string[])["source", "row", "record_id", "cluster", "probability"])
        {
            csv.WriteField(header);
        }

        csv.NextRecord();
        foreach (var cluster in result.Clusters)
        {
            foreach (var member in cluster.Members)
            {
                csv.WriteField(member.Source);
                csv.WriteField(member.Row);
                csv.WriteField(member.Id);
                csv.WriteField(cluster.Number);
                csv.WriteField(Math.Round(member.Probability.Value, 6));
                csv.NextRecord();
            }
        }
    }

    private static void Write(string path, Action<TextWriter> write)
    {
        var unfinished = path + ".unfinished";
        using (var text = new StreamWriter(unfinished))
        {
            write(text);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static string Version() =>
        typeof(LinkReport)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";
}
