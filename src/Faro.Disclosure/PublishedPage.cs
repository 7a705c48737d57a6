// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>A table as anybody can read it, whoever published it: shown counts, hidden counts, sums.</summary>
public sealed class PublishedPage
{
    private PublishedPage(
        IReadOnlyList<string> dimensions,
        IReadOnlyList<PublishedCell> cells,
        Rounding rounding
    ) => (Dimensions, Cells, Rounding) = (dimensions, cells, rounding);

    /// <summary>Their names; at least one.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Cells and sums, as read.</summary>
    public IReadOnlyList<PublishedCell> Cells { get; }

    /// <summary>How shown counts were rounded, as far as known.</summary>
    public Rounding Rounding { get; }

    /// <summary>A page.</summary>
    /// <param name="dimensions">Names; at least one.</param>
    /// <param name="cells">Each with one code per dimension, <see cref="Dimension.TotalCode"/> for a sum over it; no codes twice.</param>
    /// <param name="rounding">How shown counts were rounded.</param>
    /// <exception cref="ArgumentException">No dimension or cell, a wrong number of codes, codes twice, or a negative count.</exception>
    public static PublishedPage Of(
        IReadOnlyList<string> dimensions,
        IReadOnlyList<PublishedCell> cells,
        Rounding rounding
    )
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(rounding);
        if (dimensions.Count == 0 || cells.Count == 0)
            throw new ArgumentException("A page has dimensions and cells.", nameof(cells));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
            if (
                cell.Codes.Count != dimensions.Count
                || cell.Count < 0
                || !seen.Add(string.Join('\u001f', cell.Codes))
            )
                throw new ArgumentException(
                    $"({string.Join(", ", cell.Codes)}) is given twice, is negative, or has not {dimensions.Count} codes.",
                    nameof(cells)
                );
        return new([.. dimensions], [.. cells], rounding);
    }

    /// <summary>The page that a protected table becomes.</summary>
    /// <param name="table">Of any dimensions that do not roll up.</param>
    public static PublishedPage Of(ProtectedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(
            [.. table.Dimensions.Select(dimension => dimension.Name)],
            [
                .. table.Cells.Select(each => new PublishedCell(
                    each.Codes,
                    table.Public(each.Codes)
                )),
            ],
            table.Rule.Rounding
        );
    }
}

/// <summary>One published cell or sum.</summary>
/// <param name="Codes">One per dimension.</param>
/// <param name="Count">Persons as shown; null when hidden.</param>
public sealed record PublishedCell(IReadOnlyList<string> Codes, long? Count);
