// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>One line of one list, as read. Its text never shows values: a careless log line stays silent.</summary>
/// <param name="Source">Name of the list or agency; what <see cref="ListOverlap"/> counts by.</param>
/// <param name="Row">Row in that list, as people count it in the file (the header is row 1).</param>
/// <param name="Id">The list's own number of the record; may be empty.</param>
/// <param name="Values">One value per column of the schema; null or blank where the list says nothing.</param>
public sealed record PersonRecord(string Source, int Row, string Id, IReadOnlyList<string?> Values)
{
    /// <summary>Source and row, no values.</summary>
    /// <returns>Text for logs and messages.</returns>
    public override string ToString() => $"{Source}:{Row} •••";
}
