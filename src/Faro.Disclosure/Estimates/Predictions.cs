// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Mixture;

namespace Faro.Disclosure.Estimates;

/// <summary>How many persons the model expects to hold attributes together.</summary>
internal sealed class Predictions
{
    private readonly MixtureModel _model;
    private readonly float _persons;
    private readonly float[] _scaled;
    private readonly float[] _pair;

    public Predictions(MixtureModel model, double persons)
    {
        (_model, _persons) = (model, (float)persons);
        _scaled = new float[model.Domain.AttributeCount * model.Kinds];
        for (var row = 0; row < model.Domain.AttributeCount; row++)
            Rows.Multiply(
                model.Row(row),
                model.Weights,
                _scaled.AsSpan(row * model.Kinds, model.Kinds)
            );
        _pair = new float[model.Kinds];
    }

    public double Single(int attribute) =>
        _persons * Rows.Dot(_model.Row(attribute), _model.Weights);

    public double Pair(int low, int high) => _persons * Rows.Dot(Scaled(low), _model.Row(high));

    /// <summary>Says what is expected of each triple of a list.</summary>
    public void OfTriples(TripleList triples, Action<int, double> say)
    {
        foreach (var (first, second, from, to) in triples.Groups)
        {
            Rows.Multiply(Scaled(first), _model.Row(second), _pair);
            for (var triple = from; triple < to; triple++)
                say(triple, _persons * Rows.Dot(_pair, _model.Row(triples.Third(triple))));
        }
    }

    /// <summary>Finds the triples that are expected to be held by so many persons at least.</summary>
    /// <param name="least">Persons.</param>
    /// <param name="isPossible">Whether a pair need be looked at: no triple exceeds its pairs.</param>
    /// <param name="found">First, second, third attribute, ascending, and what is expected.</param>
    /// <param name="cancel">Stops between attributes.</param>
    public void FindTriples(
        double least,
        Func<int, int, bool> isPossible,
        Action<int, int, int, double> found,
        CancellationToken cancel
    )
    {
        var width = _model.Domain.AttributeCount;
        var columns = _model.Domain.ColumnsOfAttributes;
        for (var first = 0; first < width; first++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var second = first + 1; second < width; second++)
            {
                if (columns[first] == columns[second] || !isPossible(first, second))
                    continue;
                Rows.Multiply(Scaled(first), _model.Row(second), _pair);
                for (var third = second + 1; third < width; third++)
                {
                    if (
                        columns[third] == columns[second]
                        || !isPossible(first, third)
                        || !isPossible(second, third)
                    )
                        continue;
                    var expected = _persons * Rows.Dot(_pair, _model.Row(third));
                    if (expected >= least)
                        found(first, second, third, expected);
                }
            }
        }
    }

    /// <summary>Finds the attributes over a triple's last that so many persons are expected to hold with it.</summary>
    /// <param name="triple">Ascending.</param>
    /// <param name="least">Persons.</param>
    /// <param name="isPossible">Whether a fourth need be looked at.</param>
    /// <param name="found">The fourth attribute, and what is expected.</param>
    public void FindFourth(
        Combination triple,
        double least,
        Func<int, bool> isPossible,
        Action<int, double> found
    )
    {
        Rows.Multiply(Scaled(triple.First), _model.Row(triple.Second), _pair);
        Rows.Multiply(_pair, _model.Row(triple.Third), _pair);
        for (var fourth = triple.Third + 1; fourth < _model.Domain.AttributeCount; fourth++)
        {
            if (!isPossible(fourth))
                continue;
            var expected = _persons * Rows.Dot(_pair, _model.Row(fourth));
            if (expected >= least)
                found(fourth, expected);
        }
    }

    private ReadOnlySpan<float> Scaled(int row) => _scaled.AsSpan(row * _model.Kinds, _model.Kinds);
}
