// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Web.Features.Casework;

namespace Faro.Web.Features.Justice;

/// <summary>A page on the legal part of a case. Who does not work in it is told of none.</summary>
public abstract class LegalScreen<TReading> : CaseworkScreen
    where TReading : class
{
    /// <summary>Null until read.</summary>
    protected TReading? Reading { get; private set; }

    /// <summary>Whether the page is one that writes.</summary>
    protected virtual bool Writes => true;

    /// <summary>What the page is about.</summary>
    protected abstract ReadingOperation<Guid, TReading> Read { get; }

    protected override async Task ReadAsync(CaseReading file)
    {
        var read = await Read.RunAsync(Actor, file.Id, Aborted);
        if (!read.Done || (Writes && !MayWork))
        {
            SayNotFound();
            return;
        }

        Reading = read.Value;
    }
}
