// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access.Entering;
using Xunit;

namespace Faro.Programme.Tests.Access;

/// <summary>RFC 6238, appendix B: the SHA-1 rows, eight digits, secret "12345678901234567890".</summary>
public sealed class TotpPublished
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_agree_with_the_standard(long seconds, string code) =>
        Assert.Equal(
            code,
            Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), 8)
        );

    /// <summary>RFC 4648 §10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_agrees_with_the_standard(string plain, string written) =>
        Assert.Equal(written, Totp.Write(Encoding.ASCII.GetBytes(plain)));

    [Fact]
    public void A_code_is_taken_a_step_early_or_late_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var code = Totp.CodeAt(Secret, Totp.StepAt(now));

        Assert.NotNull(Totp.Match(Secret, code, now.AddSeconds(30), 0));
        Assert.NotNull(Totp.Match(Secret, code, now.AddSeconds(-30), 0));
        Assert.Null(Totp.Match(Secret, code, now.AddSeconds(60), 0));
        Assert.Null(Totp.Match(Secret, code, now.AddSeconds(-60), 0));
        Assert.Null(Totp.Match(Secret, code, now, Totp.StepAt(now)));
    }
}
