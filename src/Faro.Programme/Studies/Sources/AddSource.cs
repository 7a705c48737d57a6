// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies.Sources;

/// <summary>
/// Takes a source into a study. A file follows through <see cref="SourceReception"/>, which runs this first; the register
/// needs none.
/// </summary>
public sealed class AddSource(OperationDoor door) : Operation<AddSourceInput, Guid>(door)
{
    /// <summary>Most sources of one study.</summary>
    public const int MostSources = 40;

    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AddSourceInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var facts = input.Facts.Tidied();
        var refusals = await facts.CheckAsync(act, study, cancellation);
        CheckKind(study, input, refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var isRegister = input.Kind == SourceKinds.Register;
        var number = study.Sources.Select(each => each.Number).DefaultIfEmpty().Max() + 1;
        var source = new StudySource
        {
            Id = act.NewId(),
            StudyId = study.Id,
            Number = number,
            Kind = input.Kind,
            Name = facts.Name,
            AgencyId = facts.AgencyId,
            Origin = facts.Origin,
            RetrievedOn = facts.RetrievedOn,
            Licence = facts.Licence,
            Citation = facts.Citation,
            FileName = isRegister ? "" : NeutralName(number, input.FileName),
            State = isRegister ? SourceStates.Loaded : SourceStates.Receiving,
            UploadedBy = act.Actor.UserId,
            CreatedAt = act.Now,
            LoadedAt = isRegister ? act.Now : null,
        };
        act.Db.StudySources.Add(source);
        study.Sources.Add(source);
        if (!isRegister)
        {
            act.Db.SealedKeys.Add(act.Vault.NewKey(source.Id));
        }

        act.Note("source", source.Id, ("kind", source.Kind));
        await OwnStudy.KeepAsync(act, study, cancellation);
        return source.Id;
    }

    private static void CheckKind(Study study, AddSourceInput input, List<Refusal> refusals)
    {
        if (!SourceKinds.All.Contains(input.Kind, StringComparer.Ordinal))
        {
            refusals.Add(new Refusal(SourceRefusals.KindUnknown, nameof(input.Kind)));
        }

        if (study.Sources.Count >= MostSources)
        {
            refusals.Add(new Refusal(SourceRefusals.TooMany, "", MostSources));
        }

        if (
            input.Kind == SourceKinds.Register
            && study.Sources.Exists(source => source.Kind == SourceKinds.Register)
        )
        {
            refusals.Add(new Refusal(SourceRefusals.RegisterTwice, nameof(input.Kind)));
        }
    }

    private static string NeutralName(int number, string fileName) =>
        fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? $"source-{number}.xlsx"
            : $"source-{number}.csv";
}

/// <param name="StudyId">Which study.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>.</param>
/// <param name="Facts">What it is and whose.</param>
/// <param name="FileName">The name it came under: only its ending is kept; empty for the register.</param>
public sealed record AddSourceInput(
    Guid StudyId,
    string Kind,
    SourceFacts Facts,
    string FileName = ""
);
