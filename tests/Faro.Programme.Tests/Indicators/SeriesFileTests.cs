// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Indicators;
using Xunit;

namespace Faro.Programme.Tests.Indicators;

public sealed class SeriesFileTests
{
    [Theory]
    [InlineData("period,value,status\n2010,255681,verified\n")]
    [InlineData("\uFEFFperiodo;valor;estado\r\n2010;255681;verified\r\n")]
    public void A_file_in_either_language_is_read(string text)
    {
        var (row, figure) = Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Value);

        Assert.Equal(2, row);
        Assert.Equal(new SeriesFigure("2010", 255_681m, "verified"), figure);
    }

    [Theory]
    [InlineData("year,value,status\n2010,1,seed\n", IndicatorRefusals.HeaderWrong)]
    [InlineData("", IndicatorRefusals.HeaderWrong)]
    [InlineData("period,value,status\n2010,\"1,200\",seed\n", IndicatorRefusals.ValueMalformed)]
    [InlineData("period,value,status\n2010,=1+1,seed\n", IndicatorRefusals.ValueMalformed)]
    [InlineData("period,value,status\n2010,1\n", IndicatorRefusals.FileDamaged)]
    [InlineData("period,value,status\n2010,1,\0\n", IndicatorRefusals.FileNotText)]
    public void A_file_that_is_not_what_it_says_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Refusals).Code);

    [Fact]
    public void A_file_of_another_encoding_is_refused() =>
        Assert.Equal(
            IndicatorRefusals.FileNotText,
            Assert.Single(Read([0x70, 0xF3, 0x2C]).Refusals).Code
        );

    [Fact]
    public void A_large_file_is_refused_unread() =>
        Assert.Equal(
            IndicatorRefusals.FileLarge,
            Assert.Single(Read(new byte[SeriesFile.MaxBytes + 1]).Refusals).Code
        );

    private static Outcome<List<(int Row, SeriesFigure Figure)>> Read(byte[] file) =>
        SeriesFile.Read(file, "File");
}
