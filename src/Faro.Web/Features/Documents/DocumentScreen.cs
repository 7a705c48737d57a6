// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Documents;

/// <summary>A page of one document that is there.</summary>
public abstract class DocumentScreen : CaseScreen
{
    [Inject]
    public required ReadDocuments ReadDocuments { get; set; }

    [Parameter]
    public Guid DocumentId { get; set; }

    /// <summary>Null when there is none for this person, or it was removed.</summary>
    protected DocumentLine? Line { get; private set; }

    protected override async Task ReadAsync(CaseReading file)
    {
        var read = await ReadDocuments.RunAsync(Actor, file.Id, Aborted);
        Line = read.Done
            ? read.Value.FirstOrDefault(line => line.Id == DocumentId && line.RemovedAt is null)
            : null;
        if (Line is null)
        {
            SayNotFound();
        }
    }
}
