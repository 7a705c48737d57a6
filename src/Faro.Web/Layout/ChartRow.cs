// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Layout;

/// <summary>One row of a chart's table.</summary>
public sealed record ChartRow(string Label, IReadOnlyList<ChartCell> Cells);
