// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Settings;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Team;

/// <summary>When the supervisor's page asks: thresholds that each programme sets for itself.</summary>
/// <param name="QuietDaysImminent">Days without contact at imminent risk.</param>
/// <param name="QuietDaysHigh">At high risk.</param>
/// <param name="QuietDaysMedium">At medium risk.</param>
/// <param name="QuietDaysLow">At low risk.</param>
/// <param name="QuietDaysUnassessed">Where nobody assessed the risk.</param>
/// <param name="LoadLimit">More open cases than this with one colleague are too many.</param>
public sealed record TeamRules(
    int QuietDaysImminent,
    int QuietDaysHigh,
    int QuietDaysMedium,
    int QuietDaysLow,
    int QuietDaysUnassessed,
    int LoadLimit
)
{
    /// <param name="risk">A code of the list <c>risk-levels</c>, or empty.</param>
    public int QuietDays(string risk) =>
        risk switch
        {
            "imminent" => QuietDaysImminent,
            "high" => QuietDaysHigh,
            "medium" => QuietDaysMedium,
            "low" => QuietDaysLow,
            _ => QuietDaysUnassessed,
        };

    /// <summary>What a programme begins with.</summary>
    public static readonly TeamRules Usual = new(3, 7, 14, 30, 14, 25);

    /// <summary>As the programme set them.</summary>
    internal static async Task<TeamRules> ReadAsync(FaroDb db, CancellationToken cancellation) =>
        await db
            .Profiles.Select(profile => new TeamRules(
                profile.QuietDaysImminent,
                profile.QuietDaysHigh,
                profile.QuietDaysMedium,
                profile.QuietDaysLow,
                profile.QuietDaysUnassessed,
                profile.LoadLimit
            ))
            .FirstOrDefaultAsync(cancellation)
        ?? Usual;

    internal void Apply(ProgrammeProfile profile)
    {
        profile.QuietDaysImminent = QuietDaysImminent;
        profile.QuietDaysHigh = QuietDaysHigh;
        profile.QuietDaysMedium = QuietDaysMedium;
        profile.QuietDaysLow = QuietDaysLow;
        profile.QuietDaysUnassessed = QuietDaysUnassessed;
        profile.LoadLimit = LoadLimit;
    }

    internal List<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        void Days(int days, string field) =>
            refusals.Must(
                days is >= ProgrammeProfile.LeastQuietDays and <= ProgrammeProfile.MostQuietDays,
                SettingsRefusals.QuietDaysOutOfRange,
                field,
                ProgrammeProfile.LeastQuietDays,
                ProgrammeProfile.MostQuietDays
            );
        Days(QuietDaysImminent, nameof(QuietDaysImminent));
        Days(QuietDaysHigh, nameof(QuietDaysHigh));
        Days(QuietDaysMedium, nameof(QuietDaysMedium));
        Days(QuietDaysLow, nameof(QuietDaysLow));
        Days(QuietDaysUnassessed, nameof(QuietDaysUnassessed));
        refusals.Must(
            LoadLimit is >= ProgrammeProfile.LeastLoad and <= ProgrammeProfile.MostLoad,
            SettingsRefusals.LoadOutOfRange,
            nameof(LoadLimit),
            ProgrammeProfile.LeastLoad,
            ProgrammeProfile.MostLoad
        );
        return refusals;
    }
}
