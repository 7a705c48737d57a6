// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Noise;

namespace Faro.Disclosure.Measuring;

/// <summary>How one budget is divided, and the noise that each part buys.</summary>
/// <remarks>A person adds 1 to at most C(W, k) combinations of k attributes, W being the cap, so the squared L2 sensitivity
/// of counts of length k is C(W, k). Counts of attributes that are absent are never taken: that is where most of the
/// sensitivity would lie.</remarks>
internal sealed class Spending
{
    private const double ForPersons = 0.001;
    private const double ForLengths = 0.004;

    private readonly double[] _shares;

    public Spending(double rho, int length, bool choosesCap)
    {
        Persons = Variance.AtLeast(1 / (2 * rho * ForPersons));
        Spent = Persons.Cost(1);
        if (choosesCap)
        {
            Lengths = Variance.AtLeast(1 / (2 * rho * ForLengths));
            Spent += Lengths.Value.Cost(1);
        }
        Rest = rho - Spent;
        _shares = length switch
        {
            1 => [1, 0, 0],
            2 => [0.05, 0.95, 0],
            _ => [0.04, 0.48, 0.48],
        };
    }

    /// <summary>Noise on the number of persons.</summary>
    public Variance Persons { get; }

    /// <summary>Noise on how many persons have how many attributes; null when the cap was said.</summary>
    public Variance? Lengths { get; }

    /// <summary>ρ so far.</summary>
    public double Spent { get; private set; }

    /// <summary>ρ for combinations of all lengths.</summary>
    private double Rest { get; }

    /// <summary>Whether combinations of so many attributes are measured.</summary>
    public bool Measures(int length) => length <= 3 && _shares[length - 1] > 0;

    /// <summary>The noise on counts of so many attributes together, under a cap.</summary>
    public Variance Of(int length, int cap) =>
        Variance.AtLeast(Math.Max(1, Choose(cap, length)) / (2 * Rest * _shares[length - 1]));

    /// <summary>Writes down that counts of so many attributes were measured.</summary>
    public Variance Spend(int length, int cap)
    {
        var variance = Of(length, cap);
        Spent += variance.Cost(Choose(cap, length));
        return variance;
    }

    public static double Choose(int from, int take)
    {
        var ways = 1.0;
        for (var i = 0; i < take; i++)
            ways *= (from - i) / (i + 1.0);
        return Math.Max(0, ways);
    }
}
