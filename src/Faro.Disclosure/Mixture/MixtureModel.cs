// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Faro.Disclosure.Sampling;

namespace Faro.Disclosure.Mixture;

/// <summary>A mixture of kinds of records; within a kind columns are independent. Predicts how many records hold given attributes.</summary>
/// <remarks>One row of probabilities per attribute, then one per column for its being empty, each over all kinds, so that
/// a count of a pair is one product of two rows. Probabilities of a column's rows add up to 1 within each kind.</remarks>
internal sealed class MixtureModel
{
    private readonly RecordDomain _domain;
    private readonly float[] _logits;
    private readonly float[] _kindLogits;

    public MixtureModel(RecordDomain domain, int kinds)
    {
        (_domain, Kinds) = (domain, kinds);
        // Rows are taken four at a time.
        RowCount = (domain.AttributeCount + domain.Columns.Count + 3) / 4 * 4;
        _logits = new float[RowCount * kinds];
        _kindLogits = new float[kinds];
        Chances = new float[RowCount * kinds];
        Weights = new float[kinds];
    }

    public RecordDomain Domain => _domain;

    /// <summary>A multiple of 16.</summary>
    public int Kinds { get; }

    public int RowCount { get; }

    /// <summary>Probabilities, row after row.</summary>
    public float[] Chances { get; }

    /// <summary>The share of each kind.</summary>
    public float[] Weights { get; }

    public Span<float> Logits => _logits;

    public Span<float> KindLogits => _kindLogits;

    public int EmptyRow(int column) => _domain.AttributeCount + column;

    public ReadOnlySpan<float> Row(int row) => Chances.AsSpan(row * Kinds, Kinds);

    /// <summary>The kinds of several models side by side: what it predicts is the mean of what they do.</summary>
    public static MixtureModel Together(IReadOnlyList<MixtureModel> models)
    {
        var kinds = models.Sum(model => model.Kinds);
        var together = new MixtureModel(models[0].Domain, kinds);
        var at = 0;
        foreach (var model in models)
        {
            for (var row = 0; row < model.RowCount; row++)
                model.Row(row).CopyTo(together.Chances.AsSpan((row * kinds) + at));
            for (var kind = 0; kind < model.Kinds; kind++)
                together.Weights[at + kind] = model.Weights[kind] / models.Count;
            at += model.Kinds;
        }
        return together;
    }

    /// <summary>Kinds that scatter around the shares of single attributes.</summary>
    public void Scatter(ReadOnlySpan<double> shares, Lots lots)
    {
        for (var column = 0; column < _domain.Columns.Count; column++)
        {
            var first = _domain.First(column);
            var taken = 0.0;
            for (var value = 0; value < _domain.Columns[column].Values.Count; value++)
            {
                Scatter(first + value, shares[first + value], lots);
                taken += shares[first + value];
            }
            Scatter(EmptyRow(column), Math.Max(1e-4, 1 - taken), lots);
        }
        for (var kind = 0; kind < Kinds; kind++)
            _kindLogits[kind] = (float)(0.5 * lots.Normal());
        Normalise();
    }

    /// <summary>Works out probabilities from what they are the logarithms of.</summary>
    public void Normalise()
    {
        for (var column = 0; column < _domain.Columns.Count; column++)
            NormaliseColumn(column);
        var most = float.NegativeInfinity;
        foreach (var logit in _kindLogits)
            most = Math.Max(most, logit);
        var sum = 0f;
        for (var kind = 0; kind < Kinds; kind++)
            sum += Weights[kind] = MathF.Exp(_kindLogits[kind] - most);
        for (var kind = 0; kind < Kinds; kind++)
            Weights[kind] /= sum;
    }

    /// <summary>The share of records that hold an attribute.</summary>
    public double Share(int attribute)
    {
        var row = Row(attribute);
        var sum = 0.0;
        for (var kind = 0; kind < row.Length; kind++)
            sum += row[kind] * Weights[kind];
        return sum;
    }

    private void Scatter(int row, double share, Lots lots)
    {
        var middle = Math.Log(share);
        for (var kind = 0; kind < Kinds; kind++)
            _logits[(row * Kinds) + kind] = (float)(middle + lots.Normal());
    }

    private void NormaliseColumn(int column)
    {
        var first = _domain.First(column);
        var values = _domain.Columns[column].Values.Count;
        var empty = EmptyRow(column) * Kinds;
        ref var logits = ref MemoryMarshal.GetArrayDataReference(_logits);
        ref var chances = ref MemoryMarshal.GetArrayDataReference(Chances);
        for (var kind = 0; kind < Kinds; kind += Vector512<float>.Count)
        {
            var most = Vector512.LoadUnsafe(ref logits, (nuint)(empty + kind));
            for (var value = 0; value < values; value++)
                most = Vector512.Max(
                    most,
                    Vector512.LoadUnsafe(ref logits, (nuint)(((first + value) * Kinds) + kind))
                );
            var sum = Vector512.Exp(Vector512.LoadUnsafe(ref logits, (nuint)(empty + kind)) - most);
            sum.StoreUnsafe(ref chances, (nuint)(empty + kind));
            for (var value = 0; value < values; value++)
            {
                var at = (nuint)(((first + value) * Kinds) + kind);
                var chance = Vector512.Exp(Vector512.LoadUnsafe(ref logits, at) - most);
                chance.StoreUnsafe(ref chances, at);
                sum += chance;
            }
            var scale = Vector512<float>.One / sum;
            (Vector512.LoadUnsafe(ref chances, (nuint)(empty + kind)) * scale).StoreUnsafe(
                ref chances,
                (nuint)(empty + kind)
            );
            for (var value = 0; value < values; value++)
            {
                var at = (nuint)(((first + value) * Kinds) + kind);
                (Vector512.LoadUnsafe(ref chances, at) * scale).StoreUnsafe(ref chances, at);
            }
        }
    }
}
