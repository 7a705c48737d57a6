// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Justice;
using Faro.Web.Features.Casework;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Justice;

/// <summary>A page on the justice track of a case. Who does not work in the legal part is told of none.</summary>
public abstract class JusticeScreen : CaseworkScreen
{
    [Inject]
    public required ReadJustice ReadJustice { get; set; }

    /// <summary>Null until read.</summary>
    protected JusticeReading? Reading { get; private set; }

    /// <summary>Whether the page is one that writes.</summary>
    protected virtual bool Writes => true;

    protected override async Task ReadAsync(CaseReading file)
    {
        var read = await ReadJustice.RunAsync(Actor, file.Id, Aborted);
        if (!read.Done || (Writes && !MayWork))
        {
            SayNotFound();
            return;
        }

        Reading = read.Value;
    }

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
