// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Home;

/// <summary>Something found.</summary>
/// <param name="Kind">Which noun, for the words.</param>
/// <param name="Text">What is shown; a person's is the number, never a name.</param>
/// <param name="Link">Its page.</param>
public sealed record SearchHit(string Kind, string Text, string Link);
