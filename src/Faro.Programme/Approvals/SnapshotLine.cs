// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Approvals;

/// <summary>
/// One line of what was laid before somebody: the key of its words, or <c>instrument:version:item</c>; and a text, or a
/// code of a list.
/// </summary>
public sealed record SnapshotLine(string Field, string Text, string List = "", string Note = "");
