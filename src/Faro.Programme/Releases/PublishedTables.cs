// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Indicators.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Releases;

/// <summary>Reads published tables back.</summary>
public static class PublishedTables
{
    /// <param name="db">To read from.</param>
    /// <param name="publication">Whose visibility the caller has checked.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>In the order of the page.</returns>
    public static async Task<IReadOnlyList<PublicTable>> ReadAsync(
        FaroDb db,
        Guid publication,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .PublishedTables.Where(table => table.PublicationId == publication)
            .OrderBy(table => table.Position)
            .Select(table => new { table.Code, table.Cells })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new PublicTable(
                row.Code,
                JsonSerializer.Deserialize<List<PublicCell>>(row.Cells, ProposePublication.Json)!
            )),
        ];
    }
}
