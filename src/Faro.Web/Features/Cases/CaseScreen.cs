// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Cases;

/// <summary>A page of one case. Its head is read first, and the reading is audited; nobody caches it.</summary>
public abstract class CaseScreen : Screen
{
    [Inject]
    public required ReadCase ReadCase { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Null until read, and when there is no such case for this person.</summary>
    protected CaseReading? File { get; private set; }

    /// <summary>Whether this person may write in it now.</summary>
    protected bool MayWork =>
        File is { IsClosed: false } && Actor.May(Faro.Programme.Access.Permissions.WorkCases);

    /// <summary>Whether it is a case of this person's own agency: only they move it, close it and say who works on it.</summary>
    protected bool IsOwn => File is not null && File.AgencyId == Actor.AgencyId;

    protected sealed override async Task OnInitializedAsync()
    {
        NeverCache();
        var read = await ReadCase.RunAsync(Actor, Id, Aborted);
        if (!read.Done)
        {
            SayNotFound();
            return;
        }

        File = read.Value;
        await ReadAsync(File);
    }

    /// <summary>What the page shows besides the head.</summary>
    protected virtual Task ReadAsync(CaseReading file) => Task.CompletedTask;
}
