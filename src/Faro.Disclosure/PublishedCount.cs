// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>About how many persons have some attributes together, as it may be published.</summary>
/// <param name="Attributes">Column and value, in the order of the columns; one to four.</param>
/// <param name="Count">Persons, ≥ 1; best estimate from noise and model.</param>
/// <param name="Low">Of the 95 % interval; persons, ≥ 0.</param>
/// <param name="High">Of the 95 % interval; persons.</param>
public sealed record PublishedCount(
    IReadOnlyList<(string Column, string Value)> Attributes,
    long Count,
    long Low,
    long High
);
