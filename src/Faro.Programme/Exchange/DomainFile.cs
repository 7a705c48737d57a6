// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure;

namespace Faro.Programme.Exchange;

/// <summary>Reads the columns and values that records may have: a CSV with <c>column</c> and <c>value</c>, one value a row.</summary>
/// <remarks>A third column <c>other</c> marks with <c>1</c> the value that undeclared ones are read as. Further columns,
/// as labels, are not looked at.</remarks>
public static class DomainFile
{
    private const string Column = "column";
    private const string Value = "value";
    private const string Other = "other";

    /// <summary>Reads a file whole, or refuses it whole.</summary>
    public static Outcome<RecordDomain> Read(string path)
    {
        var name = Path.GetFileName(path);
        var columns = new List<(string Name, List<string> Values, string? Other)>();
        var refusal = RecordFile.Guarded(
            path,
            csv =>
            {
                if (!csv.Read())
                {
                    return new Refusal(ExchangeRefusals.NoRows, "", name);
                }

                var headers = Enumerable
                    .Range(0, csv.RowFieldCount)
                    .Select(i => csv.GetString(i).Trim().ToLowerInvariant())
                    .ToList();
                var (column, value, other) = (
                    headers.IndexOf(Column),
                    headers.IndexOf(Value),
                    headers.IndexOf(Other)
                );
                if (column < 0 || value < 0)
                {
                    var absent = column < 0 ? Column : Value;
                    return new Refusal(ExchangeRefusals.HeaderUnknown, "", name, absent);
                }

                for (var row = 2; csv.Read(); row++)
                {
                    if (csv.RowFieldCount != headers.Count)
                    {
                        return new Refusal(
                            ExchangeRefusals.RowWidth,
                            "",
                            name,
                            row,
                            csv.RowFieldCount,
                            headers.Count
                        );
                    }

                    var isOther = other >= 0 && csv.GetString(other).Trim() == "1";
                    if (
                        !Add(
                            columns,
                            csv.GetString(column).Trim(),
                            csv.GetString(value).Trim(),
                            isOther
                        )
                    )
                    {
                        return new Refusal(ExchangeRefusals.ValueWrong, "", name, row);
                    }
                }

                return columns.Count == 0 ? new Refusal(ExchangeRefusals.NoRows, "", name)
                    : columns.Sum(each => each.Values.Count) > RecordDomain.MostAttributes
                        ? new Refusal(
                            ExchangeRefusals.TooManyValues,
                            "",
                            name,
                            RecordDomain.MostAttributes,
                            columns.MaxBy(each => each.Values.Count).Name
                        )
                    : null;
            }
        );
        return refusal is not null
            ? refusal
            : RecordDomain.Of([
                .. columns.Select(each => new DomainColumn(each.Name, each.Values, each.Other)),
            ]);
    }

    private static bool Add(
        List<(string Name, List<string> Values, string? Other)> columns,
        string name,
        string value,
        bool isOther
    )
    {
        if (name.Length == 0 || value.Length == 0)
        {
            return false;
        }

        var at = columns.FindIndex(each => each.Name == name);
        if (at < 0)
        {
            at = columns.Count;
            columns.Add((name, [], null));
        }

        if (columns[at].Values.Contains(value) || (isOther && columns[at].Other is not null))
        {
            return false;
        }

        columns[at].Values.Add(value);
        if (isOther)
        {
            columns[at] = columns[at] with { Other = value };
        }

        return true;
    }
}
