// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Faro.Disclosure;

namespace Faro.Cli;

/// <summary>Writes a release: all of its files or none.</summary>
internal static class ReleaseOutput
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    public static void Write(ReleaseOrder order, RecordRelease release, TimeSpan took)
    {
        var report = JsonSerializer.Serialize(Report(release, took), Names);
        var drafts = new List<(string Draft, string Path)>();
        try
        {
            Draft(drafts, order.Records, text => WriteRecords(text, release));
            Draft(drafts, order.Aggregates, text => WriteCounts(text, release));
            Draft(drafts, order.Report, text => text.WriteLine(report));
            foreach (var (draft, path) in drafts)
            {
                File.Move(draft, path, overwrite: true);
            }
        }
        finally
        {
            drafts.ForEach(each => File.Delete(each.Draft));
        }

        if (order.Json)
        {
            Console.Out.WriteLine(report);
            return;
        }

        Console.Out.WriteLine(
            Words.Get(
                "Release.Summary",
                release.Persons.Count,
                release.CountCount,
                release.RecordCount,
                Math.Round(100 * PrivacyLevel.BestAttackOf(release.SpentRho)),
                took.TotalSeconds
            )
        );
    }

    private static void Draft(
        List<(string Draft, string Path)> drafts,
        string? path,
        Action<TextWriter> write
    )
    {
        if (path is null)
        {
            return;
        }

        var draft = path + ".new";
        drafts.Add((draft, path));
        using var text = new StreamWriter(draft);
        text.NewLine = "\n";
        write(text);
    }

    private static void WriteRecords(TextWriter text, RecordRelease release)
    {
        var domain = release.Domain;
        text.WriteLine(
            string.Join(',', domain.Columns.Select(column => CsvText.Quoted(column.Name)))
        );
        var cells = domain
            .Columns.SelectMany(column => column.Values)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(value => value, CsvText.Quoted, StringComparer.Ordinal);
        cells[""] = "";
        for (var record = 0; record < release.RecordCount; record++)
        {
            for (var column = 0; column < domain.Columns.Count; column++)
            {
                if (column > 0)
                {
                    text.Write(',');
                }

                text.Write(cells[release.Value(record, column)]);
            }

            text.WriteLine();
        }
    }

    private static void WriteCounts(TextWriter text, RecordRelease release)
    {
        text.WriteLine("selections,length,count,low,high");
        foreach (var each in release.Counts)
        {
            var selections = string.Join(
                ';',
                each.Attributes.Select(attribute => $"{attribute.Column}:{attribute.Value}")
            );
            text.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{CsvText.Quoted(selections)},{each.Attributes.Count},{each.Count},{each.Low},{each.High}"
                )
            );
        }
    }

    private static object Report(RecordRelease release, TimeSpan took)
    {
        var options = release.Options;
        return new
        {
            Method = "discrete-gaussian-mixture",
            options.Level.Epsilon,
            options.Level.Delta,
            Rho = options.Level.Rho,
            SpentRho = release.SpentRho,
            SpentEpsilon = PrivacyLevel.EpsilonOf(
                release.SpentRho,
                options.IsDomainPrivate ? options.Level.Delta / 2 : options.Level.Delta
            ),
            BestAttack = PrivacyLevel.BestAttackOf(release.SpentRho),
            Neighbours = "one record added or removed",
            Domain = options.IsDomainPrivate ? "learned under half of delta" : "declared",
            release.Cap,
            CapChosen = options.Cap is null ? "noisy lengths" : "given",
            options.Length,
            options.Minimum,
            Persons = new
            {
                release.Persons.Count,
                release.Persons.Low,
                release.Persons.High,
            },
            Noise = release.NoiseDeviations,
            release.Kinds,
            Columns = release.Domain.Columns.Count,
            Attributes = release.Domain.AttributeCount,
            Counts = release.CountCount,
            CountsByLength = release.CountsByLength,
            Records = release.RecordCount,
            Seconds = Math.Round(took.TotalSeconds, 3),
            Version = typeof(Synthesize)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion,
        };
    }
}
