// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Consent;
using Faro.Programme.Identification;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// Thousands of invented cases in one act with one link of the audit, which names the first and the last of them, with the
/// path that each has behind it: no operation of everyday lets somebody write history. What was written in them is sealed
/// before the writer is asked. Runs in a demonstration only.
/// </summary>
public sealed class OpenInventedCases(OperationDoor door) : Operation<InventedCases, int>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<InventedCases> PrepareAsync(
        Preparation preparation,
        InventedCases input,
        CancellationToken cancellation
    )
    {
        if (
            input is not { Work: { } work, Words: { } words }
            || !IsDemo(preparation.Actor, preparation.Get<FaroOptions>())
        )
        {
            return input;
        }

        var (first, last) = (
            input.Cases.Min(made => made.File.PersonId),
            input.Cases.Max(made => made.File.PersonId)
        );
        await using var db = preparation.Db;
        var keys = await db
            .SealedKeys.AsNoTracking()
            .Where(key => key.OwnerId >= first && key.OwnerId <= last)
            .ToDictionaryAsync(key => key.OwnerId, cancellation);
        var vault = preparation.Get<Vault.SealingVault>();
        foreach (var made in input.Cases)
        {
            var pen = new CasePen(vault, made.File, keys[made.File.PersonId]);
            work.AddTo(made, pen);
            words.AddTo(made, pen);
        }

        return input;
    }

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        InventedCases input,
        CancellationToken cancellation
    )
    {
        if (!IsDemo(act.Actor, act.Get<FaroOptions>()))
        {
            return new Refusal(DemoRefusals.OnlyInDemo);
        }

        var files = input.Cases.OrderBy(made => made.File.Id).ToList();
        Task AddAsync<T>(Func<InventedCase, IEnumerable<T>> rows)
            where T : class => act.Db.AddRowsAsync(files.SelectMany(rows).ToList(), cancellation);

        foreach (
            var text in files
                .SelectMany(made => made.Consents)
                .Select(row => row.TextId!.Value)
                .Distinct()
                .ToList()
        )
        {
            await ConsentTexts.KeepAsync(act, text, cancellation);
        }

        await act.Db.SaveChangesAsync(cancellation);
        await AddAsync<Case>(made => [made.File]);
        await AddAsync<CaseStep>(made => made.Steps);
        await AddAsync<CaseMember>(made => made.File.Members);
        await AddAsync<CaseTask>(made => made.Tasks);
        await AddAsync<DiaryEntry>(made => made.Diary);
        await AddAsync<Assessment>(made => made.Assessments);
        await AddAsync<AssessmentAnswer>(made => made.Answers);
        await AddAsync<CaseEvidence>(made => made.Evidence);
        await AddAsync<TraffickingFact>(made => made.Facts);
        await AddAsync<ConsentOccasion>(made => made.Occasions);
        await AddAsync<ConsentEntry>(made => made.Consents);
        act.Note(
            "case",
            null,
            ("invented", files.Count.ToString(CultureInfo.InvariantCulture)),
            ("first", files[0].File.Id.ToString()),
            ("last", files[^1].File.Id.ToString())
        );
        await act.SettleWholeAsync(files.ConvertAll(made => made.File.Id), cancellation);
        return files.Count;
    }

    private static bool IsDemo(Actor actor, FaroOptions options) => actor.IsSystem && options.Demo;
}

/// <param name="Cases">A few thousand at most: they are held in memory. Their people have neighbouring ids.</param>
public sealed record InventedCases(IReadOnlyList<InventedCase> Cases)
{
    /// <summary>What makes up their daily work; null leaves it to those who tell it in words.</summary>
    internal InventedWork? Work { get; init; }

    /// <summary>What makes up what their people said.</summary>
    internal InventedWords? Words { get; init; }
}

/// <summary>One invented case with its history, and rows of daily work.</summary>
public sealed class InventedCase
{
    private int _ids;

    internal InventedCase(DemoCasePerson person, Case file, IReadOnlyList<CaseStep> steps) =>
        (Person, File, Steps) = (person, file, steps);

    internal DemoCasePerson Person { get; }

    internal Case File { get; }

    internal IReadOnlyList<CaseStep> Steps { get; }

    internal List<CaseTask> Tasks { get; } = [];

    internal List<DiaryEntry> Diary { get; } = [];

    internal List<Assessment> Assessments { get; } = [];

    internal List<AssessmentAnswer> Answers { get; } = [];

    internal List<CaseEvidence> Evidence { get; } = [];

    internal List<TraffickingFact> Facts { get; } = [];

    internal List<ConsentOccasion> Occasions { get; } = [];

    internal List<ConsentEntry> Consents { get; } = [];

    /// <summary>Of a row of hers: by the moment when her case came where it is, so that neighbours lie on one page.</summary>
    internal Guid NewId() => Guid.CreateVersion7(File.StateSince.AddMilliseconds(_ids++));
}
