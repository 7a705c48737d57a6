// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Accounting;
using Xunit;

namespace Faro.Disclosure.Tests.Accounting;

/// <summary>Figures that others have published.</summary>
public sealed class PrivacyLevelPublished
{
    /// <summary>United States Census Bureau, settings of the 2020 redistricting data (June 2021): ρ 2.56 for
    /// persons is ε 17.14 at δ = 10⁻¹⁰.</summary>
    [Fact]
    public void The_budget_of_the_census_of_2020() =>
        Assert.Equal(17.14, PrivacyLevel.EpsilonOf(2.56, 1e-10), 0.03);

    /// <summary>Balle and Wang (2018), theorem 8: δ of Gaussian noise exactly. The bound must lie over it, and not far.</summary>
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 12)]
    public void The_bound_lies_just_over_the_exact_curve_of_Gaussian_noise(
        double mu,
        double epsilon
    )
    {
        var exact =
            Bell.Below((-epsilon / mu) + (mu / 2))
            - (Math.Exp(epsilon) * Bell.Below((-epsilon / mu) - (mu / 2)));
        var bound = ZeroConcentrated.Delta(mu * mu / 2, epsilon);
        Assert.InRange(bound, exact, 12 * exact);
    }

    /// <summary>The same levels for 91,043 persons, worked out with other software.</summary>
    [Theory]
    [InlineData(1, 0.220)]
    [InlineData(4, 0.788)]
    [InlineData(12, 2.042)]
    public void The_budget_that_a_level_allows(double epsilon, double mu)
    {
        var level = new PrivacyLevel(epsilon, 1 / (91_043 * Math.Log(91_043)));
        Assert.Equal(mu, Math.Sqrt(2 * level.Rho), 0.0006);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.158655253931457)]
    [InlineData(3, 0.00134989803163009)]
    [InlineData(6, 9.86587645037698e-10)]
    [InlineData(10, 7.61985302416053e-24)]
    public void The_tail_of_the_normal_distribution(double z, double above) =>
        Assert.Equal(1, Bell.Above(z) / above, 1e-12);
}
