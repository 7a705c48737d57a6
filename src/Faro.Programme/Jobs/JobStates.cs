// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Jobs;

/// <summary>The states of a <see cref="Job"/>, as stored.</summary>
public static class JobStates
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
