// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Estimation;
using Faro.Programme.Exchange;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Exchange;

public sealed class CaptureTableFileTests
{
    [Fact]
    public void A_table_is_read_and_its_equal_histories_are_added_up()
    {
        var table = Read("A,B,count", "1,0,3", "1,1,1", " 1 ,0, 4 ").Value;
        Assert.Equal(["A", "B"], table.Lists);
        Assert.Equal([new(1, 7), new(3, 1)], table.Counts);
    }

    [Fact]
    public void The_tables_kept_with_the_source_are_read()
    {
        var path = Path.Combine(
            SharedData.Repository,
            "data",
            "reference",
            "silverman-2014",
            "UKdat_5.csv"
        );
        Assert.Equal(2744, CaptureTableFile.Read(path).Value.Observed);
    }

    [Fact]
    public void A_byte_order_mark_and_semicolons_do_no_harm()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "A;B;count\r\n1;0;3\r\n0;1;2\r\n", new UTF8Encoding(true));
        try
        {
            var table = CaptureTableFile.Read(path).Value;
            Assert.Equal("A", table.Lists[0]);
            Assert.Equal(5, table.Observed);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(ExchangeRefusals.NoRows, "")]
    [InlineData(ExchangeRefusals.NoRows, "A,B,count")]
    [InlineData(ExchangeRefusals.CountColumnMissing, "A,B,C", "1,0,3")]
    [InlineData(ExchangeRefusals.TooFewLists, "A,count", "1,3")]
    [InlineData(ExchangeRefusals.TooManyLists, "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,count", "1")]
    [InlineData(ExchangeRefusals.ListUnnamed, "A,,count", "1,0,3")]
    [InlineData(ExchangeRefusals.ListNamedTwice, "A,A,count", "1,0,3")]
    public void A_header_that_is_wrong_is_refused(string code, params string[] lines) =>
        Assert.Equal(code, Assert.Single(Read(lines).Refusals).Code);

    [Theory]
    [InlineData(ExchangeRefusals.NotZeroOrOne, "2,0,5")]
    [InlineData(ExchangeRefusals.NotZeroOrOne, "NA,0,5")]
    [InlineData(ExchangeRefusals.NotZeroOrOne, ",1,5")]
    [InlineData(ExchangeRefusals.OnNoList, "0,0,500")]
    [InlineData(ExchangeRefusals.CountNotWhole, "1,0,5.5")]
    [InlineData(ExchangeRefusals.CountNegative, "1,0,-5")]
    [InlineData(ExchangeRefusals.CountNotANumber, "1,0,NA")]
    [InlineData(ExchangeRefusals.CountNotANumber, "1,0,")]
    [InlineData(ExchangeRefusals.CountNotANumber, "1,0,=1+1")]
    [InlineData(ExchangeRefusals.TooManyPeople, "1,0,1000000001")]
    public void A_row_that_is_wrong_is_refused_and_located(string code, string line)
    {
        var refusal = Read("A,B,count", "1,1,2", line).Refusals[0];
        Assert.Equal(code, refusal.Code);
        Assert.Equal(3, refusal.Values[0]);
    }

    [Theory]
    [InlineData("1,0", 2)]
    [InlineData("1,0,5,7", 4)]
    public void A_row_of_another_width_is_refused_and_located(string line, int cells)
    {
        var refusal = Read("A,B,count", "1,1,2", line).Refusals[0];
        Assert.Equal(ExchangeRefusals.RowWidth, refusal.Code);
        Assert.Equal(["counts.csv", 3, cells, 3], refusal.Values);
    }

    [Fact]
    public void Every_wrong_row_is_told_up_to_a_limit()
    {
        var refusals = Read(["A,B,count", .. Enumerable.Repeat("2,0,5", 500)]).Refusals;
        Assert.Equal(CaptureTableFile.MostRefusals + 1, refusals.Count);
        Assert.Equal(ExchangeRefusals.AndMore, refusals[^1].Code);
    }

    [Fact]
    public void A_sum_beyond_the_limit_is_refused() =>
        Assert.Equal(
            ExchangeRefusals.TooManyPeople,
            Assert
                .Single(Read("A,B,count", $"1,0,{CaptureTable.MostPeople}", "0,1,1").Refusals)
                .Code
        );

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, [0x41, 0x2C, 0xFF, 0xFE, 0x00, 0x0A]);
        try
        {
            Assert.Equal(
                ExchangeRefusals.NotReadable,
                Assert.Single(CaptureTableFile.Read(path).Refusals).Code
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("A,B,count\n1,0,\"5\n")]
    [InlineData("A,B,count\n\"1\"x,0,5\n")]
    public void A_quote_left_open_is_refused(string text) =>
        Assert.False(CaptureTableFile.Read(new StringReader(text), "counts.csv").Done);

    [Fact]
    public void A_cell_of_ten_million_letters_is_refused()
    {
        var text = $"A,B,count\n1,{new string('1', 10_000_000)},5\n";
        Assert.False(CaptureTableFile.Read(new StringReader(text), "counts.csv").Done);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal(
            ExchangeRefusals.FileMissing,
            Assert.Single(CaptureTableFile.Read("/no/such/file.csv").Refusals).Code
        );

    private static Outcome<CaptureTable> Read(params string[] lines) =>
        CaptureTableFile.Read(new StringReader(string.Join('\n', lines)), "counts.csv");
}
