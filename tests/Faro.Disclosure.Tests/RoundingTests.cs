// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Disclosure.Tests;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(19, 10)]
    [InlineData(178, 170)]
    public void Down_to_ten_never_shows_more_than_there_are(long count, long shown) =>
        Assert.Equal(shown, Rounding.Down(10).Round(count));

    [Theory]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(178, 180)]
    public void Nearest_five_goes_to_the_closer_multiple(long count, long shown) =>
        Assert.Equal(shown, Rounding.Nearest(5).Round(count));

    [Fact]
    public void What_lies_behind_a_shown_count_is_all_that_rounds_to_it() =>
        Gen.Select(Gen.Long[1, 12], Gen.Bool, Gen.Long[0, 200])
            .Sample(
                (to, down, count) =>
                {
                    var rounding = down ? Rounding.Down(to) : Rounding.Nearest(to);
                    var shown = rounding.Round(count);
                    var (least, most) = rounding.Behind(shown);
                    Assert.Equal(0, shown % to);
                    Assert.InRange(count, least, most);
                    Assert.Equal(shown, rounding.Round(least));
                    Assert.Equal(shown, rounding.Round(most));
                    Assert.NotEqual(shown, rounding.Round(most + 1));
                }
            );
}
