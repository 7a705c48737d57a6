// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Exchange.Tables;
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
    [InlineData("period,value,status\n2010,\"1,200\",seed\n", IndicatorRefusals.ValueMalformed)]
    [InlineData("", FileProblems.Empty)]
    [InlineData("period,value,status\n", FileProblems.NoRows)]
    [InlineData("period,value,status\n2010,=1+1,seed\n", FileProblems.Formula)]
    [InlineData("period,value,status\n2010,1\n", FileProblems.RowWidth)]
    [InlineData("period,value,status\n2010,1,\0\n", FileProblems.NulBytes)]
    [InlineData("%PDF-1.7\n", FileProblems.NotATable)]
    public void A_file_that_is_not_what_it_says_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Refusals).Code);

    [Fact]
    public void A_wrong_cell_is_located_by_file_row_and_column()
    {
        var refusal = Assert.Single(
            Read("period,value,status\n2010,1,seed\n2011,=1+1,seed\n"u8.ToArray()).Refusals
        );

        Assert.Equal("File", refusal.Field);
        Assert.Equal(["series.csv", 1, 3, "B"], refusal.Values);
    }

    [Fact]
    public void A_large_file_is_refused_unread() =>
        Assert.Equal(
            IndicatorRefusals.FileLarge,
            Assert.Single(Read(new byte[SeriesFile.MaxBytes + 1]).Refusals).Code
        );

    private static Outcome<List<(int Row, SeriesFigure Figure)>> Read(byte[] file) =>
        SeriesFile.Read(file, "series.csv", "File", TestContext.Current.CancellationToken);
}
