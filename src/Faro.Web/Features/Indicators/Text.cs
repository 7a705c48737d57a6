// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Indicators;

/// <summary>Marks the words of context series and of statistics.</summary>
public sealed class Text;
