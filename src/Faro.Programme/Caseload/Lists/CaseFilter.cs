// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.People;

namespace Faro.Programme.Caseload.Lists;

/// <summary>Which cases a list shows: codes, days and ids of colleagues; whatever is empty does not narrow it.</summary>
public sealed record CaseFilter
{
    public const string Mine = "mine";
    public const string Nobodys = "nobody";
    public const string Late = "late";
    public const string Week = "week";

    /// <summary>Both ways in which a case is closed.</summary>
    public const string AnyClosed = "closed-any";

    /// <summary>A risk that nobody assessed.</summary>
    public const string NoRisk = "none";

    public const int DaysOfAWeek = 7;
    public const int MostQuietDays = 3650;

    /// <summary>A code of the list <c>case-states</c>, or <see cref="AnyClosed"/>; empty shows what is open.</summary>
    public string State { get; init; } = "";

    /// <summary>A code of the list <c>risk-levels</c>, or <see cref="NoRisk"/>.</summary>
    public string Risk { get; init; } = "";

    /// <summary><c>mine</c>, <c>nobody</c>, a colleague's id, or empty.</summary>
    public string Whose { get; init; } = "";

    public Guid? AgencyId { get; init; }

    public DateOnly? OpenedFrom { get; init; }

    public DateOnly? OpenedTo { get; init; }

    public DateOnly? ClosedFrom { get; init; }

    /// <summary>No contact for so many days, or since the opening.</summary>
    public int? QuietDays { get; init; }

    /// <summary><c>late</c>, <c>week</c>, or empty.</summary>
    public string Due { get; init; } = "";

    /// <summary>A code of the list <c>due-kinds</c>: only that counts as due.</summary>
    public string DueKind { get; init; } = "";

    public bool Flagged { get; init; }

    /// <summary>A code of the list <c>case-gaps</c>.</summary>
    public string Lacks { get; init; } = "";

    /// <summary>A code of the list <c>sex</c>.</summary>
    public string Sex { get; init; } = "";

    /// <summary>A code of the list <c>age-bands</c>.</summary>
    public string AgeBand { get; init; } = "";

    /// <summary>Minors, and who is presumed one.</summary>
    public bool Minor { get; init; }

    /// <summary>A code of the list <c>exploitation-forms</c>.</summary>
    public string Form { get; init; } = "";

    public bool IsEmpty => this == new CaseFilter();

    /// <summary>Shows closed cases: nothing is due in them, and nobody asks how long they have been quiet.</summary>
    public bool ShowsClosed => State == AnyClosed || CaseStates.IsClosed(State);

    /// <summary>Asks what is in the cases, which is for who works in their social part.</summary>
    public bool AsksContent => Flagged || Lacks.Length > 0;

    internal string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static CaseFilter FromJson(string json) =>
        JsonSerializer.Deserialize<CaseFilter>(json, JsonSerializerOptions.Web) ?? new();

    /// <summary>What in it is no choice that a list offers.</summary>
    internal List<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        void Known(string list, string code, string field, params string[] also) =>
            refusals.Must(
                code.Length == 0
                    || also.Contains(code, StringComparer.Ordinal)
                    || CodeLists.Get(list).Contains(code),
                CaseloadRefusals.ChoiceUnknown,
                field
            );
        Known(CaseStates.List, State, nameof(State), AnyClosed);
        Known(Assess.OverallList, Risk, nameof(Risk), NoRisk);
        Known(DueKinds.List, DueKind, nameof(DueKind));
        Known(CaseGaps.List, Lacks, nameof(Lacks));
        Known(PersonFacts.SexList, Sex, nameof(Sex));
        Known(AgeBands.List, AgeBand, nameof(AgeBand));
        Known(PersonFacts.ExploitationList, Form, nameof(Form));
        refusals.Must(Due is "" or Late or Week, CaseloadRefusals.ChoiceUnknown, nameof(Due));
        refusals.Must(
            Whose is "" or Mine or Nobodys || Guid.TryParse(Whose, out _),
            CaseloadRefusals.ChoiceUnknown,
            nameof(Whose)
        );
        refusals.Must(
            QuietDays is null or (>= 1 and <= MostQuietDays),
            CaseloadRefusals.DaysOutOfRange,
            nameof(QuietDays),
            1,
            MostQuietDays
        );
        refusals.Must(!(OpenedTo < OpenedFrom), CaseloadRefusals.DaysOutOfOrder, nameof(OpenedTo));
        return refusals;
    }
}
