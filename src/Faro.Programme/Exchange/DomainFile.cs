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
        var (column, value, other) = (-1, -1, -1);
        var refusal = RecordFile.Rows(
            path,
            headers =>
            {
                var lower = headers.Select(header => header.ToLowerInvariant()).ToList();
                (column, value, other) = (
                    lower.IndexOf(Column),
                    lower.IndexOf(Value),
                    lower.IndexOf(Other)
                );
                return column >= 0 && value >= 0
                    ? null
                    : new Refusal(
                        ExchangeRefusals.HeaderUnknown,
                        "",
                        name,
                        column < 0 ? Column : Value
                    );
            },
            (csv, row) =>
            {
                var isOther = other >= 0 && csv.GetString(other).Trim() == "1";
                var (said, code) = (csv.GetString(column).Trim(), csv.GetString(value).Trim());
                return Add(columns, said, code, isOther)
                    ? null
                    : new Refusal(ExchangeRefusals.ValueWrong, "", name, row);
            }
        );
        if (refusal is null && columns.Sum(each => each.Values.Count) > RecordDomain.MostAttributes)
        {
            refusal = new Refusal(
                ExchangeRefusals.TooManyValues,
                "",
                name,
                RecordDomain.MostAttributes,
                columns.MaxBy(each => each.Values.Count).Name
            );
        }

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
