// SPDX-License-Identifier: Apache-2.0
using System.Buffers;

namespace Faro.Programme.Exchange.Tables;

/// <summary>Cells that a spreadsheet would take for more than text.</summary>
public static class CellText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789 ().,-+/%");

    /// <summary>
    /// Whether a spreadsheet would run it: it begins with <c>=</c> or <c>@</c>, or with a sign and is no number, phone or dash.
    /// </summary>
    public static bool IsFormula(ReadOnlySpan<char> cell) =>
        cell.Length > 1
        && (
            cell[0] is '=' or '@' or '\t' or '\r'
            || (cell[0] is '+' or '-' && cell[1..].ContainsAnyExcept(Plain) && !IsNote(cell))
        );

    /// <summary>The error values that spreadsheets write into cells.</summary>
    public static bool IsError(ReadOnlySpan<char> cell) =>
        cell
            is "#REF!"
                or "#N/A"
                or "#VALUE!"
                or "#NAME?"
                or "#DIV/0!"
                or "#NUM!"
                or "#NULL!"
                or "#SPILL!";

    /// <summary>A cell that no spreadsheet runs: the apostrophe is the sign for "text" and is not shown.</summary>
    public static string Neutral(string cell) => IsFormula(cell) ? "'" + cell : cell;

    /// <summary>A dash before words, as people write lists; a formula has no space there.</summary>
    private static bool IsNote(ReadOnlySpan<char> cell) => cell[0] == '-' && cell[1] == ' ';
}
