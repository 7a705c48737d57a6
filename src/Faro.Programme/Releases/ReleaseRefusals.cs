// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Releases;

/// <summary>Refusals of the Releases area.</summary>
public static class ReleaseRefusals
{
    public const string NotFound = "release.not-found";

    /// <summary>Values: people that must have come since the last edition. How many came is not told.</summary>
    public const string TooFewNew = "release.too-few-new";
    public const string SamePerson = "release.same-person";
    public const string NotPending = "release.not-pending";
    public const string AlreadyWithdrawn = "release.already-withdrawn";
    public const string NoProgramme = "release.no-programme";
}
