// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure;

/// <summary>A cell or sum of one of several tables.</summary>
/// <param name="Table">Place of its table, from 0.</param>
/// <param name="Codes">One per dimension; <see cref="Dimension.TotalCode"/> for the sum over it.</param>
public sealed record TableCell(int Table, params IReadOnlyList<string> Codes);
