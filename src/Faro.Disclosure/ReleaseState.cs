// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Noise;

namespace Faro.Disclosure;

/// <summary>Where a long release keeps what it has measured, so that it can go on after it was stopped without measuring twice.</summary>
/// <remarks>The file holds noisy counts only, under the same promise as the release itself; yet whoever reads it and the
/// release learns nothing twice. Delete it when the release is written.</remarks>
/// <param name="Path">A file that only the programme reads.</param>
/// <param name="Fingerprint">Of the records and the options; a file with another one is not gone on with.</param>
public sealed record ReleaseState(string Path, string Fingerprint)
{
    private const string Mark = "faro-release-1";

    internal void Save(Measurement measured)
    {
        var draft = Path + ".new";
        using (var writer = new BinaryWriter(File.Create(draft)))
        {
            writer.Write(Mark);
            writer.Write(Fingerprint);
            Write(writer, measured.Domain);
            writer.Write(measured.Persons);
            writer.Write(measured.PersonsVariance.Numerator);
            writer.Write(measured.Cap);
            writer.Write(measured.SinglesVariance.Numerator);
            writer.Write(measured.PairsVariance?.Numerator ?? 0);
            writer.Write(measured.TriplesVariance?.Numerator ?? 0);
            writer.Write(measured.Spent);
            foreach (var count in measured.Singles)
                writer.Write(count);
            Write(writer, measured.Pairs);
            writer.Write(measured.Triples.Count);
            foreach (var (first, second, from, to) in measured.Triples.Groups)
                for (var triple = from; triple < to; triple++)
                {
                    writer.Write((ushort)first);
                    writer.Write((ushort)second);
                    writer.Write((ushort)measured.Triples.Third(triple));
                }
            Write(writer, measured.TripleCounts);
        }
        File.Move(draft, Path, overwrite: true);
    }

    /// <returns>Null when there is nothing to go on with.</returns>
    internal Measurement? Load()
    {
        if (!File.Exists(Path))
            return null;
        using var reader = new BinaryReader(File.OpenRead(Path));
        try
        {
            if (reader.ReadString() != Mark || reader.ReadString() != Fingerprint)
                return null;
            var domain = ReadDomain(reader);
            var first = new Measurement
            {
                Domain = domain,
                Persons = reader.ReadInt64(),
                PersonsVariance = ReadVariance(reader)!.Value,
                Cap = reader.ReadInt32(),
                SinglesVariance = ReadVariance(reader)!.Value,
                PairsVariance = ReadVariance(reader),
                TriplesVariance = ReadVariance(reader),
                Spent = reader.ReadDouble(),
                Singles =
                [
                    .. Enumerable.Range(0, domain.AttributeCount).Select(_ => reader.ReadInt64()),
                ],
            };
            var pairs = ReadCounts(reader);
            var triples = new TripleList();
            for (var left = reader.ReadInt32(); left > 0; left--)
                triples.Add(reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16());
            return first with
            {
                Pairs = pairs,
                Triples = triples,
                TripleCounts = ReadCounts(reader),
            };
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, RecordDomain domain)
    {
        writer.Write(domain.Columns.Count);
        foreach (var column in domain.Columns)
        {
            writer.Write(column.Name);
            writer.Write(column.Other ?? "");
            writer.Write(column.Values.Count);
            foreach (var value in column.Values)
                writer.Write(value);
        }
    }

    private static RecordDomain ReadDomain(BinaryReader reader)
    {
        var columns = new List<DomainColumn>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, other) = (reader.ReadString(), reader.ReadString());
            string[] values =
            [
                .. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()),
            ];
            columns.Add(new(name, values, other.Length == 0 ? null : other));
        }
        return RecordDomain.Of(columns);
    }

    private static void Write(BinaryWriter writer, int[] counts)
    {
        writer.Write(counts.Length);
        foreach (var count in counts)
            writer.Write(count);
    }

    private static int[] ReadCounts(BinaryReader reader)
    {
        var counts = new int[reader.ReadInt32()];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = reader.ReadInt32();
        return counts;
    }

    private static Variance? ReadVariance(BinaryReader reader) =>
        reader.ReadUInt64() is > 0 and var numerator ? Variance.Of(numerator) : null;
}
