// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Justice;
using Faro.Programme.Regularisation;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;

namespace Faro.Programme.Tests.Justice;

/// <summary>What tests of the legal part of a case have in common.</summary>
internal static class LegalSteps
{
    /// <summary>The worker, in the legal part too.</summary>
    public static Actor Lawyer(this TestProgramme programme) =>
        programme.Worker().With(Compartments.Social, Compartments.Legal);

    public static Task<Guid> RecordAsync<TRow, TFacts>(
        this TestProgramme programme,
        RecordLegalRow<TRow, TFacts> operation,
        Guid id,
        TFacts facts,
        Guid? row = null,
        int version = 0
    )
        where TRow : class, ICaseRow
        where TFacts : LegalFacts<TRow> =>
        programme.DoneAsync(
            operation,
            programme.Lawyer(),
            new LegalRowInput<TFacts>(id, row, version, facts)
        );

    /// <returns>Codes with their fields.</returns>
    public static async Task<IReadOnlyList<(string Code, string Field)>> RefusedAsync<TRow, TFacts>(
        this TestProgramme programme,
        RecordLegalRow<TRow, TFacts> operation,
        Guid id,
        TFacts facts
    )
        where TRow : class, ICaseRow
        where TFacts : LegalFacts<TRow> =>
        [
            .. (
                await programme.RunAsync(
                    operation,
                    programme.Lawyer(),
                    new LegalRowInput<TFacts>(id, null, 0, facts)
                )
            ).Refusals.Select(refusal => (refusal.Code, refusal.Field)),
        ];

    public static Task<JusticeReading> JusticeAsync(this TestProgramme programme, Guid id) =>
        programme.DoneAsync(programme.Get<ReadJustice>(), programme.Lawyer(), id);

    public static Task<MigrationReading> MigrationAsync(this TestProgramme programme, Guid id) =>
        programme.DoneAsync(programme.Get<ReadMigration>(), programme.Lawyer(), id);

    /// <summary>Begins the track and brings the process to a stage that a complaint and a file lead to.</summary>
    public static async Task ReportAsync(this TestProgramme programme, Guid id)
    {
        var day = new DateOnly(2026, 11, 1);
        await programme.RecordAsync(
            programme.Get<WriteJustice>(),
            id,
            new JusticeFacts(
                new JusticeWords { FileNumber = "CI-XIOMARABEL-7" },
                "wants",
                day,
                "herself",
                day,
                "state-special",
                ["lg-13"]
            )
        );
        await programme.MoveJusticeAsync(id, JusticeStates.Reported, day);
    }

    public static async Task<IReadOnlyList<string>> MoveJusticeAsync(
        this TestProgramme programme,
        Guid id,
        string to,
        DateOnly? on = null
    )
    {
        var read = await programme.JusticeAsync(id);
        var outcome = await programme.RunAsync(
            programme.Get<MoveJustice>(),
            programme.Lawyer(),
            new MoveJusticeInput(id, read.Version, to, on)
        );
        return [.. outcome.Refusals.Select(refusal => refusal.Code)];
    }
}
