// SPDX-License-Identifier: Apache-2.0
namespace Faro.Cli;

/// <summary>How a value is written into a CSV file.</summary>
internal static class CsvText
{
    public static string Quoted(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
