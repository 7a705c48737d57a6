// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>Opens all that is recorded of what was done to her, with its evidence and in its words.</summary>
public sealed class ReadFacts(OperationDoor door) : ReadingOperation<Guid, CaseFacts>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<CaseFacts>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = await act.ReadingPenOfAsync(found.Value, cancellation);
        var evidence = await EvidenceAsync(act, input, cancellation);
        var facts = await act
            .Db.TraffickingFacts.Where(row => row.CaseId == input)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        var events = await act
            .Db.TraffickingEvents.Where(row => row.CaseId == input && row.WithdrawnAt == null)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        var perpetrators = await act
            .Db.Perpetrators.Where(row => row.CaseId == input && row.WithdrawnAt == null)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        act.Note("case", input);
        return new CaseFacts(
            FactCount.Of(facts),
            [
                .. facts
                    .Where(row => row.WithdrawnAt is null)
                    .Select(row => new FactShown(row.Kind, row.Code, row.Answer, row.EvidenceId)),
            ],
            [
                .. InOrder(events)
                    .Select(row =>
                        Shown(
                            row,
                            pen.Open(row.PlaceBox, TraffickingEvent.PlaceField(row.Id)),
                            pen.Open<GeoPoint>(row.PointBox, TraffickingEvent.PointField(row.Id))
                        )
                    ),
            ],
            [
                .. perpetrators.Select(row =>
                    Shown(row, pen.Open(row.NameBox, Perpetrator.NameField(row.Id)))
                ),
            ],
            evidence.ToDictionary(
                each => each.Row.Id,
                each =>
                    Shown(
                        each.Row,
                        pen.Open(each.Row.WordsBox, CaseEvidence.WordsField(each.Row.Id)),
                        each.By
                    )
            )
        );
    }

    private static Task<List<Told>> EvidenceAsync(
        Act act,
        Guid caseId,
        CancellationToken cancellation
    ) =>
        act
            .Db.CaseEvidence.Where(row => row.CaseId == caseId)
            .Select(row => new Told
            {
                Row = row,
                By =
                    act.Db.Users.Where(user => user.Id == row.RecordedBy)
                        .Select(user => user.DisplayName)
                        .FirstOrDefault()
                    ?? "",
            })
            .ToListAsync(cancellation);

    /// <summary>As they happened; what has no date comes last.</summary>
    private static IEnumerable<TraffickingEvent> InOrder(List<TraffickingEvent> events) =>
        events.OrderBy(row => row.From.Length == 0).ThenBy(row => row.From, StringComparer.Ordinal);

    private static EvidenceShown Shown(CaseEvidence row, string words, string by) =>
        new(row.Source, row.On, row.Certainty, words, by, row.RecordedAt);

    private static EventShown Shown(TraffickingEvent row, string place, GeoPoint? point) =>
        new(row.Id, row.Version, Facts(row, place, point), row.EvidenceId);

    private static PerpetratorShown Shown(Perpetrator row, string name) =>
        new(row.Id, row.Version, Facts(row, name), row.EvidenceId);

    private static EventFacts Facts(TraffickingEvent row, string place, GeoPoint? point) =>
        new()
        {
            Type = row.Type,
            From = row.From,
            Until = row.Until,
            Age = row.Age,
            Country = row.Country,
            State = row.State,
            Place = place,
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
            PlaceKind = row.PlaceKind,
            Transport = row.Transport,
            Crossing = row.Crossing,
        };

    private static PerpetratorFacts Facts(Perpetrator row, string name) =>
        new()
        {
            Kind = row.Kind,
            Roles = row.Roles,
            Relation = row.Relation,
            Sex = row.Sex,
            AgeBand = row.AgeBand,
            Citizenship = row.Citizenship,
            MaritalStatus = row.MaritalStatus,
            Stage = row.Stage,
            Name = name,
        };

    /// <summary>A piece of evidence and who wrote it down.</summary>
    private sealed class Told
    {
        public required CaseEvidence Row { get; init; }

        public required string By { get; init; }
    }
}

/// <param name="Seen">Grows with every change of a fact: goes back with a correction.</param>
/// <param name="Facts">Without what was withdrawn.</param>
/// <param name="Events">In the order in which they happened.</param>
/// <param name="Perpetrators">By role.</param>
/// <param name="Evidence">By id.</param>
public sealed record CaseFacts(
    int Seen,
    IReadOnlyList<FactShown> Facts,
    IReadOnlyList<EventShown> Events,
    IReadOnlyList<PerpetratorShown> Perpetrators,
    IReadOnlyDictionary<Guid, EvidenceShown> Evidence
)
{
    /// <summary>What all that stands says of one fact; empty when nothing was said.</summary>
    public string Answer(string kind, string code) =>
        RecordFacts.Standing(
            Facts.Where(fact => fact.Kind == kind && fact.Code == code).Select(fact => fact.Answer)
        );
}

public sealed record FactShown(string Kind, string Code, string Answer, Guid EvidenceId);

public sealed record EventShown(Guid Id, int Version, EventFacts Facts, Guid EvidenceId);

public sealed record PerpetratorShown(
    Guid Id,
    int Version,
    PerpetratorFacts Facts,
    Guid EvidenceId
);

/// <param name="Source">A code of the list <c>fact-sources</c>.</param>
/// <param name="On">Of the evidence.</param>
/// <param name="Certainty">A code of the list <c>fact-certainties</c>.</param>
/// <param name="Words">What was said or seen.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">When.</param>
public sealed record EvidenceShown(
    string Source,
    DateOnly? On,
    string Certainty,
    string Words,
    string By,
    DateTimeOffset At
);
