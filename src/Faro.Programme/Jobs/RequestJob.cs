// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Access;

namespace Faro.Programme.Jobs;

/// <summary>Queues long work.</summary>
public sealed class RequestJob(OperationDoor door) : Operation<RequestJobInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override Task<Outcome<Guid>> ActAsync(
        Act act,
        RequestJobInput input,
        CancellationToken cancellation
    ) => Task.FromResult(Queue(act, input));

    private static Outcome<Guid> Queue(Act act, RequestJobInput input)
    {
        if (act.Get<JobWorks>().Find(input.Kind) is not { } work)
        {
            return new Refusal(JobRefusals.UnknownKind, nameof(input.Kind));
        }

        if (!act.Actor.May(work.Permission))
        {
            return new Refusal(AccessRefusals.NotAllowed);
        }

        try
        {
            using var json = JsonDocument.Parse(input.Input);
        }
        catch (JsonException)
        {
            return new Refusal(JobRefusals.InputUnreadable, nameof(input.Input));
        }

        return act.EnqueueJson(input.Kind, input.Input, input.SubjectId, input.Seed).Id;
    }
}

/// <param name="Kind">The code of a <see cref="JobWork"/>.</param>
/// <param name="Input">JSON.</param>
/// <param name="SubjectId">What it works for.</param>
/// <param name="Seed">Any; the same seed and input give the same bytes.</param>
public sealed record RequestJobInput(string Kind, string Input, Guid? SubjectId, long Seed);
