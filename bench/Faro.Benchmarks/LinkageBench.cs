// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Faro.Linkage;
using Sylvan.Data.Csv;

namespace Faro.Benchmarks;

/// <summary><c>--linkage TRUTH FILE…</c>: a list whose truth is known, linked three times; CPU seconds per stage and how
/// well persons agree with the truth, whole and by slices.</summary>
internal static class LinkageBench
{
    private const int Runs = 3;

    /// <summary>Mayan surnames of the invented lists, folded: enough of them to tell whether they are linked as well.</summary>
    private static readonly HashSet<string> Mayan =
    [
        .. "caal xol tzoc choc pop coc ical tiul cucul cuc che bol sacul caz rax ba xicol tut quib mucu chub ac yat cho ixcoy tzul tum ajanel aju ajcet batz calel can chox chavajay chiroy cojti cumes guarcax ixmata nimatuj oxlaj puac quiej saquic simaj tambriz toj tzep us xajil yac zapeta canul cauich chan chi cocom dzib dzul ek ku may moo nah noh pech poot puc tzab uc uitz xiu yam".Split(
            ' '
        ),
    ];

    public static int Run(string truthHeader, IReadOnlyList<string> files)
    {
        var runs = new List<(double Cpu, string Stages)>();
        for (var run = 0; run < Runs; run++)
        {
            var stages = new Stages();
            var list = new TruthFiles(truthHeader, files);
            var result = Linker.Run(
                list.Records(),
                list.Schema,
                new LinkageOptions { Threads = Environment.ProcessorCount },
                stages
            );
            runs.Add((stages.End(), stages.ToString()));
            if (run == Runs - 1)
            {
                Tell(list, result);
            }
        }

        foreach (var (cpu, stages) in runs.OrderBy(run => run.Cpu))
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{cpu:F2} CPU s: {stages}")
            );
        }

        return 0;
    }

    private static void Tell(TruthFiles list, LinkageResult result)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Records} records, {result.PairsCompared} pairs, {result.Model.ExpectedMatches:F0} expected matches, {list.Truth.Count} truths, peak {process.PeakWorkingSet64 >> 20} MB"
            )
        );
        Tell("all", Agreement.Of(result.Clusters, list.Truth), list.Truth.Count);
        foreach (var slice in list.Slices.GroupBy(slice => slice.Slice, slice => slice.Record))
        {
            var counts = new bool[list.Truth.Count];
            foreach (var record in slice)
            {
                counts[record] = true;
            }

            Tell(slice.Key, Agreement.Of(result.Clusters, list.Truth, counts), slice.Count());
        }
    }

    private static void Tell(string name, Agreement agreement, int records) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {records} | {agreement.Pairwise.Precision:F4} | {agreement.Pairwise.Recall:F4} | {agreement.Pairwise.F1:F4} | {agreement.BCubed.F1:F4} |"
            )
        );

    /// <summary>Lists of which a column says who is who.</summary>
    private sealed class TruthFiles
    {
        private readonly string _truth;
        private readonly IReadOnlyList<string> _files;
        private readonly List<LinkageSchema> _schemas = [];

        public TruthFiles(string truth, IReadOnlyList<string> files)
        {
            (_truth, _files) = (truth, files);
            foreach (var file in files)
            {
                using var csv = CsvDataReader.Create(file);
                var headers = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName);
                _schemas.Add(
                    new LinkageSchema(
                        SchemaGuess
                            .Of([.. headers.Select(header => header.Trim())])
                            .Columns.Select(column =>
                                column.Header == truth && column.Role != ColumnRole.RecordId
                                    ? column with
                                    {
                                        Role = ColumnRole.Ignored,
                                    }
                                    : column
                            )
                    )
                );
            }

            Schema = LinkageSchema.Union(_schemas);
        }

        public LinkageSchema Schema { get; }

        public List<string> Truth { get; } = [];

        /// <summary>Slices that a record belongs to.</summary>
        public List<(string Slice, int Record)> Slices { get; } = [];

        public IEnumerable<PersonRecord> Records()
        {
            for (var list = 0; list < _files.Count; list++)
            {
                var schema = _schemas[list];
                var places = Schema.PlacesIn(schema);
                using var csv = CsvDataReader.Create(_files[list]);
                string Value(string header)
                {
                    var place = schema.Columns.Index().FirstOrDefault(c => c.Item.Header == header);
                    return place.Item is null ? "" : csv.GetString(place.Index).Trim();
                }

                for (var row = 2; csv.Read(); row++)
                {
                    var said = Value(_truth);
                    Truth.Add(
                        said.StartsWith("rec-", StringComparison.Ordinal)
                            ? string.Join('-', said.Split('-').Take(2))
                            : said
                    );
                    Slice(Value);
                    yield return new PersonRecord(
                        Path.GetFileName(_files[list]),
                        row,
                        csv.GetString(0).Trim(),
                        [.. places.Select(place => place < 0 ? null : csv.GetString(place).Trim())]
                    );
                }
            }
        }

        private void Slice(Func<string, string> value)
        {
            var record = Truth.Count - 1;
            foreach (var header in (string[])["agency", "country", "sex"])
            {
                if (value(header) is { Length: > 0 } said)
                {
                    Slices.Add(($"{header} {said}", record));
                }
            }

            var birth = value("birth_date");
            Slices.Add(
                (
                    birth.Length == 0 ? "no birth date"
                    : birth.Length == 4 ? "birth year only"
                    : "birth date",
                    record
                )
            );
            if (
                birth.Length >= 4
                && int.TryParse(birth[..4], CultureInfo.InvariantCulture, out var year)
            )
            {
                Slices.Add(
                    (
                        year > 2007 ? "under 18"
                        : year > 1990 ? "18 to 34"
                        : "35 and over",
                        record
                    )
                );
            }

            var surname = value("surname1").Normalize(NormalizationForm.FormD);
            var folded = string.Concat(surname.Where(char.IsLetter)).ToLowerInvariant();
            Slices.Add((Mayan.Contains(folded) ? "Mayan surname" : "other surname", record));
        }
    }

    /// <summary>CPU seconds per stage.</summary>
    private sealed class Stages : IProgress<LinkageProgress>
    {
        private readonly StringBuilder _told = new();
        private readonly double _start = Cpu();
        private double _last = Cpu();
        private LinkageStage? _stage;

        public void Report(LinkageProgress value)
        {
            if (value.Stage != _stage)
            {
                Close();
                _stage = value.Stage;
            }
        }

        public double End()
        {
            Close();
            return _last - _start;
        }

        public override string ToString() => _told.ToString();

        private void Close()
        {
            var now = Cpu();
            if (_stage is { } stage)
            {
                _told.Append(CultureInfo.InvariantCulture, $"{stage} {now - _last:F2} ");
            }

            _last = now;
        }

        private static double Cpu()
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }
}
