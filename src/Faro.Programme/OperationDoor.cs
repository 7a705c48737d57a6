// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme;

/// <summary>
/// The choke point of every write and every sealed reading: permission, transaction, outcome and audit line in one place.
/// </summary>
public sealed class OperationDoor(
    WriteQueue queue,
    DatabaseEngine engine,
    IServiceScopeFactory scopes,
    TimeProvider clock
)
{
    internal async Task<Outcome<TResult>> RunAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        bool rehearsal,
        CancellationToken cancellation
    )
    {
        if (!actor.May(operation.Permission))
        {
            var refusal = new Refusal(AccessRefusals.NotAllowed);
            await RecordRefusalAsync(actor, operation.Code, [refusal], cancellation);
            return refusal;
        }

        var prepared = await PrepareAsync(operation, actor, input, cancellation);
        var (outcome, afterwards) = operation.OnlyReads
            ? await RunBesideWriterAsync(operation, actor, prepared, cancellation)
            : await queue.WriteAsync(
                batch =>
                    RunInBatchAsync(batch, operation, actor, prepared, rehearsal, cancellation),
                cancellation
            );
        foreach (var action in afterwards)
        {
            action();
        }

        return outcome;
    }

    /// <summary>Writes that somebody was turned away at a door before any operation ran (a page, a file, an API route).</summary>
    public Task RecordRefusalAsync(
        Actor actor,
        string act,
        IReadOnlyList<Refusal> refusals,
        CancellationToken cancellation
    ) =>
        queue.WriteAsync(
            async batch =>
            {
                await using var db = batch.OpenDb();
                await WriteRefusalAsync(db, batch, actor, act, refusals);
                return true;
            },
            cancellation
        );

    private async Task<TInput> PrepareAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        CancellationToken cancellation
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var preparation = new Preparation(actor, clock, scope.ServiceProvider);
        return await operation.PrepareAsync(preparation, input, cancellation);
    }

    private async Task<(
        Outcome<TResult> Outcome,
        IReadOnlyList<Action> Afterwards
    )> RunInBatchAsync<TInput, TResult>(
        WriteBatch batch,
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        bool rehearsal,
        CancellationToken cancellation
    )
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = batch.OpenDb();
            scope.ServiceProvider.GetRequiredService<DbScope>().Use(db);
            var act = new Act(db, actor, clock, scope.ServiceProvider);
            var outcome = await operation.ActAsync(act, input, cancellation);
            if (outcome.Done && rehearsal)
            {
                await batch.ForgetAsync();
                await using var unwritten = batch.OpenDb();
                await WriteLineAsync(
                    unwritten,
                    batch,
                    actor,
                    operation.Code,
                    AuditResults.Rehearsed,
                    act.Notes
                );
                return (outcome, []);
            }

            if (outcome.Done)
            {
                await CaseSettling.SettleTouchedAsync(act, cancellation);
            }

            if (outcome.Done || act.KeptWhenRefused)
            {
                // One save for the act and its line: half the round trips, and neither without the other.
                AppendLine(db, batch, act, operation.Code, outcome);
                await db.SaveChangesAsync(cancellation);
                return (outcome, act.Afterwards);
            }

            await batch.ForgetAsync();
            await using var clean = batch.OpenDb();
            await WriteRefusalAsync(clean, batch, actor, operation.Code, outcome.Refusals);
            return (outcome, []);
        }
    }

    /// <summary>The reading is over, its connection given back, before its line waits for the writer.</summary>
    private async Task<(
        Outcome<TResult> Outcome,
        IReadOnlyList<Action> Afterwards
    )> RunBesideWriterAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        CancellationToken cancellation
    )
    {
        var (act, outcome) = await ReadAsync(operation, actor, input, cancellation);
        await queue.WriteAsync(
            async batch =>
            {
                await using var db = batch.OpenDb();
                if (outcome.Done || act.KeptWhenRefused)
                {
                    AppendLine(db, batch, act, operation.Code, outcome);
                    await db.SaveChangesAsync(cancellation);
                }
                else
                {
                    await WriteRefusalAsync(db, batch, actor, operation.Code, outcome.Refusals);
                }

                return true;
            },
            cancellation
        );
        return (outcome, outcome.Done || act.KeptWhenRefused ? act.Afterwards : []);
    }

    private async Task<(Act Act, Outcome<TResult> Outcome)> ReadAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        CancellationToken cancellation
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = engine.OpenReader();
        scope.ServiceProvider.GetRequiredService<DbScope>().Use(db);
        await using var moment = await engine.HoldMomentAsync(db, cancellation);
        var act = new Act(db, actor, clock, scope.ServiceProvider);
        return (act, await operation.ActAsync(act, input, cancellation));
    }

    private static void AppendLine<TResult>(
        FaroDb db,
        WriteBatch batch,
        Act act,
        string code,
        Outcome<TResult> outcome
    ) =>
        batch.Chain.Append(
            db,
            act.Actor,
            code,
            outcome.Done ? AuditResults.Done : AuditResults.Refused,
            outcome.Done ? act.Notes : WithCodes(act.Notes, outcome.Refusals),
            act.Now
        );

    private Task WriteRefusalAsync(
        FaroDb db,
        WriteBatch batch,
        Actor actor,
        string act,
        IReadOnlyList<Refusal> refusals
    ) => WriteLineAsync(db, batch, actor, act, AuditResults.Refused, WithCodes([], refusals));

    private async Task WriteLineAsync(
        FaroDb db,
        WriteBatch batch,
        Actor actor,
        string act,
        string result,
        IReadOnlyList<AuditNote> notes
    )
    {
        batch.Chain.Append(db, actor, act, result, notes, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static IReadOnlyList<AuditNote> WithCodes(
        IReadOnlyList<AuditNote> notes,
        IReadOnlyList<Refusal> refusals
    )
    {
        var codes = string.Join(
            ' ',
            refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal)
        );
        var first =
            notes.Count > 0 ? notes[0] : new AuditNote("", null, new(StringComparer.Ordinal));
        var details = new SortedDictionary<string, string>(first.Details, StringComparer.Ordinal)
        {
            ["codes"] = codes,
        };
        return [first with { Details = details }, .. notes.Skip(1)];
    }
}
