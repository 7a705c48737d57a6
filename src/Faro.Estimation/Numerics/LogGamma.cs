// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>Natural logarithm of the gamma function for positive numbers.</summary>
internal static class LogGamma
{
    private const double SeriesFrom = 16;

    /// <remarks>Γ(x) = Γ(x + m) / (x (x + 1) … (x + m − 1)) until Stirling's series holds to the last digit.</remarks>
    public static double Of(double x)
    {
        var product = 1.0;
        while (x < SeriesFrom)
        {
            product *= x;
            x++;
        }

        return LogFactorial.Of(x) - Math.Log(x) - Math.Log(product);
    }

    /// <summary>Derivative (digamma), for positive numbers.</summary>
    public static double Slope(double x)
    {
        var sum = 0.0;
        while (x < SeriesFrom)
        {
            sum -= 1 / x;
            x++;
        }

        var square = 1 / (x * x);
        var series =
            square
            * (
                (1.0 / 12)
                - (
                    square
                    * (
                        (1.0 / 120)
                        - (square * ((1.0 / 252) - (square * ((1.0 / 240) - (square / 132)))))
                    )
                )
            );
        return sum + Math.Log(x) - (0.5 / x) - series;
    }
}
