// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Caseload.Team;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Settings;

/// <summary>Changes the programme's own data. A new number prefix holds for people registered from now on.</summary>
public sealed class ChangeSettings(OperationDoor door) : Operation<ChangeSettingsInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageSettings;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeSettingsInput input,
        CancellationToken cancellation
    )
    {
        var profile = await act.Db.Profiles.FirstOrDefaultAsync(cancellation);
        if (profile is null)
        {
            return new Refusal(SettingsRefusals.NotBegun);
        }

        if (profile.Version != input.Version)
        {
            return new Refusal(SettingsRefusals.ChangedMeanwhile);
        }

        var answers = input.Programme.Tidy();
        var refusals = Check(input, answers);
        CheckImpact(refusals, input, act.Today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        (profile.Name, profile.Country) = (answers.Name, answers.Country);
        (profile.Territory, profile.TerritoryName) = (answers.Territory, answers.TerritoryName);
        profile.NumberPrefix = answers.NumberPrefix;
        profile.NeutralTitles = input.NeutralTitles;
        profile.MinimumCell = input.MinimumCell;
        (profile.ReflectionDays, profile.SecondPerson) = (input.ReflectionDays, input.SecondPerson);
        (profile.ImpactAssessedOn, profile.ImpactReference) = (
            input.ImpactAssessedOn,
            input.ImpactReference.Trim()
        );
        input.Team.Apply(profile);
        profile.Version++;
        act.Note(
            "programme",
            profile.Id,
            ("minimum-cell", input.MinimumCell.ToString(CultureInfo.InvariantCulture)),
            ("version", profile.Version.ToString(CultureInfo.InvariantCulture))
        );
        return default(Done);
    }

    /// <summary>A day and a reference, or neither.</summary>
    private static void CheckImpact(
        List<Refusal> refusals,
        ChangeSettingsInput input,
        DateOnly today
    )
    {
        var reference = input.ImpactReference.Trim();
        refusals.Must(
            !(input.ImpactAssessedOn > today),
            SettingsRefusals.ImpactInFuture,
            nameof(input.ImpactAssessedOn)
        );
        refusals.Must(
            (input.ImpactAssessedOn is null) == (reference.Length == 0)
                && reference.Length <= ProgrammeProfile.NameMaxLength,
            SettingsRefusals.ImpactIncomplete,
            input.ImpactAssessedOn is null
                ? nameof(input.ImpactAssessedOn)
                : nameof(input.ImpactReference),
            ProgrammeProfile.NameMaxLength
        );
    }

    private static List<Refusal> Check(ChangeSettingsInput input, ProfileAnswers answers)
    {
        var refusals = ProfileRules.Check(answers);
        if (
            input.MinimumCell
            is < ProgrammeProfile.LeastMinimumCell
                or > ProgrammeProfile.GreatestMinimumCell
        )
        {
            refusals.Add(
                new Refusal(
                    SettingsRefusals.MinimumCellOutOfRange,
                    nameof(input.MinimumCell),
                    ProgrammeProfile.LeastMinimumCell,
                    ProgrammeProfile.GreatestMinimumCell
                )
            );
        }

        if (
            input.ReflectionDays
            is < ProgrammeProfile.LeastReflectionDays
                or > ProgrammeProfile.MostReflectionDays
        )
        {
            refusals.Add(
                new Refusal(
                    SettingsRefusals.ReflectionOutOfRange,
                    nameof(input.ReflectionDays),
                    ProgrammeProfile.LeastReflectionDays,
                    ProgrammeProfile.MostReflectionDays
                )
            );
        }

        refusals.AddRange(input.Team.Check());
        return refusals;
    }
}

/// <param name="Version">The profile's version when the form was opened.</param>
/// <param name="Programme">The programme itself.</param>
/// <param name="NeutralTitles">Page titles name no subject.</param>
/// <param name="MinimumCell">Counts below this are never published.</param>
public sealed record ChangeSettingsInput(
    int Version,
    ProfileAnswers Programme,
    bool NeutralTitles,
    int MinimumCell
)
{
    /// <summary>The reflection period in days: the programme's own rule, since the law gives none.</summary>
    public int ReflectionDays { get; init; } = ProgrammeProfile.UsualReflectionDays;

    /// <summary>A determination holds only once a second person has confirmed it.</summary>
    public bool SecondPerson { get; init; }

    /// <summary>When the impact assessment was concluded; null while it was not.</summary>
    public DateOnly? ImpactAssessedOn { get; init; }

    /// <summary>Its number or title; empty while there is none.</summary>
    public string ImpactReference { get; init; } = "";

    /// <summary>When the supervisor's page asks.</summary>
    public TeamRules Team { get; init; } = TeamRules.Usual;
}
