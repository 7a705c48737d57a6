// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure;

namespace Faro.Programme.Indicators.Statistics;

/// <summary>A table as the public sees it. It holds no count but those that may be read.</summary>
/// <param name="Code">One of <see cref="StatisticsCodes"/>.</param>
/// <param name="Cells">Sums last.</param>
public sealed record PublicTable(string Code, IReadOnlyList<PublicCell> Cells)
{
    /// <summary>Codes of the rows in order, the total last when it is published.</summary>
    public IEnumerable<string> Rows() =>
        Cells.Select(cell => cell.Row).Distinct(StringComparer.Ordinal);

    /// <summary>Codes of the columns in order; empty for a one-way table.</summary>
    public IEnumerable<string> Columns() =>
        Cells.Select(cell => cell.Column).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The cell there, or null.</summary>
    public PublicCell? At(string row, string? column = null) =>
        Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column);
}

/// <param name="Row">Code of the row.</param>
/// <param name="Column">Code of the column; null in a one-way table.</param>
/// <param name="Count">Persons, rounded down; null when hidden, for whatever reason.</param>
public sealed record PublicCell(string Row, string? Column, long? Count);

/// <summary>A public table with what an outsider could at best work out of it; the latter is for staff alone.</summary>
/// <param name="Table">May leave the house.</param>
/// <param name="Deductions">One per hidden cell.</param>
public sealed record PublicDraft(PublicTable Table, IReadOnlyList<Deduction> Deductions);
