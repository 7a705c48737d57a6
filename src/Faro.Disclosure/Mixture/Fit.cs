// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Faro.Disclosure.Mixture;

/// <summary>Moves a mixture towards noisy counts: weighted least squares over singles, pairs and triples together.</summary>
/// <remarks>Adam (Kingma and Ba 2015) over all of them at each step. A step costs about 2 A² K for A attributes and K
/// kinds, and 3 T K for T triples; the number of persons does not come into it. Single precision is enough: counts of
/// millions are met to a tenth.</remarks>
internal sealed class Fit
{
    private readonly MixtureModel _model;
    private readonly Targets _targets;
    private readonly Adam _rowsAdam;
    private readonly Adam _kindsAdam;
    private readonly float[] _scaled;
    private readonly float[] _gradient;
    private readonly float[] _residuals;
    private readonly float[] _kindGradient;
    private readonly float[] _moved;
    private readonly float[] _pairRow;
    private readonly float[] _sumRow;

    public Fit(MixtureModel model, Targets targets)
    {
        (_model, _targets) = (model, targets);
        _rowsAdam = new(model.Logits.Length);
        _kindsAdam = new(model.Kinds);
        _scaled = new float[targets.Width * model.Kinds];
        _gradient = new float[model.RowCount * model.Kinds];
        _residuals = new float[targets.Width * targets.Width];
        _kindGradient = new float[model.Kinds];
        _moved = new float[model.Kinds];
        _pairRow = new float[model.Kinds];
        _sumRow = new float[model.Kinds];
    }

    /// <summary>One step of the given length.</summary>
    public void Step(float length)
    {
        Array.Clear(_kindGradient);
        Scale();
        PairGradient();
        AddKinds(1 / 2f, first: true);
        SingleGradient();
        TripleGradient();
        ThroughColumns();
        ThroughKinds();
        _rowsAdam.Step(_model.Logits, _gradient, length);
        _kindsAdam.Step(_model.KindLogits, _kindGradient, length);
        _model.Normalise();
    }

    private void Scale()
    {
        for (var row = 0; row < _model.Domain.AttributeCount; row++)
            Rows.Multiply(_model.Row(row), _model.Weights, Of(_scaled, row));
    }

    private void PairGradient()
    {
        var width = _targets.Width;
        var kinds = _model.Kinds;
        Span<float> products = stackalloc float[16];
        for (var a = 0; a < width; a += 4)
        for (var b = a; b < width; b += 4)
        {
            Rows.Dot4By4(
                _scaled.AsSpan(a * kinds),
                _model.Chances.AsSpan(b * kinds),
                kinds,
                products
            );
            for (var i = 0; i < 4; i++)
            for (var j = a == b ? i + 1 : 0; j < 4; j++)
            {
                var at = ((a + i) * width) + b + j;
                _residuals[at] = _residuals[((b + j) * width) + a + i] =
                    _targets.PairWeights[at]
                    * ((_targets.Persons * products[(i * 4) + j]) - _targets.Pairs[at]);
            }
        }
        for (var a = 0; a < width; a += 4)
            Rows.Combine4(
                _residuals.AsSpan(a * width, 4 * width),
                width,
                _scaled,
                kinds,
                _gradient.AsSpan(a * kinds)
            );
    }

    private void SingleGradient()
    {
        for (var a = 0; a < _model.Domain.AttributeCount; a++)
        {
            var predicted = _targets.Persons * Rows.Dot(_model.Row(a), _model.Weights);
            var residual = _targets.SingleWeights[a] * (predicted - _targets.Singles[a]);
            Rows.AddTimes(_model.Weights, residual, Of(_gradient, a));
            Rows.AddTimes(Of(_scaled, a), residual, _kindGradient);
        }
    }

    private void TripleGradient()
    {
        var triples = _targets.Triples;
        Array.Clear(_moved);
        foreach (var (first, second, from, to) in triples.Groups)
        {
            Rows.Multiply(Of(_scaled, first), _model.Row(second), _pairRow);
            Array.Clear(_sumRow);
            for (var triple = from; triple < to; triple++)
            {
                var weight = _targets.TripleWeights[triple];
                if (weight == 0)
                    continue;
                var third = _model.Row(triples.Third(triple));
                var residual =
                    weight
                    * (
                        (_targets.Persons * Rows.Dot(_pairRow, third))
                        - _targets.TripleCounts[triple]
                    );
                Rows.AddTimes(third, residual, _sumRow);
                Rows.AddTimes(_pairRow, residual, Of(_gradient, triples.Third(triple)));
            }
            Rows.AddProduct(_sumRow, Of(_scaled, second), Of(_gradient, first));
            Rows.AddProduct(_sumRow, Of(_scaled, first), Of(_gradient, second));
            Rows.AddProduct(_sumRow, _pairRow, _moved);
        }
        for (var kind = 0; kind < _moved.Length; kind++)
            _kindGradient[kind] += _moved[kind];
    }

    /// <summary>What the pairs want of the kinds: each pair is met from both its attributes.</summary>
    private void AddKinds(float times, bool first)
    {
        if (first)
            Array.Clear(_moved);
        for (var a = 0; a < _model.Domain.AttributeCount; a++)
            Rows.AddProduct(_model.Row(a), Of(_gradient, a), _moved);
        for (var kind = 0; kind < _moved.Length; kind++)
            _kindGradient[kind] += times * _moved[kind];
    }

    /// <summary>From probabilities to what they are the logarithms of, within each column.</summary>
    private void ThroughColumns()
    {
        var domain = _model.Domain;
        for (var column = 0; column < domain.Columns.Count; column++)
        {
            Array.Clear(_sumRow);
            var first = domain.First(column);
            var values = domain.Columns[column].Values.Count;
            for (var row = first; row < first + values; row++)
                Rows.AddProduct(_model.Row(row), Of(_gradient, row), _sumRow);
            for (var row = first; row < first + values; row++)
                Centre(row, isEmpty: false);
            Centre(_model.EmptyRow(column), isEmpty: true);
        }
    }

    private void Centre(int row, bool isEmpty)
    {
        ref var chances = ref MemoryMarshal.GetReference(_model.Row(row));
        ref var gradient = ref MemoryMarshal.GetReference(Of(_gradient, row));
        ref var mean = ref MemoryMarshal.GetArrayDataReference(_sumRow);
        for (nuint kind = 0; kind < (nuint)_model.Kinds; kind += (nuint)Vector512<float>.Count)
        {
            var own = isEmpty ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref gradient, kind);
            var moved =
                Vector512.LoadUnsafe(ref chances, kind)
                * (own - Vector512.LoadUnsafe(ref mean, kind));
            moved.StoreUnsafe(ref gradient, kind);
        }
    }

    private void ThroughKinds()
    {
        var sum = 0f;
        foreach (var each in _kindGradient)
            sum += each;
        for (var kind = 0; kind < _kindGradient.Length; kind++)
            _kindGradient[kind] -= _model.Weights[kind] * sum;
    }

    private Span<float> Of(float[] rows, int row) => rows.AsSpan(row * _model.Kinds, _model.Kinds);
}
