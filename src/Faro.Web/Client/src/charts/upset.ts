import { type Canvas, type Drawing, faint, ink, isNarrow, line, nameAxis, nameWidth, sea, valueAxis } from './ground';

const rowHeight = 32;
const barsHeight = 170;

interface Pencil {
  value: (dimension: number) => number;
  coord: (at: number[]) => number[];
}

/**
 * Who is on which lists. Columns: one for each list that holds 1 or 0, then the count. Above, a bar for each combination,
 * the most frequent first; beneath, the lists it means. How long each list is stands in
 * a table of its own: rounded combinations do not add up to it.
 */
export function upset(canvas: Canvas): Drawing {
  const { columns } = canvas.table;
  const last = columns.length - 1;
  const lists = columns.slice(0, last);
  const rows = [...canvas.table.rows].sort((a, b) => (b.values[last] ?? 0) - (a.values[last] ?? 0)).slice(0, isNarrow(canvas) ? 10 : 24);
  const left = nameWidth(canvas, lists) + 14;
  const matrix = { left, right: 8, top: barsHeight + 34, height: rowHeight * lists.length };
  const places = rows.map((_, index) => String(index));
  return {
    height: barsHeight + 44 + rowHeight * lists.length,
    option: {
      grid: [
        { left, right: 8, top: 26, height: barsHeight },
        matrix,
      ],
      xAxis: [
        { type: 'category', gridIndex: 0, data: places, show: false },
        { type: 'category', gridIndex: 1, data: places, show: false },
      ],
      yAxis: [
        valueAxis(canvas, { gridIndex: 0, nameGap: 44 }),
        nameAxis(canvas, lists, {
          gridIndex: 1,
          axisLabel: { color: ink, fontSize: 14, width: left - 14, overflow: 'truncate', interval: 0 },
        }),
      ],
      series: [
        counts(rows, last),
        ...combinations(rows, lists),
      ],
    },
  };
}

function counts(rows: Canvas['table']['rows'], last: number): object {
  return {
    type: 'bar',
    data: rows.map((row) => ({
      value: row.values[last] ?? 0,
      label: { color: row.values[last] === null ? faint : ink, formatter: row.texts[last] ?? '' },
    })),
    itemStyle: { color: sea, borderRadius: [3, 3, 0, 0] },
    barMaxWidth: 28,
    label: { show: true, position: 'top', fontSize: 13 },
  };
}

function combinations(rows: Canvas['table']['rows'], lists: string[]): object[] {
  const at = { xAxisIndex: 1, yAxisIndex: 1, silent: true };
  const sticks = rows.map((row, x) => {
    const on = lists.map((_, list) => list).filter((list) => row.values[list]);
    return [x, Math.min(...on), Math.max(...on)];
  });
  return [
    {
      type: 'custom',
      ...at,
      data: sticks.filter((stick) => Number.isFinite(stick[1])),
      encode: { x: 0, y: [1, 2] },
      renderItem: (_: unknown, api: Pencil) => {
        const [x1, y1] = api.coord([api.value(0), api.value(1)]);
        const [x2, y2] = api.coord([api.value(0), api.value(2)]);
        return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: sea, lineWidth: 3 } };
      },
    },
    {
      type: 'scatter',
      ...at,
      symbolSize: 14,
      itemStyle: { opacity: 1 },
      data: rows.flatMap((row, x) => lists.map((_, list) => ({ value: [x, list], itemStyle: { color: row.values[list] ? sea : line } }))),
    },
  ];
}
