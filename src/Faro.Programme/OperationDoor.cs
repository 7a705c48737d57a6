// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme;

/// <summary>The choke point of every write: permission, transaction, outcome and audit line in one place.</summary>
public sealed class OperationDoor(WriteQueue queue, IServiceScopeFactory scopes, TimeProvider clock)
{
    internal async Task<Outcome<TResult>> RunAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        CancellationToken cancellation
    )
    {
        if (!actor.May(operation.Permission))
        {
            var refusal = new Refusal(AccessRefusals.NotAllowed);
            await RecordRefusalAsync(actor, operation.Code, [refusal], cancellation);
            return refusal;
        }

        var (outcome, afterwards) = await queue.WriteAsync(
            batch => RunInBatchAsync(batch, operation, actor, input, cancellation),
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

    private async Task<(
        Outcome<TResult> Outcome,
        IReadOnlyList<Action> Afterwards
    )> RunInBatchAsync<TInput, TResult>(
        WriteBatch batch,
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input,
        CancellationToken cancellation
    )
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = batch.OpenDb();
            scope.ServiceProvider.GetRequiredService<DbScope>().Use(db);
            var act = new Act(db, actor, clock, scope.ServiceProvider);
            var outcome = await operation.ActAsync(act, input, cancellation);
            if (outcome.Done)
            {
                await db.SaveChangesAsync(cancellation);
                batch.Chain.Append(
                    db,
                    actor,
                    operation.Code,
                    AuditResults.Done,
                    act.Notes,
                    act.Now
                );
                await db.SaveChangesAsync(cancellation);
                return (outcome, act.Afterwards);
            }

            await batch.ForgetAsync();
            await using var clean = batch.OpenDb();
            await WriteRefusalAsync(clean, batch, actor, operation.Code, outcome.Refusals);
            return (outcome, []);
        }
    }

    private async Task WriteRefusalAsync(
        FaroDb db,
        WriteBatch batch,
        Actor actor,
        string act,
        IReadOnlyList<Refusal> refusals
    )
    {
        var codes = string.Join(
            ' ',
            refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal)
        );
        var details = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["codes"] = codes,
        };
        batch.Chain.Append(
            db,
            actor,
            act,
            AuditResults.Refused,
            [new AuditNote("", null, details)],
            clock.GetUtcNow()
        );
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
