// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme.Demo;

/// <summary>
/// The demonstration: the story that Faro was asked for, with invented people. Everything in it is done by the operations
/// that everybody uses, so the audit tells how it came to be.
/// </summary>
public sealed class DemoProgramme(
    FaroStart start,
    DatabaseEngine engine,
    TimeProvider clock,
    DemoNetwork network,
    DemoColleagues colleagues,
    DemoPeople people,
    DemoCases cases,
    DemoCasework casework,
    DemoCaseload caseload,
    DemoApprovals approvals,
    DemoJustice justice,
    DemoIdentification identification,
    DemoInterviews interviews,
    DemoPapers papers,
    DemoRiver river
)
{
    public const ulong UsualSeed = 20050301;

    /// <summary>Grows when the making of the story changes without its files.</summary>
    private const int Making = 4;

    /// <summary>Brings what the demonstration needs into a host.</summary>
    public static void AddTo(IServiceCollection services) =>
        services
            .AddSingleton<DemoNetwork>()
            .AddSingleton<DemoColleagues>()
            .AddSingleton<DemoPeople>()
            .AddSingleton<DemoCases>()
            .AddSingleton<DemoCasework>()
            .AddSingleton<DemoPlans>()
            .AddSingleton<DemoCaseload>()
            .AddSingleton<DemoApprovals>()
            .AddSingleton<DemoJustice>()
            .AddSingleton<DemoStays>()
            .AddSingleton<DemoIdentification>()
            .AddSingleton<DemoPapers>()
            .AddSingleton<DemoContext>()
            .AddSingleton<DemoInterviews>()
            .AddSingleton<DemoEstimate>()
            .AddSingleton<DemoStudy>()
            .AddSingleton<DemoRiver>()
            .AddSingleton<DemoProgramme>();

    /// <summary>
    /// Starts on the folder's demonstration when it is what was asked for, and else makes it: from nothing, or in the place
    /// of an old one.
    /// </summary>
    /// <param name="folder">Taken by this process.</param>
    /// <param name="seed">The same seed and count give the same people; null for whatever is there.</param>
    /// <param name="count">People: 1 to <see cref="DemoSize.Most"/>; null for whatever is there.</param>
    /// <param name="progress">From 0 to 1, of the people and their cases.</param>
    /// <param name="cancellation">Stops half-way; the next start then makes it anew.</param>
    /// <exception cref="StartRefusedException">The database holds something else. Nothing was changed.</exception>
    public async Task<DemoCard> OpenAsync(
        DemoFolder folder,
        ulong? seed,
        int? count,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var version = Version();
        var kept =
            folder.Card is { } card
            && card.Version == version
            && card.IsFreshAt(clock.GetUtcNow())
            && (seed ?? card.Seed) == card.Seed
            && (count ?? card.People) == card.People;
        if (!kept)
        {
            folder.Clear();
        }

        await start.PrepareAsync(serving: true, cancellation);
        var found = await IsDemoAsync(cancellation);
        if (kept && found == true)
        {
            return folder.Card!;
        }

        // On the embedded database the folder was just emptied; on PostgreSQL somebody else's data may be there.
        if (found is not null)
        {
            throw new StartRefusedException(DemoRefusals.DatabaseNotEmpty);
        }

        folder.Begin();
        var made = await MakeAsync(
            version,
            seed ?? UsualSeed,
            count ?? DemoSize.Usual,
            progress,
            cancellation
        );
        folder.Keep(made);
        return made;
    }

    /// <summary>Of the story, of the tables, and of the database they are in.</summary>
    private string Version()
    {
        using var db = engine.OpenReader();
        var tables = SHA256.HashData(Encoding.UTF8.GetBytes(db.Database.GenerateCreateScript()));
        return $"{Making}-{engine.Name}-{DemoFiles.Hash()[..12]}-{Convert.ToHexStringLower(tables)[..12]}";
    }

    /// <returns>Null when the database is empty; true when it is a demonstration's.</returns>
    private async Task<bool?> IsDemoAsync(CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        return await db
            .Profiles.Select(profile => (bool?)profile.Demo)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>A share of the whole, for one of its parts.</summary>
    private static DemoPart? Part(IProgress<double>? whole, double from, double to) =>
        whole is null ? null : new DemoPart(whole, from, to);

    private async Task<DemoCard> MakeAsync(
        string version,
        ulong seed,
        int count,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var made = await network.MakeAsync(cancellation);
        await colleagues.MakeAsync(made, DemoSize.Colleagues(count), cancellation);
        await people.MakeAsync(made, seed, count, Part(progress, 0, 0.4), cancellation);
        await cases.MakeAsync(seed, count, Part(progress, 0.4, 1), cancellation);
        if (count == DemoSize.Usual)
        {
            await casework.MakeAsync(seed, cancellation);
            await approvals.MakeAsync(network, made.Agencies, seed, cancellation);
            await justice.MakeAsync(network, seed, cancellation);
        }

        await identification.MakeAsync(network, seed, cancellation);
        await interviews.MakeAsync(network, cancellation);
        await papers.MakeAsync(network, made.Agencies["marea"], seed, cancellation);
        if (count == DemoSize.Usual)
        {
            await caseload.MakeAsync(network, cancellation);
        }

        await river.MakeAsync(
            network,
            new DemoLists(new DemoList(seed, count), made.Agencies),
            cancellation
        );
        if (count != DemoSize.Usual)
        {
            await engine.CountTablesAsync(cancellation);
        }

        return new DemoCard(version, seed, count, clock.GetUtcNow(), made.Accounts);
    }
}

/// <summary>Tells the whole how far one of its parts is.</summary>
internal sealed class DemoPart(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + ((to - from) * value));
}
