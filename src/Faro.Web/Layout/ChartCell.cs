// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Layout;

/// <summary>One value of a chart: as its reader writes it, and as a number (null where there is none or it is hidden).</summary>
public readonly record struct ChartCell(string Text, double? Value);
