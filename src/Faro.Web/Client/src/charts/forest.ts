import { type Canvas, type Drawing, faint, ink, isNarrow, mist, nameAxis, sea, valueAxis } from './ground';

interface Pencil {
  value: (dimension: number) => number;
  coord: (at: number[]) => number[];
}

interface Place {
  coordSys: { x: number };
}

/**
 * Estimates with their intervals, one beneath the other. Columns: estimate, lower end, upper end. Uncertainty is always
 * drawn: an upper end that is not known runs to the edge as an arrow. Each line says its numbers.
 */
export function forest(canvas: Canvas): Drawing {
  const { rows } = canvas.table;
  const narrow = isNarrow(canvas);
  const known = rows.flatMap((row) => row.values.filter((value): value is number => value !== null));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const log = canvas.log || (low > 0 && high / low > 20);
  const edge = log ? high * 1.3 : high + (high - low) * 0.08;
  const said = rows.map((row) => {
    const [estimate, from, to] = row.texts;
    return `${estimate ?? ''} (${from ?? ''}–${to ?? ''})`;
  });
  const names = nameAxis(canvas, rows.map((row) => row.label), narrow ? { axisLabel: { show: false } } : {});
  return {
    height: rows.length * (narrow ? 78 : 46) + (narrow ? 14 : 0) + (canvas.unit ? 60 : 38),
    option: {
      grid: { left: narrow ? 10 : 4, right: narrow ? 16 : 4, top: narrow ? 18 : 6, bottom: canvas.unit ? 30 : 8, containLabel: true },
      tooltip: { trigger: 'item', confine: true, formatter: (at: { dataIndex: number }) => `${rows[at.dataIndex]?.label}: ${said[at.dataIndex]}` },
      xAxis: valueAxis(canvas, { type: log ? 'log' : 'value', scale: true, ...(log ? { min: low * 0.8, max: edge } : {}) }),
      yAxis: narrow ? names : [names, nameAxis(canvas, said, { position: 'right', axisLabel: { color: faint, fontSize: 13, interval: 0 } })],
      series: [
        {
          type: 'custom',
          silent: true,
          data: rows.map((row, index) => [row.values[1] ?? row.values[0], row.values[2] ?? edge, index, row.values[2] === null ? 1 : 0]),
          encode: { x: [0, 1], y: 2 },
          renderItem: (place: Place, api: Pencil) => ({
            type: 'group',
            children: [...interval(api), ...(narrow ? words(place, api, canvas, rows[api.value(2)]?.label, said[api.value(2)]) : [])],
          }),
        },
        { type: 'scatter', data: rows.map((row, index) => [row.values[0], index]), symbolSize: 13, itemStyle: { color: sea, borderColor: '#fff', borderWidth: 1.5, opacity: 1 } },
      ],
    },
  };
}

function interval(api: Pencil): object[] {
  const [x1, y1] = api.coord([api.value(0), api.value(2)]);
  const [x2, y2] = api.coord([api.value(1), api.value(2)]);
  if (x1 === undefined || x2 === undefined || y1 === undefined || y2 === undefined || !Number.isFinite(x1 + x2)) return [];
  const stroke = { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: mist, lineWidth: 7, lineCap: 'round' } };
  if (!api.value(3)) return [stroke];
  const tip = { type: 'polygon', shape: { points: [[x2, y2 - 9], [x2 + 14, y2], [x2, y2 + 9]] }, style: { fill: mist } };
  return [stroke, tip];
}

/** On a phone there is no room beside an interval, so its name and numbers stand above it. */
function words(place: Place, api: Pencil, { fontFamily, width }: Canvas, name = '', said = ''): object[] {
  const [, y = 0] = api.coord([api.value(0), api.value(2)]);
  const line = (text: string, above: number, fill: string, fontSize: number) => ({
    type: 'text',
    x: place.coordSys.x,
    y: y - above,
    style: { text, fill, fontSize, fontFamily, width: width - 24, overflow: 'truncate', stroke: '#fff', lineWidth: 3 },
  });
  return [line(name, 47, ink, 14), line(said, 28, faint, 13)];
}
