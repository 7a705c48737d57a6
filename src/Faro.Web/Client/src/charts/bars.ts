import { type Canvas, type Drawing, fills, faint, ink, legendAbove, legendHeight, nameAxis, valueAxis } from './ground';

/** A bar for each cell, each with its own words: a hidden cell shows what stands in the table. */
export function bar(canvas: Canvas): Drawing {
  const { columns, rows } = canvas.table;
  const many = columns.length > 1;
  const top = many ? legendHeight(canvas) : 4;
  const longest = Math.max(...rows.flatMap((row) => row.texts.map((text) => text.length)), 3);
  return {
    height: top + rows.length * Math.max(36, 22 * columns.length + 16) + (canvas.unit ? 56 : 34),
    option: {
      grid: { left: 4, right: longest * 8 + 14, top, bottom: canvas.unit ? 30 : 8, containLabel: true },
      ...(many ? { legend: legendAbove } : {}),
      tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' }, valueFormatter: canvas.number },
      xAxis: valueAxis(canvas),
      yAxis: nameAxis(canvas, rows.map((row) => row.label)),
      series: columns.map((name, index) => ({
        type: 'bar',
        name,
        barMaxWidth: 22,
        itemStyle: { color: fills[index % fills.length]?.[0], borderRadius: [0, 3, 3, 0] },
        data: rows.map((row) => ({
          value: row.values[index] ?? 0,
          label: { color: row.values[index] === null ? faint : ink, formatter: row.texts[index] ?? '' },
        })),
        label: { show: true, position: 'right', fontSize: 13 },
      })),
    },
  };
}

/** Parts of a whole, side by side in one bar. A part too thin for its number goes without. */
export function stackedBar(canvas: Canvas): Drawing {
  const { columns, rows } = canvas.table;
  const top = legendHeight(canvas);
  const totals = rows.map((row) => row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const pixels = (canvas.width * 0.6) / Math.max(...totals, 1);
  return {
    height: top + rows.length * 46 + (canvas.unit ? 56 : 34),
    option: {
      grid: { left: 4, right: 20, top, bottom: canvas.unit ? 30 : 8, containLabel: true },
      legend: legendAbove,
      tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' }, valueFormatter: canvas.number },
      xAxis: valueAxis(canvas),
      yAxis: nameAxis(canvas, rows.map((row) => row.label)),
      series: columns.map((name, index) => {
        const [color, text] = fills[index % fills.length]!;
        return {
          type: 'bar',
          stack: 'all',
          name,
          barMaxWidth: 28,
          itemStyle: { color, borderColor: '#fff', borderWidth: 1 },
          data: rows.map((row) => ({
            value: row.values[index],
            label: {
              show: (row.values[index] ?? 0) * pixels > (row.texts[index]?.length ?? 0) * 8 + 6,
              color: text,
              formatter: row.texts[index] ?? '',
            },
          })),
          label: { position: 'inside', fontSize: 13 },
        };
      }),
    },
  };
}
