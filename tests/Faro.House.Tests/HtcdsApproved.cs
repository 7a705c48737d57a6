// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Faro.Programme;
using Faro.Programme.Identification;
using Faro.Programme.People;
using Faro.Programme.Sqlite;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Faro.House.Tests;

/// <summary>
/// Every field of HTCDS 2.0 has its place in Faro, or a reason why it has none. The page that people read
/// (<c>docs/htcds.md</c>) is made here.
/// </summary>
public sealed class HtcdsApproved
{
    private const string Not = "not";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Fields = Read();

    [Fact]
    public void Every_field_of_the_standard_is_in_the_table_and_no_other()
    {
        var standard = Standard();

        Assert.Equal(
            standard.Keys.Order(StringComparer.Ordinal),
            Fields.Select(field => field["field"]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_value_of_the_standard_is_in_the_list_that_the_table_names()
    {
        var standard = Standard();
        var missing =
            from field in Fields
            where field["list"].Length > 0
            let held = CodeLists
                .Get(field["list"])
                .Entries.Select(entry => entry.Htcds)
                .ToHashSet(StringComparer.Ordinal)
            from value in standard[field["field"]]
            where !held.Contains(value)
            select $"{field["field"]}: {value} is not in {field["list"]}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_place_named_exists()
    {
        using var db = new SqliteEngine(
            Path.Combine(Path.GetTempPath(), "unused.db"),
            NullLogger<SqliteEngine>.Instance
        ).OpenReader();
        var columns = db
            .Model.GetEntityTypes()
            .SelectMany(entity =>
                entity
                    .GetProperties()
                    .Select(column => $"{entity.GetTableName()}.{column.GetColumnName()}")
            )
            .ToHashSet(StringComparer.Ordinal);
        var lost = Fields
            .Where(field => field["faro"] != Not)
            .Where(field => !Exists(field["faro"], columns))
            .Select(field => $"{field["field"]}: {field["faro"]}");

        Assert.Empty(lost);
    }

    [Fact]
    public void What_is_not_kept_says_why() =>
        Assert.All(
            Fields.Where(field => field["faro"] == Not),
            field => Assert.NotEmpty(field["note"])
        );

    [Fact]
    public void The_page_says_what_the_table_says() => ApprovedPage.AssertIs("htcds.md", Page());

    private static bool Exists(string place, HashSet<string> columns) =>
        place.Split(':', 2) switch
        {
            ["column", var column] => columns.Contains(column),
            ["fact", var kind] => FactKinds.Find(kind) is not null,
            ["list", var code] => CodeLists.Get(code.Split('.')[0]).Contains(code.Split('.')[1]),
            ["sealed", var part] => typeof(PersonIdentity).GetProperty(part.Split('.')[1])
                is not null,
            _ => false,
        };

    /// <summary>Fields with their picklist values, from the standard's own spreadsheet; skips where it is not at hand.</summary>
    private static Dictionary<string, string[]> Standard()
    {
        using var file = ZipFile.OpenRead(
            SharedData.FileOrSkip("htcds/htcds-field-standards-2.0.ods")
        );
        using var content = file.GetEntry("content.xml")!.Open();
        return XDocument
            .Load(content)
            .Descendants(Table + "table-row")
            .Select(Cells)
            .Where(cells => cells.Count > 9 && One(cells[3]).EndsWith('_'))
            .ToDictionary(
                cells => One(cells[3]) + One(cells[4]),
                cells =>
                    cells[9]
                        .Where(value =>
                            value.Length > 0 && !value.Contains(' ', StringComparison.Ordinal)
                        )
                        .ToArray(),
                StringComparer.Ordinal
            );
    }

    private static List<string[]> Cells(XElement row) =>
        [
            .. row.Elements(Table + "table-cell")
                .SelectMany(cell =>
                    Enumerable.Repeat(
                        cell.Elements(Text + "p").Select(text => text.Value).ToArray(),
                        Math.Min((int?)cell.Attribute(Table + "number-columns-repeated") ?? 1, 20)
                    )
                ),
        ];

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Read()
    {
        using var file = File.OpenRead(
            Path.Combine(SharedData.Repository, "data", "reference", "htcds-2.0", "fields.csv")
        );
        return DataRows.Read(file);
    }

    private static string One(string[] cell) => string.Join(' ', cell).Trim();

    private static string Page()
    {
        var kept = Fields.Count(field => field["faro"] != Not);
        var page = new StringBuilder(
            $"""
            # Human Trafficking Case Data Standard 2.0, field by field

            The standard's table has {Fields.Count} fields; {kept} of them are kept, and of the others this page says why not. Made from [data/reference/htcds-2.0](../data/reference/htcds-2.0/SOURCE.md) by a test (`tests/Faro.House.Tests/HtcdsApproved.cs`) that also reads the standard's own spreadsheet where it is at hand, and looks up every column, kind of fact and list named here. HTCDS is by the International Organization for Migration (CC BY 4.0); no endorsement is implied.

            | Field | Label | Core | In Faro | Values | Note |
            |---|---|---|---|---|---|

            """
        );
        foreach (var field in Fields)
        {
            var place = field["faro"] == Not ? "not kept" : $"`{field["faro"]}`";
            var list = field["list"].Length > 0 ? $"`{field["list"]}`" : "";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {field["field"]} | {field["label"]} | {field["core"]} | {place} | {list} | {field["note"]} |\n"
            );
        }

        return page.ToString();
    }
}
