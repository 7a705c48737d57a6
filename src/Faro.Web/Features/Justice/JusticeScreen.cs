// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Justice;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Justice;

/// <summary>A page on the justice track of a case.</summary>
public abstract class JusticeScreen : LegalScreen<JusticeReading>
{
    [Inject]
    public required ReadJustice ReadJustice { get; set; }

    protected override ReadingOperation<Guid, JusticeReading> Read => ReadJustice;

    /// <summary>The row that an address names; for an address without one, nothing. No such row is no such page.</summary>
    protected LegalReading<TFacts>? RowOf<TFacts>(
        IEnumerable<LegalReading<TFacts>>? rows,
        Guid? row
    )
    {
        var found = rows?.FirstOrDefault(each => each.Id == row);
        if (rows is not null && row is not null && found is null)
        {
            SayNotFound();
        }

        return found;
    }
}
