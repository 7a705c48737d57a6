// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Vault;

namespace Faro.Programme.Studies.Sources;

/// <summary>Shows the first rows of a file to the one who uploaded it, so that its columns can be mapped; the audit says so.</summary>
public sealed class PreviewSource(OperationDoor door)
    : ReadingOperation<PreviewSourceInput, SourcePreview>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<SourcePreview>> ActAsync(
        Act act,
        PreviewSourceInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        if (Obstacle(act.Actor, source) is { } refusal)
        {
            return refusal;
        }

        var seen = await LookAsync(act.Db, act.Vault, source, input.Sheet, cancellation);
        if (!seen.Done)
        {
            return seen.Refusals.ToList();
        }

        act.Note("source", source.Id);
        var remembered = await MappingMemory.FindAsync(
            act.Db,
            study.AgencyId,
            source.Kind,
            seen.Value.Headers,
            cancellation
        );
        var mapping =
            SourceMapping.FromJson(source.Mapping)
            ?? remembered
            ?? MappingGuess.Of(source.Kind, seen.Value.Headers, input.Sheet);
        return seen.Value with { Mapping = mapping, Remembered = remembered is not null };
    }

    /// <summary>Why this person may not see rows of this file.</summary>
    internal static Refusal? Obstacle(Actor actor, StudySource source) =>
        source switch
        {
            { ErasedAt: not null } => new Refusal(SourceRefusals.Erased),
            { Kind: SourceKinds.Register } => new Refusal(SourceRefusals.FileNotNeeded),
            { State: SourceStates.Receiving } => new Refusal(SourceRefusals.NotReceived),
            { State: SourceStates.Loading } => new Refusal(SourceRefusals.Loading),
            { State: SourceStates.Loaded } => new Refusal(SourceRefusals.AlreadyLoaded),
            _ when !actor.IsSystem && source.UploadedBy != actor.UserId => new Refusal(
                SourceRefusals.NotUploader
            ),
            _ => null,
        };

    /// <summary>Headers and first rows; refused with the place when the file cannot be read.</summary>
    internal static async Task<Outcome<SourcePreview>> LookAsync(
        FaroDb db,
        SealingVault vault,
        StudySource source,
        int sheet,
        CancellationToken cancellation
    )
    {
        var key = await SourceRows.KeyAsync(db, source.Id, cancellation);
        var stream = new UploadStream(db, vault, key, source.FileBytes);
        await using (stream)
        {
            try
            {
                var file = TableFile.Open(stream, sheet, null, cancellation);
                var rows = file.Rows(cancellation).Take(SourcePreview.MostRows).ToList();
                return new SourcePreview(
                    file.Headers,
                    file.Sheets,
                    [.. rows.Where(row => row.Problem is null).Select(row => row.Cells)],
                    new SourceMapping([], sheet),
                    Remembered: false,
                    [.. rows.Select(row => row.Problem).OfType<FileProblem>()]
                );
            }
            catch (DamagedFileException damage)
            {
                return damage.Problem.ToRefusal(source.FileName);
            }
        }
    }
}

/// <param name="SourceId">Which.</param>
/// <param name="Sheet">Of a workbook, from 1.</param>
public sealed record PreviewSourceInput(Guid SourceId, int Sheet = 1);
