// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Estimates;

/// <summary>Weighs a noisy count against what the model says, by how far the model was off on counts of that size.</summary>
/// <remarks>The model has seen the noise, so it follows it a little: by the share h by which residuals of counts it was
/// fitted to are smaller than of counts held out (h = 1 − √(in/out), as the leverage of a linear fit). With r = noisy −
/// model, q = E r² and known σ², the best weight on r is 1 − (1 − h)σ²/q, and the error left is E e² − w²q with
/// E e² = q − σ² + 2hσ² (Stein's identity). It is never worse than either by itself, up to how well q is known.</remarks>
internal sealed class Shrinkage
{
    private const int Least = 40;
    private const int Enough = 2000;

    // Sizes of counts that are judged together, in persons.
    private static readonly double[] Edges =
    [
        5,
        10,
        20,
        40,
        80,
        160,
        320,
        640,
        1280,
        2560,
        5120,
        10240,
        40960,
    ];

    private readonly double _variance;
    private readonly double[] _weights = new double[Edges.Length + 1];
    private readonly double[] _errors = new double[Edges.Length + 1];
    private readonly double[] _misfits = new double[Edges.Length + 1];

    /// <param name="variance">σ² of the noise.</param>
    /// <param name="inside">Predicted count and squared residual of counts the model was fitted to.</param>
    /// <param name="outside">The same of counts that were held out.</param>
    public Shrinkage(
        double variance,
        IReadOnlyList<(double Predicted, double Square)> inside,
        IReadOnlyList<(double Predicted, double Square)> outside
    )
    {
        _variance = variance;
        var within = Means(inside, variance);
        var ratio = outside.Sum(each => Math.Min(50, each.Square / within[Bin(each.Predicted)]));
        Follows =
            outside.Count < Least
                ? 0.2
                : Math.Clamp(1 - (1 / Math.Sqrt(ratio / outside.Count)), 0, 0.9);
        for (var bin = 0; bin < within.Length; bin++)
        {
            var q = within[bin];
            // Residuals smaller than the noise alone say that the model follows it, held out or not.
            var h = Math.Max(Follows, 1 - (q / variance));
            var weight = Math.Clamp(1 - ((1 - h) * variance / q), 0, 1);
            var model = Math.Max(0.02 * variance, q - variance + (2 * h * variance));
            _weights[bin] = weight;
            _errors[bin] = Math.Sqrt(Math.Max(0.02 * variance, model - (weight * weight * q)));
            _misfits[bin] = Math.Sqrt(model);
        }
        if (outside.Count < Enough)
            return;
        var without = Means(outside, variance);
        for (var bin = 0; bin < without.Length; bin++)
            _misfits[bin] = Math.Sqrt(Math.Max(0.02 * variance, without[bin] - variance));
    }

    /// <summary>The share h by which the model follows noise.</summary>
    public double Follows { get; }

    /// <summary>The best estimate of a count that the model was fitted to, and its standard error.</summary>
    public (double Count, double Error) Fitted(double noisy, double predicted)
    {
        var bin = Bin(predicted);
        return (predicted + (_weights[bin] * (noisy - predicted)), _errors[bin]);
    }

    /// <summary>The best estimate of a count that was measured and held out, and its standard error.</summary>
    public (double Count, double Error) Held(double noisy, double predicted)
    {
        var square = Misfit(predicted) * Misfit(predicted);
        var weight = square / (square + _variance);
        return (predicted + (weight * (noisy - predicted)), Math.Sqrt(weight * _variance));
    }

    /// <summary>The standard error of what the model says where nothing was measured.</summary>
    public double Misfit(double predicted) => _misfits[Bin(predicted)];

    private static int Bin(double predicted)
    {
        var bin = 0;
        while (bin < Edges.Length && predicted >= Edges[bin])
            bin++;
        return bin;
    }

    /// <summary>Mean squares by size; one with too few counts shares with its neighbours below and above until there are enough.</summary>
    private static double[] Means(
        IReadOnlyList<(double Predicted, double Square)> residuals,
        double otherwise
    )
    {
        var sums = new double[Edges.Length + 1];
        var counts = new int[sums.Length];
        foreach (var (predicted, square) in residuals)
        {
            sums[Bin(predicted)] += square;
            counts[Bin(predicted)]++;
        }
        var means = new double[sums.Length];
        for (var bin = 0; bin < sums.Length; bin++)
        {
            var (sum, count) = (sums[bin], counts[bin]);
            for (var far = 1; count < Least && far < sums.Length; far++)
            {
                foreach (var near in (int[])[bin - far, bin + far])
                    if (near >= 0 && near < sums.Length)
                        (sum, count) = (sum + sums[near], count + counts[near]);
            }
            means[bin] = count == 0 ? otherwise : sum / count;
        }
        return means;
    }
}
