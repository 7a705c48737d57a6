// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.People;

namespace Faro.Web.Features.People;

/// <summary>Somebody in a list, on the screen or in the API: pseudonymous.</summary>
public sealed record PersonRow(
    Guid Id,
    string Number,
    string Sex,
    string AgeBand,
    string Citizenship,
    string Status,
    DateOnly RegisteredOn,
    bool Erased
)
{
    internal static PersonRow From(PersonHit hit) =>
        new(
            hit.Id,
            hit.Number,
            hit.Sex,
            hit.AgeBand,
            hit.Citizenship,
            hit.Status,
            hit.RegisteredOn,
            Erased: false
        );
}
