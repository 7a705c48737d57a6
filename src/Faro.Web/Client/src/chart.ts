// A chart is a table first. This module reads the table that stands in the figure and draws it; the table stays.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const sea = '#0b3c5d';
const mist = '#7fa6c1';
const amber = '#b45f06';
const ink = '#1c2b36';
const faint = '#566673';
const line = '#e5e0d5';
const palette = [sea, amber, mist, '#2f6b4f', '#8a6d3b', '#566673'];

interface Table {
  head: string[];
  rows: { label: string; values: (number | null)[]; texts: string[] }[];
}

/** Draws every figure of the page that has a chart. */
export function drawAll(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) draw(figure);
}

function draw(figure: HTMLElement): void {
  const place = figure.querySelector<HTMLElement>('.chart');
  const table = figure.querySelector<HTMLTableElement>('table');
  if (!place || !table) return;
  const data = read(table);
  const make = kinds[figure.dataset.chart ?? ''];
  if (!make || data.rows.length === 0) return;
  const { option, height } = make(data, figure);
  place.style.height = `${height}px`;
  place.hidden = false;
  const chart = echarts.init(place, undefined, { renderer: 'svg' });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches || figure.hasAttribute('data-still');
  chart.setOption({
    animation: !still,
    animationDuration: 250,
    textStyle: { fontFamily: 'inherit', color: ink },
    color: palette,
    ...option,
  });
  new ResizeObserver(() => chart.resize()).observe(place);
  window.addEventListener('beforeprint', () => chart.resize());
}

/** Numbers come from data-value, so that what is shown may be written as its reader writes. */
function read(table: HTMLTableElement): Table {
  const head = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map((cell) => cell.textContent?.trim() ?? '');
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => {
    const [first, ...rest] = [...row.cells];
    return {
      label: first?.textContent?.trim() ?? '',
      values: rest.map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : null)),
      texts: rest.map((cell) => cell.textContent?.trim() ?? ''),
    };
  });
  return { head, rows };
}

const number = (value: number) => value.toLocaleString(document.documentElement.lang === 'en' ? 'en-US' : 'es-MX');
const axisStyle = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: line } }, axisLabel: { color: faint } };
const labelWidth = () => Math.min(260, Math.max(96, window.innerWidth * 0.28));
type Made = { option: EChartsCoreOption; height: number };

