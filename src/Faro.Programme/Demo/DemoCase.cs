// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.People;

namespace Faro.Programme.Demo;

/// <summary>
/// Where on the path an invented person is, and when she came there: by the year she was met, what was found of her, and
/// chance that falls the same for the same number. Recent people are on their way, most earlier ones have gone theirs.
/// </summary>
/// <param name="Origin">A code of the list <c>case-origins</c>.</param>
/// <param name="States">From the first sign to where she is now; every step is a move that the programme knows.</param>
/// <param name="Days">The day of each, none in the future.</param>
/// <param name="ClosureReason">A code of the list <c>closure-reasons</c>, or empty while open.</param>
/// <param name="Risk">A code of the list <c>risk-levels</c>, or empty while nobody assessed it.</param>
/// <param name="Restricted">Seen by its team only.</param>
internal sealed record DemoCase(
    string Origin,
    IReadOnlyList<string> States,
    IReadOnlyList<DateOnly> Days,
    string ClosureReason,
    string Risk,
    bool Restricted
)
{
    /// <summary>The story's people were met until the middle of this year.</summary>
    private const int LastYear = 2026;

    private static readonly Dictionary<string, string> Before = new(StringComparer.Ordinal)
    {
        [CaseStates.Screening] = CaseStates.Lead,
        [CaseStates.PossibleVictim] = CaseStates.Screening,
        [CaseStates.IdentifiedVictim] = CaseStates.PossibleVictim,
        [CaseStates.ReturnPlanned] = CaseStates.Assisted,
        [CaseStates.Returned] = CaseStates.ReturnPlanned,
        [CaseStates.Reintegration] = CaseStates.Returned,
        [CaseStates.Regularised] = CaseStates.Assisted,
        [CaseStates.FamilyReunified] = CaseStates.Assisted,
        [CaseStates.LocalIntegration] = CaseStates.Regularised,
        [CaseStates.FollowUp] = CaseStates.Reintegration,
        [CaseStates.Closed] = CaseStates.FollowUp,
        [CaseStates.ClosedReferred] = CaseStates.Assisted,
    };

    public string State => States[^1];

    public DateOnly OpenedOn => Days[0];

    /// <param name="seed">The demonstration's.</param>
    /// <param name="person">What is known of her.</param>
    /// <param name="hasWorkers">Her agency has somebody who can carry a case; else it passed her on.</param>
    /// <param name="today">Nothing happens later.</param>
    public static DemoCase Make(ulong seed, DemoCasePerson person, bool hasWorkers, DateOnly today)
    {
        var dice = Dice.Of(seed, person.Number, "case");
        var state = hasWorkers ? StateOf(dice, person) : CaseStates.ClosedReferred;
        var states = PathTo(state, person.IsIdentified);
        var isNew = state is CaseStates.Lead or CaseStates.Screening or CaseStates.PossibleVictim;
        var opened = isNew ? today.AddDays(-dice.Between(3, 40)) : person.RegisteredOn;
        return new DemoCase(
            dice.Weigh(
                ("police", 18),
                ("prosecutor", 12),
                ("civil-society", 22),
                ("hotline", 12),
                ("border", 12),
                ("inspection", 6),
                ("self", 8),
                ("family-or-friend", 6),
                ("private-sector", 4)
            ),
            states,
            DaysOf(dice, states.Count, opened > today ? today : opened, today),
            state switch
            {
                CaseStates.ClosedReferred => CloseCase.ReferredReason,
                CaseStates.Closed => dice.Weigh(
                    ("goals-reached", 45),
                    ("returned", 30),
                    ("own-wish", 15),
                    ("contact-lost", 10)
                ),
                _ => "",
            },
            isNew || CaseStates.IsClosed(state)
                ? ""
                : dice.Weigh(("low", 30), ("medium", 42), ("high", 22), ("imminent", 6)),
            Restricted: dice.Chance(4)
        );
    }

    private static string StateOf(Dice dice, DemoCasePerson person)
    {
        var age = LastYear - person.RegisteredOn.Year;
        if (age > 3)
        {
            return dice.Weigh(
                (CaseStates.Closed, 84),
                (CaseStates.ClosedReferred, 10),
                (CaseStates.FollowUp, 6)
            );
        }

        if (!person.IsIdentified)
        {
            return dice.Weigh(
                (CaseStates.Lead, 40),
                (CaseStates.Screening, 25),
                (CaseStates.PossibleVictim, 35)
            );
        }

        return age switch
        {
            0 => dice.Weigh(
                (CaseStates.IdentifiedVictim, 25),
                (CaseStates.Reflection, 25),
                (CaseStates.Assisted, 50)
            ),
            1 => dice.Weigh(
                (CaseStates.IdentifiedVictim, 10),
                (CaseStates.Assisted, 60),
                (CaseStates.ReturnPlanned, 20),
                (CaseStates.Regularised, 10)
            ),
            _ => dice.Weigh(
                (CaseStates.Assisted, 20),
                (CaseStates.ReturnPlanned, 10),
                (CaseStates.Returned, 10),
                (CaseStates.Reintegration, 20),
                (CaseStates.FamilyReunified, 10),
                (CaseStates.LocalIntegration, 10),
                (CaseStates.FollowUp, 10),
                (CaseStates.Closed, 10)
            ),
        };
    }

    private static List<string> PathTo(string state, bool isIdentified)
    {
        var path = new List<string>();
        for (var at = state; at is not null; at = BeforeOf(at, isIdentified))
        {
            path.Insert(0, at);
        }

        return path;
    }

    private static string? BeforeOf(string state, bool isIdentified) =>
        state is CaseStates.Reflection or CaseStates.Assisted
            ? isIdentified
                ? CaseStates.IdentifiedVictim
                : CaseStates.PossibleVictim
            : Before.GetValueOrDefault(state);

    private static DateOnly[] DaysOf(Dice dice, int count, DateOnly opened, DateOnly today)
    {
        var days = new DateOnly[count];
        days[0] = opened;
        for (var i = 1; i < count; i++)
        {
            var next = days[i - 1].AddDays(dice.Between(1, i < 3 ? 12 : 150));
            days[i] = next > today ? today : next;
        }

        return days;
    }
}

/// <summary>What the path of an invented person hangs on.</summary>
internal sealed record DemoCasePerson(
    Guid Id,
    string Number,
    Guid AgencyId,
    DateOnly RegisteredOn,
    string Status
)
{
    public string AgeBand { get; init; } = "";

    public bool AgeInDoubt { get; init; }

    /// <summary>The first form of exploitation that was recorded of her, or null.</summary>
    public string? Form { get; init; }

    public bool IsIdentified => Status == "actual-victim";

    public bool IsMinor => Person.PresumesMinor(AgeInDoubt, AgeBand) || AgeBands.IsMinor(AgeBand);
}
