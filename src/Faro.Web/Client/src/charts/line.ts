import { type Canvas, type Drawing, faint, ink, isNarrow, legendAbove, legendHeight, line as faintLine, mist, sea, strokes, valueAxis } from './ground';

/** A series over time. With a band the columns are an estimate with its lower and upper end, and the band is drawn. */
export function line(canvas: Canvas): Drawing {
  const { columns, rows } = canvas.table;
  const names = canvas.band ? columns.slice(0, 1) : columns;
  const top = names.length > 1 ? legendHeight(canvas) : 14;
  const few = rows.length <= (isNarrow(canvas) ? 6 : 14) && names.length === 1;
  return {
    height: top + (isNarrow(canvas) ? 250 : 300),
    option: {
      grid: { left: canvas.unit ? 26 : 4, right: 24, top: top + 8, bottom: 4, containLabel: true },
      ...(names.length > 1 ? { legend: legendAbove } : {}),
      tooltip: { trigger: 'axis', confine: true, valueFormatter: canvas.number },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.label),
        boundaryGap: few,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: faintLine } },
        axisLabel: { color: faint, fontSize: 13, hideOverlap: true, ...(few ? {} : { alignMinLabel: 'left', alignMaxLabel: 'right' }) },
      },
      yAxis: valueAxis(canvas, { type: canvas.log ? 'log' : 'value', scale: true, nameGap: 44, ...(canvas.top === null ? {} : { min: 0, max: canvas.top, interval: 1 }) }),
      series: [
        ...(canvas.band ? [band(canvas)] : []),
        ...names.map((name, index) => ({
          type: 'line',
          name,
          data: rows.map((row) => ({ value: row.values[index], label: { formatter: row.texts[index] ?? '' } })),
          symbol: 'circle',
          symbolSize: rows.length > 40 ? 0 : 7,
          showAllSymbol: true,
          itemStyle: { color: names.length === 1 ? sea : strokes[index % strokes.length] },
          lineStyle: { width: 2.5 },
          label: { show: few, position: 'top', color: ink, fontSize: 13 },
          labelLayout: { hideOverlap: true },
          connectNulls: false,
        })),
      ],
    },
  };
}

function band({ table }: Canvas): object {
  const runs: { x: number; low: number; high: number }[][] = [[]];
  table.rows.forEach((row, x) => {
    const [, low, high] = row.values;
    if (low == null || high == null) runs.push([]);
    else runs.at(-1)!.push({ x, low, high });
  });
  return {
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    data: table.rows.map((row, x) => [x, row.values[1] ?? row.values[0], row.values[2] ?? row.values[0]]),
    encode: { x: 0, y: [1, 2] },
    // The whole band is one shape, made with the first point: pieces would show their seams.
    renderItem: (params: { dataIndex: number }, api: { coord: (at: number[]) => number[] }) => ({
      type: 'group',
      children: (params.dataIndex === 0 ? runs : [])
        .filter((run) => run.length > 1)
        .map((run) => ({
          type: 'polygon',
          shape: {
            points: [...run.map((at) => api.coord([at.x, at.high])), ...run.map((at) => api.coord([at.x, at.low])).reverse()],
          },
          style: { fill: mist, opacity: 0.38 },
        })),
    }),
  };
}
