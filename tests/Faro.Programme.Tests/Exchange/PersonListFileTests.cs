// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Linkage;
using Faro.Programme.Exchange;
using Xunit;

namespace Faro.Programme.Tests.Exchange;

public sealed class PersonListFileTests : IDisposable
{
    private readonly string _path = Path.Combine(
        Path.GetTempPath(),
        $"faro-{Guid.CreateVersion7()}.csv"
    );

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-16", ';')]
    [InlineData("windows-1252", '\t')]
    public void Encoding_and_separator_are_found(string encoding, char separator)
    {
        var lines = new[] { "folio,nombre,primer_apellido", " 7 , Íñigo ,Muñoz" };
        var coding =
            CodePagesEncodingProvider.Instance.GetEncoding(encoding)
            ?? Encoding.GetEncoding(encoding);
        File.WriteAllLines(_path, lines.Select(line => line.Replace(',', separator)), coding);

        var list = Open();
        var record = Assert.Single(list.Records(list.Schema));

        Assert.Equal(1, list.Check().Value);
        Assert.Equal("7", record.Id);
        Assert.Equal(2, record.Row);
        Assert.Equal(["7", "Íñigo", "Muñoz"], record.Values);
    }

    [Fact]
    public void Rows_are_counted_as_people_count_them()
    {
        Write("nombre,apellido\nAna,\"dos\nrenglones\"\n\n , \nEva,Ruiz\n");

        var list = Open();

        Assert.Equal(2, list.Check().Value);
        Assert.Equal([2, 5], list.Records(list.Schema).Select(record => record.Row));
    }

    [Theory]
    [InlineData("nombre,apellido\nAna,Ruiz\nEva\n", ExchangeRefusals.RowWidth, 3)]
    [InlineData("nombre,apellido\nAna,Ruiz,de,más\n", ExchangeRefusals.RowWidth, 2)]
    [InlineData("nombre,apellido\nAna,Ru\u0007iz\n", ExchangeRefusals.CellNotText, 2)]
    [InlineData("nombre,apellido\nAna,\"Ruiz\nEva,Sol\n", ExchangeRefusals.RowBroken, 2)]
    public void A_damaged_row_is_located(string text, string code, int row)
    {
        Write(text);

        var refusal = Assert.Single(Open().Check().Refusals);

        Assert.Equal(code, refusal.Code);
        Assert.Equal(row, refusal.Values[1]);
    }

    [Fact]
    public void A_cell_of_a_million_letters_is_refused_and_located()
    {
        Write($"nombre,apellido\nAna,Ruiz\nEva,{new string('x', 1_000_000)}\n");

        var refusal = Assert.Single(Open().Check().Refusals);

        Assert.Equal(ExchangeRefusals.CellTooLong, refusal.Code);
        Assert.Equal(
            [Path.GetFileName(_path), 3, "apellido", PersonListFile.MaxCell],
            refusal.Values
        );
    }

    [Theory]
    [InlineData("", ExchangeRefusals.NoRows)]
    [InlineData("nombre,,apellido\nAna,,Ruiz\n", ExchangeRefusals.HeaderMissing)]
    [InlineData("nombre,nombre\nAna,Ruiz\n", ExchangeRefusals.HeaderTwice)]
    [InlineData("nota,monto\na,1\n", ExchangeRefusals.NoPersonColumns)]
    [InlineData("nombre\0,apellido\nAna,Ruiz\n", ExchangeRefusals.NotText)]
    public void A_file_that_is_no_list_of_persons_is_refused(string text, string code)
    {
        Write(text);

        Assert.Contains(PersonListFile.Open(_path).Refusals, refusal => refusal.Code == code);
    }

    [Fact]
    public void Headers_without_rows_are_refused()
    {
        Write("nombre,apellido\n");

        Assert.Equal(ExchangeRefusals.NoRows, Assert.Single(Open().Check().Refusals).Code);
    }

    [Fact]
    public void A_file_wrong_all_through_is_told_in_few_lines()
    {
        Write("nombre,apellido\n" + string.Concat(Enumerable.Repeat("Ana\n", 1000)));

        Assert.Equal(PersonListFile.MaxRefusals, Open().Check().Refusals.Count);
    }

    [Fact]
    public void A_role_that_the_caller_states_replaces_the_guess()
    {
        Write("quien,nombre\nRuiz,Ana\n");

        var list = PersonListFile
            .Open(
                _path,
                roles: new Dictionary<string, ColumnRole>(StringComparer.Ordinal)
                {
                    ["QUIEN"] = ColumnRole.Surname,
                }
            )
            .Value;

        Assert.Equal(ColumnRole.Surname, list.Schema.Columns[0].Role);
    }

    private PersonListFile Open() => PersonListFile.Open(_path).Value;

    private void Write(string text) => File.WriteAllText(_path, text);
}
