// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Caseload.Together;
using Faro.Programme.Storage;

namespace Faro.Programme.Demo;

/// <summary>
/// Lists that the story's colleagues keep, and one change to many cases: the caseworker whose account is handed out joins
/// the teams of all that are at high risk. Its job waits until the story runs its own.
/// </summary>
public sealed class DemoCaseload(
    DatabaseEngine engine,
    TimeProvider clock,
    SaveList saveList,
    RequestBatch requestBatch
)
{
    internal async Task MakeAsync(DemoNetwork network, CancellationToken cancellation)
    {
        foreach (var row in DemoFiles.Rows("caseload"))
        {
            var actor = await network.ActorAsync(row["user"], cancellation);
            var filter = Filter(row);
            if (row["kind"] == "list")
            {
                await SaveAsync(actor, row, filter, cancellation);
            }
            else
            {
                await JoinAsync(network, actor, filter, cancellation);
            }
        }
    }

    private Task<Guid> SaveAsync(
        Actor actor,
        IReadOnlyDictionary<string, string> row,
        CaseFilter filter,
        CancellationToken cancellation
    ) =>
        saveList
            .RunAsync(
                actor,
                new SaveListInput(
                    null,
                    0,
                    row["name"],
                    filter,
                    row["order"],
                    row["columns"].Split(' '),
                    Shared: row["shared"] == "yes"
                ),
                cancellation
            )
            .DoneAsync();

    private async Task JoinAsync(
        DemoNetwork network,
        Actor leader,
        CaseFilter filter,
        CancellationToken cancellation
    )
    {
        var colleague = await network.ActorAsync(Role.Caseworker.Code, cancellation);
        await using var db = engine.OpenReader();
        var cases = await new CaseListing(db, leader, clock).IdsAsync(
            filter,
            CaseBatch.MostCases,
            cancellation
        );
        if (cases.Count > 0)
        {
            await requestBatch
                .RunAsync(
                    leader,
                    new RequestBatchInput(
                        BatchActions.AddMember,
                        new BatchFacts(colleague.UserId),
                        cases
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    private static CaseFilter Filter(IReadOnlyDictionary<string, string> row) =>
        new()
        {
            State = row["state"],
            Risk = row["risk"],
            Whose = row["whose"],
            QuietDays = row["quiet"] is { Length: > 0 } days
                ? int.Parse(days, CultureInfo.InvariantCulture)
                : null,
            Due = row["due"],
            Lacks = row["lacks"],
        };
}
