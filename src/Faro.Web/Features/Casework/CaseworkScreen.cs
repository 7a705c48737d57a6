// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Web.Features.Cases;
using Faro.Web.FormParts;
using Faro.Web.Words;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Casework;

/// <summary>A page of the daily work in one case: its dates, its parts, and back to itself after a write.</summary>
public abstract class CaseworkScreen : CaseScreen
{
    [Inject]
    public required TimeProvider Clock { get; set; }

    /// <summary>Local date.</summary>
    protected DateOnly Today => Clock.Today();

    /// <summary>The parts of the case that this person may write in.</summary>
    protected IReadOnlyList<Choice> Parts =>
        [
            .. Compartments
                .All.Where(code => Actor.Compartments.Contains(code, StringComparer.Ordinal))
                .DefaultIfEmpty(Compartments.Social)
                .Select(code => new Choice(code, CodeChoices.Label(Compartments.List, code))),
        ];

    /// <summary>
    /// As the browser sends a day. One that is none becomes the first of all days, so that the rule itself speaks.
    /// </summary>
    internal static DateOnly? DayOf(string? text) => PostedDay.Read(text, DateOnly.MinValue);

    /// <summary>After a write: on to a page, unless it was refused.</summary>
    protected void Leave<T>(Outcome<T> outcome, string path)
    {
        if (Settled(outcome))
        {
            GoTo(path);
        }
    }
}
