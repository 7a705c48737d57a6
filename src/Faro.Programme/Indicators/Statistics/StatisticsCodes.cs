// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Indicators.Statistics;

/// <summary>Codes of tables and of rows that are in no code list.</summary>
public static class StatisticsCodes
{
    public const string ByCitizenship = "citizenship";
    public const string BySex = "sex";
    public const string ByAge = "age";
    public const string ByYear = "year";
    public const string ByStatus = "status";
    public const string ByForm = "form";
    public const string ByCitizenshipAndSex = "citizenship-sex";

    /// <summary>Nobody wrote it down.</summary>
    public const string NotKnown = "unknown";

    /// <summary>Every group too small to stand alone, taken together; in public tables only.</summary>
    public const string Others = "others";

    /// <summary>Registered before the first period of five years; in public tables only.</summary>
    public const string Before2000 = "before-2000";

    /// <summary>The sum over a dimension, as the disclosure engine names it.</summary>
    public const string Total = Disclosure.Dimension.TotalCode;

    /// <summary>The code list whose labels a table's rows bear; null where the code itself is said (years).</summary>
    public static string? RowList(string table) =>
        table switch
        {
            ByCitizenship or ByCitizenshipAndSex => "countries",
            BySex => "sex",
            ByAge => "age-bands",
            ByStatus => "trafficking-status",
            ByForm => "exploitation-forms",
            _ => null,
        };
}
