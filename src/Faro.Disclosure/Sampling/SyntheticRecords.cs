// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Mixture;

namespace Faro.Disclosure.Sampling;

/// <summary>Records drawn from a model, column by column: the attribute of each person, or <see cref="Nothing"/>.</summary>
internal sealed class SyntheticRecords
{
    /// <summary>Stands for an empty cell.</summary>
    public const ushort Nothing = ushort.MaxValue;

    private SyntheticRecords(RecordDomain domain, int count)
    {
        (Domain, Count) = (domain, count);
        Columns = [.. domain.Columns.Select(_ => new ushort[count])];
    }

    public RecordDomain Domain { get; }

    public int Count { get; }

    /// <summary>By column, then by record.</summary>
    public IReadOnlyList<ushort[]> Columns { get; }

    /// <summary>Draws so many records that every kind, and every value within a kind, comes as often as the model says, up to one.</summary>
    /// <remarks>Systematic sampling: one lot for each list of shares instead of one for each record.</remarks>
    public static SyntheticRecords Draw(
        MixtureModel model,
        int count,
        Lots lots,
        CancellationToken cancel
    )
    {
        var records = new SyntheticRecords(model.Domain, count);
        var kinds = new int[model.Kinds];
        Spread(model.Weights.Select(weight => (double)weight).ToArray(), count, kinds, lots);
        var at = 0;
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var column = 0; column < records.Columns.Count; column++)
                records.Fill(model, kind, column, at, kinds[kind], lots);
            at += kinds[kind];
        }
        return records;
    }

    private void Fill(MixtureModel model, int kind, int column, int from, int count, Lots lots)
    {
        var first = Domain.First(column);
        var values = Domain.Columns[column].Values.Count;
        Span<double> shares = new double[values + 1];
        for (var value = 0; value < values; value++)
            shares[value] = model.Row(first + value)[kind];
        shares[values] = model.Row(model.EmptyRow(column))[kind];
        Span<int> times = new int[values + 1];
        Spread(shares, count, times, lots);
        var cells = Columns[column].AsSpan(from, count);
        var at = 0;
        for (var value = 0; value <= values; value++)
        {
            cells.Slice(at, times[value]).Fill(value == values ? Nothing : (ushort)(first + value));
            at += times[value];
        }
        lots.Shuffle(cells);
    }

    /// <summary>Divides a number by shares so that each part is off by less than one.</summary>
    private static void Spread(ReadOnlySpan<double> shares, int count, Span<int> parts, Lots lots)
    {
        var sum = 0.0;
        foreach (var share in shares)
            sum += share;
        var (offset, passed, taken) = (lots.Unit(), 0.0, 0);
        for (var part = 0; part < shares.Length; part++)
        {
            passed += shares[part] / sum * count;
            var reached =
                part == shares.Length - 1
                    ? count
                    : Math.Clamp((int)Math.Floor(passed + offset), taken, count);
            parts[part] = reached - taken;
            taken = reached;
        }
    }
}
