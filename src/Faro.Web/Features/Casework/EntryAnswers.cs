// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Diary;

namespace Faro.Web.Features.Casework;

/// <summary>What the form on an entry of the diary posts, as written.</summary>
public sealed class EntryAnswers
{
    public string? Text { get; set; }

    public string? On { get; set; }

    public string? At { get; set; }

    public string? Channel { get; set; }

    public string? Party { get; set; }

    public string? Outcome { get; set; }

    public string? Compartment { get; set; }

    internal EntryFacts ToFacts() =>
        new(
            Text ?? "",
            CaseworkScreen.DayOf(On),
            At ?? "",
            Channel ?? "",
            Party ?? "",
            Outcome ?? "",
            Compartment ?? ""
        );
}
