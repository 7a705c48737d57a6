// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.FormParts;

/// <summary>One option of a question.</summary>
/// <param name="Value">The code that is stored.</param>
/// <param name="Label">The words, in the reader's language.</param>
/// <param name="Hint">A line that explains it, or null.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
