// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Jobs;

/// <summary>Refusals of the Jobs area, and why a job failed.</summary>
public static class JobRefusals
{
    /// <summary>No work of this kind is part of this Faro.</summary>
    public const string UnknownKind = "job.unknown-kind";

    /// <summary>The input is not JSON.</summary>
    public const string InputUnreadable = "job.input-unreadable";

    /// <summary>There is no such job, or it is not for this person.</summary>
    public const string NotFound = "job.not-found";

    /// <summary>It has ended already.</summary>
    public const string Ended = "job.ended";

    /// <summary>A chunk failed as often as it may. Values: the chunk's number from 1, the tries.</summary>
    public const string ChunkFailed = "job.chunk-failed";

    /// <summary>Faro died each time at the same chunk. Values: the tries.</summary>
    public const string Crashed = "job.crashed";
}
