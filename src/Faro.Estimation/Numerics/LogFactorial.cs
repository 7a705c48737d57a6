// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>Natural logarithm of k!.</summary>
internal static class LogFactorial
{
    private const int SeriesFrom = 16;

    /// <remarks>Stirling's series with five terms from 16 on (relative error below 1e-15), products before.</remarks>
    public static double Of(double k)
    {
        if (k < SeriesFrom)
        {
            var product = 1.0;
            for (var i = 2; i <= k; i++)
            {
                product *= i;
            }

            return Math.Log(product);
        }

        var inverse = 1 / k;
        var square = inverse * inverse;
        var series =
            inverse
            * (
                (1.0 / 12)
                - (
                    square
                    * (
                        (1.0 / 360)
                        - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188)))))
                    )
                )
            );
        return ((k + 0.5) * Math.Log(k)) - k + (0.5 * Math.Log(2 * Math.PI)) + series;
    }
}