const kinds: Record<string, (table: Table, figure: HTMLElement) => Made> = {
  bar: (table) => ({
    height: 34 * table.rows.length * Math.max(1, table.head.length * 0.7) + 50,
    option: {
      grid: { left: 8, right: 64, top: table.head.length > 1 ? 32 : 8, bottom: 24, containLabel: true },
      legend: table.head.length > 1 ? { top: 0, left: 0 } : undefined,
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', ...axisStyle },
      yAxis: { type: 'category', inverse: true, data: table.rows.map((row) => row.label), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { width: labelWidth(), overflow: 'break' } },
      series: table.head.map((name, index) => ({
        type: 'bar',
        name,
        data: table.rows.map((row) => row.values[index]),
        itemStyle: { borderRadius: [0, 3, 3, 0] },
        barMaxWidth: 22,
        label: { show: true, position: 'right', color: ink, formatter: (at: { dataIndex: number }) => table.rows[at.dataIndex]?.texts[index] ?? '' },
      })),
    },
  }),

  line: (table) => ({
    height: 300,
    option: {
      grid: { left: 8, right: 24, top: table.head.length > 1 ? 32 : 12, bottom: 8, containLabel: true },
      legend: table.head.length > 1 ? { top: 0, left: 0 } : undefined,
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: table.rows.map((row) => row.label), axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: faint } },
      yAxis: { type: 'value', scale: true, ...axisStyle },
      series: table.head.map((name, index) => ({
        type: 'line',
        name,
        data: table.rows.map((row) => row.values[index]),
        symbolSize: 8,
        lineStyle: { width: 2.5 },
        connectNulls: false,
      })),
    },
  }),

  // Columns: estimate, lower, upper. Uncertainty is always drawn; an upper end that is missing runs to the edge.
  forest: (table) => {
    const known = table.rows.flatMap((row) => row.values.filter((value): value is number => value !== null && value > 0));
    const low = Math.min(...known);
    const high = Math.max(...known);
    const wide = high / Math.max(low, 1) > 20;
    return {
      height: 44 * table.rows.length + 50,
      option: {
        grid: { left: 8, right: 32, top: 8, bottom: 24, containLabel: true },
        tooltip: { trigger: 'item', formatter: (at: { dataIndex: number }) => `${table.rows[at.dataIndex]?.label}: ${table.rows[at.dataIndex]?.texts.join(' · ')}` },
        xAxis: { type: wide ? 'log' : 'value', scale: true, ...axisStyle, axisLabel: { color: faint, formatter: number } },
        yAxis: { type: 'category', inverse: true, data: table.rows.map((row) => row.label), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { width: labelWidth(), overflow: 'break' } },
        series: [
          {
            type: 'custom',
            silent: true,
            data: table.rows.map((row, index) => [row.values[1] ?? row.values[0], row.values[2] ?? high, index]),
            encode: { x: [0, 1], y: 2 },
            renderItem: (_: unknown, api: any) => {
              const from = api.coord([api.value(0), api.value(2)]);
              const to = api.coord([api.value(1), api.value(2)]);
              if (!Number.isFinite(from[0]) || !Number.isFinite(to[0])) return undefined;
              return { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: mist, lineWidth: 7, lineCap: 'round' } };
            },
          },
          {
            type: 'scatter',
            data: table.rows.map((row, index) => [row.values[0], index]),
            symbolSize: 12,
            itemStyle: { color: sea },
          },
        ],
      },
    };
  },

  // Columns: one per list holding 1 or 0, then the count. Bars above, the matrix of who is on which lists beneath.
  upset: (table) => {
    const lists = table.head.slice(0, -1);
    const last = lists.length;
    const rows = [...table.rows].sort((a, b) => (b.values[last] ?? 0) - (a.values[last] ?? 0)).slice(0, 20);
    const dots = rows.flatMap((row, x) => lists.map((_, y) => ({ value: [x, y], itemStyle: { color: row.values[y] ? sea : line } })));
    const sticks = rows.map((row, x) => {
      const on = lists.map((_, y) => y).filter((y) => row.values[y]);
      return [x, Math.min(...on), Math.max(...on)];
    });
    const names = rows.map((_, index) => String(index));
    return {
      height: 210 + 30 * lists.length,
      option: {
        grid: [
          { left: labelWidth(), right: 12, top: 24, height: 140 },
          { left: labelWidth(), right: 12, top: 176, height: 30 * lists.length },
        ],
        xAxis: [
          { type: 'category', gridIndex: 0, data: names, show: false },
          { type: 'category', gridIndex: 1, data: names, show: false },
        ],
        yAxis: [
          { type: 'value', gridIndex: 0, ...axisStyle },
          { type: 'category', gridIndex: 1, data: lists, inverse: true, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: ink, width: labelWidth() - 16, overflow: 'truncate' }, splitLine: { show: false } },
        ],
        series: [
          { type: 'bar', xAxisIndex: 0, yAxisIndex: 0, data: rows.map((row) => row.values[last]), itemStyle: { color: sea, borderRadius: [3, 3, 0, 0] }, barMaxWidth: 26, label: { show: true, position: 'top', color: ink, formatter: (at: { dataIndex: number }) => rows[at.dataIndex]?.texts[last] ?? '' } },
          {
            type: 'custom',
            silent: true,
            xAxisIndex: 1,
            yAxisIndex: 1,
            data: sticks,
            encode: { x: 0, y: [1, 2] },
            renderItem: (_: unknown, api: any) => {
              const from = api.coord([api.value(0), api.value(1)]);
              const to = api.coord([api.value(0), api.value(2)]);
              return { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: sea, lineWidth: 2.5 } };
            },
          },
          { type: 'scatter', xAxisIndex: 1, yAxisIndex: 1, data: dots, symbolSize: 13, silent: true },
        ],
      },
    };
  },
};
