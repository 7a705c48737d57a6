import type { EChartsCoreOption } from 'echarts/core';
import type { Table } from './table';

export const sea = '#0b3c5d';
export const mist = '#7fa6c1';
export const ink = '#1c2b36';
export const faint = '#4c5c69';
export const line = '#e5e0d5';

/** Fills in order, each with the text that can be read on it (4.5 to 1 or more). */
export const fills: readonly [fill: string, text: string][] = [
  ['#12567f', '#fff'],
  ['#f0b45a', ink],
  ['#9dbfd6', ink],
  ['#2a6047', '#fff'],
  ['#d9c9a8', ink],
  ['#5d4a78', '#fff'],
  ['#b9d4c5', ink],
  ['#8a4b12', '#fff'],
];

/** Lines in order: each stands out from paper (3 to 1 or more). */
export const strokes: readonly string[] = ['#12567f', '#b45f06', '#2a6047', '#5d4a78', '#6f7f8b', '#8a3b5c'];

/** What a kind of chart is given to be drawn. */
export interface Canvas {
  table: Table;
  /** Pixels there are from side to side. */
  width: number;
  /** What the values are, as in "personas"; may be empty. */
  unit: string;
  /** Whether the axis of values is to be logarithmic. */
  log: boolean;
  /** Whether the columns are an estimate with its lower and upper end. */
  band: boolean;
  /** The highest value of an axis of counted levels; null where the values rule. */
  top: number | null;
  number: (value: number) => string;
  /** The page's own typefaces. */
  fontFamily: string;
}

export interface Drawing {
  option: EChartsCoreOption;
  /** Pixels. */
  height: number;
}

export const isNarrow = (canvas: Canvas) => canvas.width < 560;

/** Names stand left of the drawing, no wider than they need; on a phone they break into lines. */
export function nameWidth(canvas: Canvas, names: string[]): number {
  const longest = Math.max(...names.flatMap((name) => name.split('\n')).map((name) => name.length));
  return Math.round(Math.min(longest * 8 + 6, 250, Math.max(90, canvas.width * 0.36)));
}

export function valueAxis(canvas: Canvas, more: object = {}): object {
  return {
    type: 'value',
    name: canvas.unit,
    nameLocation: 'middle',
    nameGap: 28,
    nameTextStyle: { color: faint, fontSize: 13 },
    splitNumber: isNarrow(canvas) ? 3 : 5,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: line } },
    axisLabel: { color: faint, fontSize: 13, hideOverlap: true, formatter: canvas.number },
    ...more,
  };
}

export function nameAxis(canvas: Canvas, names: string[], more: object = {}): object {
  return {
    type: 'category',
    inverse: true,
    data: names,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: ink, fontSize: 14, lineHeight: 18, width: nameWidth(canvas, names), overflow: 'break', interval: 0 },
    ...more,
  };
}

export const legendAbove = { top: 0, left: 0, itemWidth: 14, itemHeight: 14, itemGap: 16, textStyle: { color: ink, fontSize: 13 } };

/** Room for a legend that may need several lines. */
export function legendHeight(canvas: Canvas): number {
  const wanted = canvas.table.columns.reduce((sum, name) => sum + name.length * 7.5 + 40, 0);
  return Math.ceil(wanted / canvas.width) * 24 + 10;
}
