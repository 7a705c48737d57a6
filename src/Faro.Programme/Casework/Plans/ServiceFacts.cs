// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Plans;

/// <summary>What somebody says of a service.</summary>
/// <param name="Kind">A code of the list <c>service-kinds</c>.</param>
/// <param name="AgencyId">Who gives it; null for the case's own agency.</param>
/// <param name="From">Null for today; a promised one may begin later.</param>
/// <param name="To">Null while it lasts.</param>
/// <param name="Units">How much of it.</param>
/// <param name="Unit">A code of the list <c>service-units</c>, or empty.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Currency">A code of the list <c>currencies</c>; needed with a cost.</param>
/// <param name="Outcome">A code of the list <c>service-outcomes</c>.</param>
/// <param name="GoalId">A goal of the same case.</param>
/// <param name="Notes">In words; sealed.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
public sealed record ServiceFacts(
    string Kind,
    Guid? AgencyId = null,
    DateOnly? From = null,
    DateOnly? To = null,
    decimal? Units = null,
    string Unit = "",
    decimal? Cost = null,
    string Currency = "",
    string Outcome = ServiceFacts.Completed,
    Guid? GoalId = null,
    string Notes = "",
    string Compartment = Compartments.Social
)
{
    public const string Completed = "completed";

    /// <summary>Of lodging: a code of the list <c>shelter-kinds</c>; the list has no place of detention (LG 75, 90-VI).</summary>
    public string ShelterKind { get; init; } = "";

    /// <summary>Of lodging: whether she stays because she wants to, and can call whom she wants.</summary>
    public bool? StaysFreely { get; init; }

    /// <summary>Promised: it may lie ahead.</summary>
    public const string Planned = "planned";

    internal async Task<List<Refusal>> CheckAsync(
        Act act,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var checks = new CaseworkChecks(act.Today);
        checks.Code(ServiceGiven.KindList, Kind, nameof(Kind));
        checks.Code(ServiceGiven.OutcomeList, Outcome, nameof(Outcome));
        checks.Code(ServiceGiven.UnitList, Unit, nameof(Unit), required: Units is not null);
        checks.Code(ServiceGiven.CurrencyList, Currency, nameof(Currency), required: false);
        checks.Must(
            Cost is null || Currency.Length > 0,
            CaseworkRefusals.CurrencyMissing,
            nameof(Currency)
        );
        LodgingRules.Check(checks, this);
        checks.Range(Units, ServiceGiven.MostUnits, nameof(Units));
        checks.Money(Cost, nameof(Cost));
        if (Outcome != Planned)
        {
            checks.NotInFuture(From, nameof(From));
        }

        checks.NotBefore(To, From ?? checks.Today, nameof(To));
        checks.Text(Notes.Trim(), ServiceGiven.NotesMaxLength, nameof(Notes));
        checks.Must(
            AgencyId is null
                || await act.Db.Agencies.AnyAsync(row => row.Id == AgencyId, cancellation),
            CaseworkRefusals.AgencyUnknown,
            nameof(AgencyId)
        );
        checks.Must(
            GoalId is null
                || await act
                    .Db.PlanGoals.VisibleTo(act.Actor, act.Db)
                    .AnyAsync(row => row.Id == GoalId && row.CaseId == caseId, cancellation),
            CaseworkRefusals.GoalUnknown,
            nameof(GoalId)
        );
        return checks.Refusals;
    }

    internal void Apply(ServiceGiven row, CasePen pen, DateOnly today)
    {
        row.Kind = Kind;
        row.AgencyId = AgencyId ?? pen.File.AgencyId;
        row.From = From ?? today;
        row.To = To;
        row.Units = Units;
        row.Unit = Units is null ? "" : Unit;
        row.Cost = Cost;
        row.Currency = Cost is null ? "" : Currency;
        row.Outcome = Outcome;
        row.ShelterKind = Kind == LodgingRules.Kind ? ShelterKind : "";
        row.StaysFreely = Kind == LodgingRules.Kind ? StaysFreely : null;
        row.GoalId = GoalId;
        row.NotesBox = pen.Seal(Notes.Trim(), ServiceGiven.NotesField(row.Id));
        row.Compartment = Compartment;
    }
}
