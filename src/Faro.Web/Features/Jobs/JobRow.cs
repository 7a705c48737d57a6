// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Jobs;

/// <summary>One piece of long work as it is shown.</summary>
public sealed record JobRow(
    Guid Id,
    string Kind,
    string State,
    Guid? SubjectId,
    int ChunkCount,
    int ChunksDone,
    bool CancelRequested,
    string FailureCode,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt
);
