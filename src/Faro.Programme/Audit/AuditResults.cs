// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Audit;

/// <summary>How an act ended, as stored in <see cref="AuditEntry.Result"/>.</summary>
public static class AuditResults
{
    public const string Done = "done";
    public const string Refused = "refused";

    /// <summary>Tried out: it would have been done, and nothing was written.</summary>
    public const string Rehearsed = "rehearsed";
}
