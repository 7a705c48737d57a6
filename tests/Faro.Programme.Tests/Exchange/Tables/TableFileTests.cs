// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Exchange.Tables;
using MiniExcelLibs;
using Xunit;

namespace Faro.Programme.Tests.Exchange.Tables;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("a,b\r\nx,1\ny,2\rz,3\n")]
    [InlineData("a;b\nx;1\ny;2\nz;3")]
    [InlineData("a\tb\nx\t1\n\n \t \ny\t2\nz\t3\t\t\n")]
    [InlineData("a|b\n\"x\"|1\ny|\"2\"\nz|3\n")]
    public void Separators_line_ends_and_blank_rows_make_no_difference(string text) =>
        Assert.Equal(["x=1", "y=2", "z=3"], Pairs(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Encodings_are_told_apart()
    {
        const string Text = "nombre,año\nÑandú,1990\n";
        Assert.Equal(["Ñandú=1990"], Pairs(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(["Ñandú=1990"], Pairs([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]));
        Assert.Equal(["Ñandú=1990"], Pairs(Encoding.Latin1.GetBytes(Text)));
        Assert.Equal(["Ñandú=1990"], Pairs([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]));
        Assert.Equal(
            ["Ñandú=1990"],
            Pairs([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)])
        );
    }

    [Fact]
    public void A_workbook_reads_like_the_same_csv()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            new[]
            {
                new { nombre = "Ñandú", nacimiento = new DateOnly(1990, 2, 3).ToDateTime(default) },
                new { nombre = "Eva", nacimiento = new DateOnly(1991, 4, 5).ToDateTime(default) },
            }
        );

        Assert.Equal(["Ñandú=1990-02-03", "Eva=1991-04-05"], Pairs(stream.ToArray()));
    }

    [Theory]
    [InlineData("+52 322 123 4567")]
    [InlineData("-3.5")]
    [InlineData("-")]
    [InlineData("- sin dato")]
    [InlineData("a@b.mx")]
    public void Phones_numbers_and_dashes_are_no_formulas(string cell)
    {
        Assert.False(CellText.IsFormula(cell));
        Assert.Equal(cell, CellText.Neutral(cell));
    }

    [Fact]
    public void A_formula_that_leaves_is_made_text() =>
        Assert.Equal("'=1+1", CellText.Neutral("=1+1"));

    private static List<string> Pairs(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return
        [
            .. TableFile
                .Open(stream)
                .Rows(TestContext.Current.CancellationToken)
                .Select(row => $"{row.Cells[0]}={row.Cells[1]}"),
        ];
    }
}
