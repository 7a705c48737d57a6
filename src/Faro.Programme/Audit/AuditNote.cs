// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Audit;

/// <summary>What an act touched, before it becomes a link of the chain.</summary>
/// <param name="SubjectKind">The noun, or empty.</param>
/// <param name="SubjectId">Its id, or null.</param>
/// <param name="Details">Codes and ids only, ordered by key.</param>
internal sealed record AuditNote(
    string SubjectKind,
    Guid? SubjectId,
    SortedDictionary<string, string> Details
);
