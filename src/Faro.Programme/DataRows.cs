// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Sylvan.Data.Csv;

namespace Faro.Programme;

/// <summary>Data that the program carries in itself as CSV with lines of remarks above the header.</summary>
internal static class DataRows
{
    /// <summary>Rows of a file inside the program, as text by column.</summary>
    /// <exception cref="InvalidOperationException">There is no such file: the name is written wrong in the code.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string resource) =>
        Read(
            typeof(DataRows).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"Bug in Faro: there is no data {resource}")
        );

    /// <summary>The day in a cell, as in <c>2024-05-31</c>; null when the cell is empty.</summary>
    public static DateOnly? Day(string text) =>
        text.Length == 0
            ? null
            : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads to the end and closes.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(Stream file)
    {
        using var text = new StreamReader(file);
        while (text.Peek() == '#')
        {
            text.ReadLine();
        }

        using var csv = CsvDataReader.Create(text);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(
                Enumerable
                    .Range(0, csv.FieldCount)
                    .ToDictionary(csv.GetName, csv.GetString, StringComparer.Ordinal)
            );
        }

        return rows;
    }
}
