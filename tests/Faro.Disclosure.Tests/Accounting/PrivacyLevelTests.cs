// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Disclosure.Accounting;
using Xunit;

namespace Faro.Disclosure.Tests.Accounting;

public sealed class PrivacyLevelTests
{
    [Theory]
    [InlineData(0, 1e-6)]
    [InlineData(-1, 1e-6)]
    [InlineData(double.NaN, 1e-6)]
    [InlineData(101, 1e-6)]
    [InlineData(1, 0)]
    [InlineData(1, 0.02)]
    [InlineData(1, double.NaN)]
    public void A_level_that_promises_nothing_is_refused(double epsilon, double delta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrivacyLevel(epsilon, delta));

    [Fact]
    public void What_a_level_allows_never_amounts_to_more_than_the_level() =>
        Gen.Double[0.01, 20]
            .Select(Gen.Double[-12, -3])
            .Sample(
                (epsilon, power) =>
                {
                    var level = new PrivacyLevel(epsilon, Math.Pow(10, power));
                    Assert.True(ZeroConcentrated.Delta(level.Rho, epsilon) <= level.Delta);
                    Assert.True(PrivacyLevel.EpsilonOf(level.Rho, level.Delta) <= epsilon + 1e-6);
                },
                iter: 200
            );

    [Theory]
    [InlineData(1, 0.56)]
    [InlineData(4, 0.71)]
    [InlineData(12, 0.93)]
    public void The_best_attack_is_told_in_plain_numbers(double epsilon, double rate) =>
        Assert.Equal(
            rate,
            new PrivacyLevel(epsilon, 1 / (91_043 * Math.Log(91_043))).BestAttack,
            0.01
        );
}
