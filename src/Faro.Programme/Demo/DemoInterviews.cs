// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Screening;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// Some interviews of the caseworker whose account is handed out: with each instrument one that is finished, one that
/// was stopped, and one that two devices wrote.
/// </summary>
public sealed class DemoInterviews(
    DatabaseEngine engine,
    StartInterview startInterview,
    SaveInterview saveInterview
)
{
    internal async Task MakeAsync(DemoNetwork network, CancellationToken cancellation)
    {
        var worker = await network.ActorAsync(Role.Caseworker.Code, cancellation);
        var rows = DemoFiles.Rows("interviews");
        var files = await CasesAsync(worker, rows.Count, cancellation);
        foreach (var (row, file) in rows.Zip(files))
        {
            await MakeAsync(worker, file, row, cancellation);
        }
    }

    /// <summary>Her newest open cases of people whose identity is known.</summary>
    private async Task<List<Guid>> CasesAsync(
        Actor worker,
        int count,
        CancellationToken cancellation
    )
    {
        await using var db = engine.OpenReader();
        return await db
            .Cases.Where(file =>
                file.OwnerId == worker.UserId
                && file.State != CaseStates.Closed
                && file.State != CaseStates.ClosedReferred
                && db.SealedKeys.Any(key => key.OwnerId == file.PersonId)
            )
            .OrderByDescending(file => file.Id)
            .Select(file => file.Id)
            .Take(count)
            .ToListAsync(cancellation);
    }

    private async Task MakeAsync(
        Actor worker,
        Guid file,
        IReadOnlyDictionary<string, string> row,
        CancellationToken cancellation
    )
    {
        var id = await startInterview
            .RunAsync(
                worker,
                new StartInterviewInput(
                    file,
                    row["instrument"],
                    new InterviewFacts(
                        row["language"],
                        row["channel"],
                        row["place"],
                        row["interpreter"],
                        row["company"].Split(' '),
                        row["who"]
                    )
                ),
                cancellation
            )
            .DoneAsync();
        string[] devices = row["other"].Length > 0 ? ["answers", "other"] : ["answers"];
        foreach (var device in devices)
        {
            // Each goes on from the first version, so that the second is kept beside.
            await saveInterview
                .RunAsync(
                    worker,
                    new SaveInterviewInput(
                        id,
                        Guid.CreateVersion7(),
                        1,
                        [],
                        Answers(row[device]),
                        row["declined"].Split('|', StringSplitOptions.RemoveEmptyEntries),
                        row["state"]
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    /// <summary>As in <c>safe_now=yes|services=legal work</c>.</summary>
    private static Dictionary<string, string> Answers(string text) =>
        text.Split('|')
            .Select(each => each.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
