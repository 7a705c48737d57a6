// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Justice;

/// <summary>The whole justice track of a case, for who works in its legal part.</summary>
public sealed class ReadJustice(OperationDoor door) : ReadingOperation<Guid, JusticeReading>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<JusticeReading>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input, Compartments.Legal, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = await act.ReadingPenOfAsync(found.Value, cancellation);
        var track = await act.Db.JusticeTracks.FirstOrDefaultAsync(
            row => row.CaseId == input,
            cancellation
        );
        var measures = await act
            .Db.ProtectionMeasures.Where(row => row.CaseId == input)
            .OrderByDescending(row => row.AskedOn)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellation);
        var hearings = await act
            .Db.Hearings.Where(row => row.CaseId == input)
            .OrderByDescending(row => row.On)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellation);
        var reparations = await act
            .Db.Reparations.Where(row => row.CaseId == input)
            .OrderBy(row => row.Head)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellation);
        var steps = await act
            .Db.JusticeSteps.Where(step => step.CaseId == input)
            .OrderBy(step => step.On)
            .ThenBy(step => step.At)
            .ToListAsync(cancellation);
        var names = await Colleagues.NamesAsync(
            act.Db,
            hearings.Select(row => row.CompanionId).Concat(steps.Select(step => step.UserId)),
            cancellation
        );
        act.Note("case", input, ("hearings", $"{hearings.Count}"));
        return new JusticeReading(
            track?.Version ?? 0,
            track?.State ?? JusticeStates.NoComplaint,
            track?.StateSince,
            track is null ? null : Facts(track, pen),
            steps.ConvertAll(step => new JusticeStepReading(step.To, step.On, names[step.UserId])),
            measures.ConvertAll(row => Read(row, Facts(row, pen))),
            hearings.ConvertAll(row => Read(row, Facts(row, pen), names[row.CompanionId])),
            reparations.ConvertAll(row => Read(row, Facts(row, pen)))
        );
    }

    private static LegalReading<TFacts> Read<TFacts>(
        ICaseRow row,
        TFacts facts,
        string companion = ""
    ) => new(row.Id, row.Version, facts, companion);

    private static JusticeFacts Facts(JusticeTrack track, CasePen pen) =>
        new(
            pen.Open<JusticeWords>(track.Box, JusticeTrack.Field(track.Id)) ?? new(),
            track.Wish,
            track.WishOn,
            track.Filer,
            track.ComplaintOn,
            track.Authority,
            track.Offences,
            track.Adviser,
            track.NonPunishment,
            track.Ruling,
            track.RulingOn
        );

    private static MeasureFacts Facts(ProtectionMeasure row, CasePen pen) =>
        new(
            row.Kind,
            row.State,
            row.Authority,
            row.AskedOn,
            row.DecidedOn,
            row.Until,
            pen.Open(row.Box, ProtectionMeasure.Field(row.Id))
        );

    private static HearingFacts Facts(Hearing row, CasePen pen) =>
        new(
            row.Kind,
            row.On,
            row.At,
            row.State,
            row.Arrangements,
            row.CompanionId,
            pen.Open<HearingWords>(row.Box, Hearing.Field(row.Id)) ?? new()
        );

    private static ReparationFacts Facts(Reparation row, CasePen pen) =>
        new(
            row.Head,
            row.State,
            row.AskedOn,
            row.OrderedOn,
            row.DueOn,
            row.AskedAmount,
            row.OrderedAmount,
            row.PaidAmount,
            row.Currency,
            pen.Open(row.Box, Reparation.Field(row.Id))
        );
}

/// <summary>The justice track; version 0 when nobody began one.</summary>
public sealed record JusticeReading(
    int Version,
    string State,
    DateOnly? Since,
    JusticeFacts? Facts,
    IReadOnlyList<JusticeStepReading> Steps,
    IReadOnlyList<LegalReading<MeasureFacts>> Measures,
    IReadOnlyList<LegalReading<HearingFacts>> Hearings,
    IReadOnlyList<LegalReading<ReparationFacts>> Reparations
)
{
    /// <summary>What the database keeps of it in figures, of one currency each.</summary>
    public IEnumerable<ReparationTotal> Totals =>
        Reparations
            .Where(row => row.Facts.Currency.Length > 0 && row.Facts.State != Reparation.Mistake)
            .GroupBy(row => row.Facts.Currency, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ReparationTotal(
                group.Key,
                group.Sum(row => row.Facts.AskedAmount ?? 0),
                group.Sum(row => row.Facts.OrderedAmount ?? 0),
                group.Sum(row => row.Facts.PaidAmount ?? 0)
            ));
}

/// <summary>One stage to which the process came.</summary>
public sealed record JusticeStepReading(string To, DateOnly On, string Who);

/// <summary>One row of the legal part, with whoever goes along or nobody.</summary>
public sealed record LegalReading<TFacts>(
    Guid Id,
    int Version,
    TFacts Facts,
    string Companion = ""
);

/// <summary>Sums of one currency.</summary>
public sealed record ReparationTotal(string Currency, decimal Asked, decimal Ordered, decimal Paid);
