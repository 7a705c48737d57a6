// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Cases;

/// <summary>A case in a list, on the screen or in the API: pseudonymous.</summary>
public sealed record CaseRow(
    Guid Id,
    string Number,
    string State,
    string Risk,
    Guid? OwnerId,
    string Owner,
    DateOnly? NextDueOn,
    DateOnly? LastContactOn,
    DateOnly OpenedOn
);
