// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.People;

namespace Faro.Programme.Identification;

/// <summary>Records a place and time of what was done to her, or corrects one.</summary>
public sealed class RecordEvent(OperationDoor door) : Operation<RecordEventInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RecordEventInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var refusals = new List<Refusal>();
        input.Facts.Check(refusals, act.Today);
        input.Evidence.Check(refusals, act.Today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var next = await act.NextAsync(
            input.CaseId,
            input.EventId,
            input.Version,
            () =>
                new TraffickingEvent
                {
                    Id = act.NewId(),
                    CaseId = input.CaseId,
                    Type = input.Facts.Type,
                    Version = input.Version,
                },
            cancellation
        );
        if (!next.Done)
        {
            return next.Refusals.ToList();
        }

        var row = next.Value;
        Apply(act, found.Value, input, row);
        act.Note("case", input.CaseId, ("event", row.Id.ToString()));
        return row.Id;
    }

    private static void Apply(Act act, CasePen pen, RecordEventInput input, TraffickingEvent row)
    {
        var facts = input.Facts;
        row.Type = facts.Type;
        (row.From, row.Until, row.Age) = (facts.From, facts.Until, facts.Age);
        (row.Country, row.State, row.PlaceKind) = (facts.Country, facts.State, facts.PlaceKind);
        (row.Transport, row.Crossing) = (facts.Transport, facts.Crossing);
        row.PlaceBox = pen.Seal(facts.Place.Trim(), TraffickingEvent.PlaceField(row.Id));
        row.PointBox = facts.Point is { } point
            ? pen.Seal(point, TraffickingEvent.PointField(row.Id))
            : null;
        row.EvidenceId = act.AddEvidence(pen, input.Evidence);
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="EventId">The one to correct; null for a new one.</param>
/// <param name="Version">Of the one to correct, as it was on the screen; 0 for a new one.</param>
/// <param name="Facts">Where and when.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record RecordEventInput(
    Guid CaseId,
    Guid? EventId,
    int Version,
    EventFacts Facts,
    Evidence Evidence
);

/// <summary>Where and when; everything but the type may be left out.</summary>
public sealed record EventFacts
{
    public const string TypeList = "trafficking-events";
    public const string Recruitment = "recruitment";
    public const string Transit = "transit";
    public const string Exploitation = "exploitation";
    public const string StateList = "mexican-states";
    public const string TransportList = "transports";
    public const string CrossingList = "border-crossings";

    /// <summary>A code of the list <c>trafficking-events</c>.</summary>
    public required string Type { get; init; }

    /// <summary>As exactly as known: see <see cref="PartialDate"/>.</summary>
    public string From { get; init; } = "";

    public string Until { get; init; } = "";

    /// <summary>Her age in years when it began.</summary>
    public int? Age { get; init; }

    public string Country { get; init; } = "";

    public string State { get; init; } = "";

    /// <summary>Town, street, establishment: sealed.</summary>
    public string Place { get; init; } = "";

    /// <summary>Degrees north, with <see cref="Longitude"/>: sealed.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public decimal? Longitude { get; init; }

    public string PlaceKind { get; init; } = "";

    public string Transport { get; init; } = "";

    public string Crossing { get; init; } = "";

    internal GeoPoint? Point =>
        Latitude is { } north && Longitude is { } east ? new GeoPoint(north, east) : null;

    internal void Check(List<Refusal> refusals, DateOnly today)
    {
        refusals.Must(
            CodeLists.Get(TypeList).Accepts(Type, today),
            IdentificationRefusals.TypeMissing,
            nameof(Type)
        );
        foreach (var (text, field) in new[] { (From, nameof(From)), (Until, nameof(Until)) })
        {
            refusals.Must(
                text.Length == 0 || PartialDate.IsWellFormed(text, today),
                IdentificationRefusals.DateMalformed,
                field
            );
        }

        refusals.Must(
            !(PartialDate.Last(Until) < PartialDate.First(From)),
            IdentificationRefusals.UntilBeforeFrom,
            nameof(Until)
        );
        refusals.Must(
            Age is null or (>= 0 and <= TraffickingEvent.OldestAge),
            IdentificationRefusals.AgeOutOfRange,
            nameof(Age)
        );
        refusals.Must(
            Place.Length <= TraffickingEvent.PlaceMaxLength,
            IdentificationRefusals.WordsTooLong,
            nameof(Place)
        );
        refusals.Must(
            (Latitude is null) == (Longitude is null),
            IdentificationRefusals.PointIncomplete,
            Latitude is null ? nameof(Latitude) : nameof(Longitude)
        );
        refusals.Must(
            Latitude is null or (>= -GeoPoint.MostNorth and <= GeoPoint.MostNorth),
            IdentificationRefusals.PointOutOfRange,
            nameof(Latitude),
            GeoPoint.MostNorth
        );
        refusals.Must(
            Longitude is null or (>= -GeoPoint.MostEast and <= GeoPoint.MostEast),
            IdentificationRefusals.PointOutOfRange,
            nameof(Longitude),
            GeoPoint.MostEast
        );
        refusals.MayBe(PersonFacts.CountryList, Country, nameof(Country), today);
        refusals.MayBe(StateList, State, nameof(State), today);
        refusals.MayBe(FactKinds.Places, PlaceKind, nameof(PlaceKind), today);
        refusals.MayBe(TransportList, Transport, nameof(Transport), today);
        refusals.MayBe(CrossingList, Crossing, nameof(Crossing), today);
    }
}
