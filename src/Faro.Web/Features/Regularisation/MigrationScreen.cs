// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Regularisation;
using Faro.Web.Features.Casework;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Regularisation;

/// <summary>A page on migration matters of a case. Who does not work in the legal part is told of none.</summary>
public abstract class MigrationScreen : CaseworkScreen
{
    [Inject]
    public required ReadMigration ReadMigration { get; set; }

    /// <summary>Null until read.</summary>
    protected MigrationReading? Reading { get; private set; }

    /// <summary>Whether the page is one that writes.</summary>
    protected virtual bool Writes => true;

    protected override async Task ReadAsync(CaseReading file)
    {
        var read = await ReadMigration.RunAsync(Actor, file.Id, Aborted);
        if (!read.Done || (Writes && !MayWork))
        {
            SayNotFound();
            return;
        }

        Reading = read.Value;
    }
}
