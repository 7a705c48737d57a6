// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Estimates that are one formula.</summary>
internal static class Formulas
{
    /// <summary>Chapman's nearly unbiased estimate from two lists on their own.</summary>
    /// <remarks>Chapman, Univ. Calif. Publ. Stat. 1 (1951) 131–160; variance of Seber, Biometrika 57 (1970) 313–318;
    /// log-normal limits around the people unseen by both (Chao, Biometrics 43 (1987) 783–791). Assumes that the two
    /// lists are independent: the figure can be less than the people observed on all lists together.</remarks>
    public static ModelEstimate Chapman(CaptureTable table, int first, int second, double level)
    {
        var (name, a, b, both) = Pair("chapman", table, first, second);
        if (both == 0)
        {
            return Without(name, level);
        }

        var estimate = ((a + 1) * (b + 1) / (both + 1)) - 1;
        var variance =
            (a + 1) * (b + 1) * (a - both) * (b - both) / ((both + 1) * (both + 1) * (both + 2));
        return With(name, estimate, a + b - both, variance, level);
    }

    /// <summary>Lincoln and Petersen's maximum-likelihood estimate from two lists on their own.</summary>
    /// <remarks>n₁n₂/m with the delta-method variance n₁n₂(n₁ − m)(n₂ − m)/m³ and log-normal limits. Biased upwards when
    /// the overlap is small; see <see cref="Chapman"/>.</remarks>
    public static ModelEstimate LincolnPetersen(
        CaptureTable table,
        int first,
        int second,
        double level
    )
    {
        var (name, a, b, both) = Pair("lincoln-petersen", table, first, second);
        return both == 0
            ? Without(name, level)
            : With(
                name,
                a * b / both,
                a + b - both,
                a * b * (a - both) * (b - both) / (both * both * both),
                level
            );
    }

    /// <summary>Chao's lower bound n + f₁²/(2 f₂).</summary>
    /// <remarks>Chao (1987), eq. 10–12, with its log-normal limits. Valid as a lower bound when chances differ from
    /// person to person; not when one list refers its people to another.</remarks>
    public static ModelEstimate Chao(CaptureTable table, double level)
    {
        double once = table.OnExactly(1);
        double twice = table.OnExactly(2);
        if (twice == 0)
        {
            return Without("chao", level);
        }

        var ratio = once / twice;
        var square = ratio * ratio;
        return With(
            "chao",
            table.Observed + (once * ratio / 2),
            table.Observed,
            twice * ((square * square / 4) + (square * ratio) + (square / 2)),
            level
        );
    }

    private static (string Name, double First, double Second, double Both) Pair(
        string method,
        CaptureTable table,
        int first,
        int second
    ) =>
        (
            $"{method}:{table.Lists[first]},{table.Lists[second]}",
            table.Together(1 << first),
            table.Together(1 << second),
            table.Together((1 << first) | (1 << second))
        );

    /// <summary>No figure, because the data have no information for the method.</summary>
    public static ModelEstimate Without(string name, double level) =>
        new()
        {
            Name = name,
            Status = ModelStatus.NotEstimable,
            Level = level,
        };

    /// <summary>A figure with log-normal limits around the people unseen.</summary>
    public static ModelEstimate With(
        string name,
        double estimate,
        double seen,
        double variance,
        double level
    )
    {
        var hidden = estimate - seen;
        var spread =
            hidden > 0
                ? Math.Exp(
                    Normal.Quantile(0.5 + (level / 2))
                        * Math.Sqrt(double.LogP1(variance / (hidden * hidden)))
                )
                : 1;
        return new()
        {
            Name = name,
            Status = ModelStatus.Estimated,
            Level = level,
            Estimate = estimate,
            Interval = new(
                seen + (hidden / spread),
                seen + (hidden * spread),
                IntervalKind.LogNormal
            ),
        };
    }
}
