// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Exchange.XlsForms;
using Faro.Programme.Screening;
using Faro.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Screening;

/// <summary>A page of one interview of a case: its answers are read by an audited operation, with its instrument.</summary>
public abstract class InterviewScreen : CaseScreen
{
    [Inject]
    public required ReadInterview ReadInterview { get; set; }

    [Inject]
    public required FaroDb Db { get; set; }

    [Parameter]
    public Guid InterviewId { get; set; }

    /// <summary>Null until read, and when there is no such interview for this person.</summary>
    protected InterviewReading? Reading { get; private set; }

    protected XlsForm? Instrument { get; private set; }

    protected sealed override async Task ReadAsync(CaseReading file)
    {
        var read = await ReadInterview.RunAsync(Actor, InterviewId, Aborted);
        if (!read.Done || read.Value.CaseId != file.Id)
        {
            SayNotFound();
            return;
        }

        Reading = read.Value;
        Instrument = (
            await Db.InstrumentAsync(Reading.Instrument, Reading.InstrumentVersion, Aborted)
        )!.Form;
    }
}
