// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Justice;

namespace Faro.Programme.Regularisation;

/// <summary>Begins an application for a stay, or corrects what is written of it. Where it stands is moved (<see cref="MoveStay"/>).</summary>
public sealed class RecordStay(OperationDoor door) : RecordLegalRow<Stay, StayFacts>(door)
{
    protected override string Noun => "stay";

    protected override Stay New(Act act, Guid caseId) =>
        new()
        {
            Id = act.NewId(),
            CaseId = caseId,
            Compartment = Compartments.Legal,
            StateSince = act.Today,
        };
}

/// <param name="Kind">A code of the list <c>stay-kinds</c>.</param>
/// <param name="Office">A code of the list <c>migration-offices</c>.</param>
/// <param name="RelativeId">The mother, father or child whose visa it is; null for hers.</param>
/// <param name="Words">Sealed.</param>
public sealed record StayFacts(
    string Kind,
    string Office,
    Guid? RelativeId = null,
    StayWords? Words = null
) : LegalFacts<Stay>
{
    internal override async Task CheckAsync(
        Act act,
        Case file,
        Stay row,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        var words = (Words ?? new()).Tidied();
        checks.Code(Stay.KindList, Kind, nameof(Kind));
        checks.Code(Stay.OfficeList, Office, nameof(Office));
        checks.Text(words.Folio, Stay.FolioMaxLength, nameof(words.Folio));
        checks.Text(words.Notes, MigrationSituation.TextMaxLength, nameof(words.Notes));
        // Terms were counted by what it is and for whom.
        checks.Must(
            row.State == StayStates.Preparing || (row.Kind, row.RelativeId) == (Kind, RelativeId),
            RegularisationRefusals.KindIsFixed,
            nameof(Kind)
        );
        checks.Must(
            (Kind == Stay.OfRelative) == (RelativeId is not null),
            RegularisationRefusals.RelativeMissing,
            nameof(RelativeId)
        );
        if (RelativeId is { } relative && relative != row.RelativeId)
        {
            var near = await FirstDegree.ReadAsync(act.Db, act.Actor, file.PersonId, cancellation);
            checks.Must(
                near.Any(each => each.PersonId == relative),
                RegularisationRefusals.NotFirstDegree,
                nameof(RelativeId)
            );
        }
    }

    internal override void Apply(Stay row, CasePen pen, DateOnly today)
    {
        row.Kind = Kind;
        row.Office = Office;
        row.RelativeId = RelativeId;
        row.Box = pen.Seal((Words ?? new()).Tidied(), Stay.Field(row.Id));
    }
}
