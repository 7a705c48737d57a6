// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Audit;

/// <summary>One line of the audit as it is shown.</summary>
public sealed record AuditRow(
    long Seq,
    DateTimeOffset At,
    Guid? ActorId,
    string? Actor,
    bool BySystem,
    string Act,
    string Result,
    string SubjectKind,
    Guid? SubjectId,
    string Details
);
