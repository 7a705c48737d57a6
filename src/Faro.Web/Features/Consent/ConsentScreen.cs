// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Consent;

/// <summary>A page of one living line of the ledger.</summary>
public abstract class ConsentScreen : CaseScreen
{
    [Inject]
    public required ReadConsents ReadConsents { get; set; }

    [Parameter]
    public Guid ConsentId { get; set; }

    /// <summary>Null when there is none, or it lives no more.</summary>
    protected ConsentLine? Line { get; private set; }

    protected sealed override async Task ReadAsync(CaseReading file)
    {
        var read = await ReadConsents.RunAsync(Actor, file.Id, Aborted);
        Line = read.Done
            ? read.Value.FirstOrDefault(line => line.Id == ConsentId && line.Living)
            : null;
        if (Line is null)
        {
            SayNotFound();
        }
    }
}
