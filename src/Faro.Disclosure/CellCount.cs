// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>How many persons have one combination of codes.</summary>
/// <param name="Codes">One leaf code per dimension, in their order.</param>
/// <param name="Count">Persons, ≥ 0.</param>
public readonly record struct CellCount(IReadOnlyList<string> Codes, long Count);
