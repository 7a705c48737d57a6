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

    // Sizes of counts that are judged together, in persons.
    private static readonly double[] Edges =
    [
        5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10240, 40960,
    ];

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
        var sums = new double[_weights.Length];
        var counts = new int[_weights.Length];
        foreach (var (predicted, square) in inside)
        {
            sums[Bin(predicted)] += square;
            counts[Bin(predicted)]++;
        }
        var means = Smooth(sums, counts, variance);
        var (ratio, held) = (0.0, 0);
        foreach (var (predicted, square) in outside)
        {
            ratio += Math.Min(50, square / means[Bin(predicted)]);
            held++;
        }
        var follows = held < Least ? 0.2 : Math.Clamp(1 - (1 / Math.Sqrt(ratio / held)), 0, 0.9);
        Follows = follows;
        for (var bin = 0; bin < means.Length; bin++)
        {
            var q = means[bin];
            // Residuals smaller than the noise alone say that the model follows it, held out or not.
            var h = Math.Max(follows, 1 - (q / variance));
            var weight = Math.Clamp(1 - ((1 - h) * variance / q), 0, 1);
            var model = Math.Max(0.02 * variance, q - variance + (2 * h * variance));
            _weights[bin] = weight;
            _misfits[bin] = Math.Sqrt(model);
            _errors[bin] = Math.Sqrt(Math.Max(0.02 * variance, model - (weight * weight * q)));
        }
    }

    /// <summary>The share h by which the model follows noise.</summary>
    public double Follows { get; }

    /// <summary>The best estimate of a count that was measured, and its standard error.</summary>
    public (double Count, double Error) Of(double noisy, double predicted)
    {
        var bin = Bin(predicted);
        return (predicted + (_weights[bin] * (noisy - predicted)), _errors[bin]);
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

    /// <summary>Mean squares; a size with too few counts shares with its neighbours below and above until there are enough.</summary>
    private static double[] Smooth(double[] sums, int[] counts, double otherwise)
    {
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
