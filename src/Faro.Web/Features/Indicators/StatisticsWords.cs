// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Indicators.Statistics;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Indicators;

/// <summary>The words of statistics tables and of their rows, in the language of the request.</summary>
internal sealed class StatisticsWords(IStringLocalizer<Text> text)
{
    public string Title(string table) => text[$"Table.{table}"];

    /// <summary>A row of a table; see <see cref="Column"/> for the other way of a two-way table.</summary>
    public string Row(string table, string code) => Label(StatisticsCodes.RowList(table), code);

    /// <summary>The only two-way table has the sexes across.</summary>
    public string Column(string code) =>
        Label(StatisticsCodes.RowList(StatisticsCodes.BySex), code);

    /// <summary>A published count, or the one mark of all that are hidden.</summary>
    public string Count(PublicCell? cell) =>
        cell?.Count is { } count
            ? count.ToString("#,0", CultureInfo.CurrentCulture)
            : text["Public.Hidden"];

    private string Label(string? list, string code) =>
        code switch
        {
            StatisticsCodes.Total => text["Row.Total"],
            StatisticsCodes.Others => text["Row.Others"],
            StatisticsCodes.NotKnown => text["Row.NotKnown"],
            StatisticsCodes.Before2000 => text["Row.Before2000"],
            _ when list is not null => CodeLists.Get(list).Label(code, CultureInfo.CurrentCulture),
            _ => code.Replace('-', '–'),
        };
}
