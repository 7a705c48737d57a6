// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Users;
using Faro.Programme.Agencies;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Settings;

/// <summary>
/// Makes the programme, its first agency and its administrator. Once; ever after it refuses. Whoever comes over the
/// network must know the <see cref="SetupCode"/>.
/// </summary>
public sealed class FirstRun(OperationDoor door) : Operation<FirstRunInput, Begun>(door)
{
    public override Permission Permission => Permissions.Public;

    protected internal override async Task<FirstRunInput> PrepareAsync(
        Preparation preparation,
        FirstRunInput input,
        CancellationToken cancellation
    )
    {
        var tidy = input with
        {
            Programme = input.Programme.Tidy(),
            AgencyName = input.AgencyName.Trim(),
            AgencyShortName = input.AgencyShortName.Trim(),
            DisplayName = input.DisplayName.Trim(),
            UserName = input.UserName.Trim().ToLowerInvariant(),
        };
        // The door is open to everybody: without the code, or once the programme exists, nothing is judged nor hashed.
        return
            !Knows(preparation.Actor, preparation.Get<SetupCode>(), input)
            || await preparation.Db.Profiles.AnyAsync(cancellation)
            ? tidy
            : tidy with
            {
                Judged = NewPassword.Judge(
                    preparation,
                    input.Password,
                    nameof(input.Password),
                    tidy.UserName,
                    tidy.DisplayName,
                    tidy.AgencyName,
                    tidy.AgencyShortName,
                    tidy.Programme.Name,
                    tidy.Programme.TerritoryName
                ),
            };
    }

    protected internal override async Task<Outcome<Begun>> ActAsync(
        Act act,
        FirstRunInput input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Profiles.AnyAsync(cancellation))
        {
            return new Refusal(SettingsRefusals.AlreadyBegun);
        }

        if (input.Judged is null)
        {
            return new Refusal(SettingsRefusals.SetupCodeWrong, nameof(input.SetupCode));
        }

        var refusals = ProfileRules.Check(input.Programme);
        CheckAgency(refusals, input);
        UserRules.CheckDisplayName(refusals, input.DisplayName, nameof(input.DisplayName));
        await UserRules.CheckUserNameAsync(
            refusals,
            act.Db,
            input.UserName,
            nameof(input.UserName),
            cancellation
        );
        if (!User.Languages.Contains(input.Language, StringComparer.Ordinal))
        {
            refusals.Add(new Refusal(AccessRefusals.LanguageUnknown, nameof(input.Language)));
        }

        if (input.Judged.Refusal is { } weak)
        {
            refusals.Add(weak);
        }

        return refusals.Count > 0 ? refusals : Begin(act, input, input.Judged.Hash);
    }

    /// <summary>The programme itself (the demonstration) holds the machine already.</summary>
    private static bool Knows(Actor actor, SetupCode code, FirstRunInput input) =>
        actor.IsSystem || code.Is(input.SetupCode);

    private static void CheckAgency(List<Refusal> refusals, FirstRunInput input)
    {
        ProfileRules.CheckText(
            refusals,
            input.AgencyName,
            nameof(input.AgencyName),
            SettingsRefusals.AgencyNameMissing,
            Agency.NameMaxLength
        );
        ProfileRules.CheckText(
            refusals,
            input.AgencyShortName,
            nameof(input.AgencyShortName),
            SettingsRefusals.AgencyShortNameMissing,
            Agency.ShortNameMaxLength
        );
        if (!CodeLists.Get("agency-sectors").Contains(input.AgencySector))
        {
            refusals.Add(new(SettingsRefusals.AgencySectorMissing, nameof(input.AgencySector)));
        }

        if (!CodeLists.Get("agency-kinds").Contains(input.AgencyKind))
        {
            refusals.Add(new(SettingsRefusals.AgencyKindMissing, nameof(input.AgencyKind)));
        }
    }

    private static Begun Begin(Act act, FirstRunInput input, string passwordHash)
    {
        var profile = new ProgrammeProfile
        {
            Id = act.NewId(),
            Name = input.Programme.Name,
            Country = input.Programme.Country,
            Territory = input.Programme.Territory,
            TerritoryName = input.Programme.TerritoryName,
            NumberPrefix = input.Programme.NumberPrefix,
            Demo = act.Get<FaroOptions>().Demo,
            CreatedAt = act.Now,
        };
        var agency = new Agency
        {
            Id = act.NewId(),
            Name = input.AgencyName,
            ShortName = input.AgencyShortName,
            Sector = input.AgencySector,
            Kind = input.AgencyKind,
            Territory = input.Programme.Territory,
            CreatedAt = act.Now,
        };
        var administrator = new User
        {
            Id = act.NewId(),
            UserName = input.UserName,
            NormalizedUserName = User.Fold(input.UserName),
            DisplayName = input.DisplayName,
            RoleCodes = [Role.Administrator.Code],
            Language = input.Language,
            PasswordHash = passwordHash,
            CreatedAt = act.Now,
        };
        administrator.ChangeStamp();
        act.Db.AddRange(profile, agency, administrator);
        act.AfterCommit(act.Get<SetupCode>().Forget);
        act.Note("programme", profile.Id);
        act.Note("agency", agency.Id);
        act.Note("user", administrator.Id, ("roles", Role.Administrator.Code));
        return new Begun(agency.Id, administrator.Id);
    }
}

/// <param name="Programme">The programme itself.</param>
/// <param name="AgencyName">The first agency of the network.</param>
/// <param name="AgencyShortName">Its usual short name.</param>
/// <param name="AgencySector">A code of the list <c>agency-sectors</c>.</param>
/// <param name="AgencyKind">A code of the list <c>agency-kinds</c>.</param>
/// <param name="DisplayName">The administrator.</param>
/// <param name="UserName">As she signs in.</param>
/// <param name="Password">Her own choice: there is no other first password.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
public sealed record FirstRunInput(
    ProfileAnswers Programme,
    string AgencyName,
    string AgencyShortName,
    string AgencySector,
    string AgencyKind,
    string DisplayName,
    string UserName,
    Secret Password,
    string Language
)
{
    /// <summary>As typed; the programme itself needs none.</summary>
    public Secret SetupCode { get; init; }

    /// <summary>Null when nothing was to be judged.</summary>
    internal NewPassword? Judged { get; init; }
}

/// <param name="AgencyId">The first agency.</param>
/// <param name="UserId">The administrator.</param>
public sealed record Begun(Guid AgencyId, Guid UserId);
