// A chart is a table first. This module reads the table that stands in the figure and draws it; the table stays.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { bar, stackedBar } from './charts/bars';
import { forest } from './charts/forest';
import { type Canvas, type Drawing, fills, ink } from './charts/ground';
import { line } from './charts/line';
import { readTable, type Table } from './charts/table';
import { upset } from './charts/upset';

echarts.use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const kinds: Record<string, (canvas: Canvas) => Drawing> = { bar, 'stacked-bar': stackedBar, line, forest, upset };

/** Draws every figure of the page that has a chart. */
export function drawAll(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) begin(figure);
}

function begin(figure: HTMLElement): void {
  const place = figure.querySelector<HTMLElement>('.chart');
  const source = figure.querySelector<HTMLTableElement>('table');
  const kind = kinds[figure.dataset.chart ?? ''];
  const table = source ? readTable(source) : null;
  if (!place || !kind || !table || table.rows.length === 0) return;
  place.hidden = false;
  place.style.height = '1px'; // ECharts wants some height to begin
  const chart = echarts.init(place, undefined, { renderer: 'svg' });
  let drawn = 0;
  const { fontFamily } = getComputedStyle(place); // by its names: text is measured, and "inherit" cannot be
  const draw = () => {
    const width = place.clientWidth;
    if (width === 0 || width === drawn) return;
    drawn = width;
    const { option, height } = kind({ ...canvasOf(figure, table), width, fontFamily });
    place.style.height = `${height}px`;
    chart.resize({ width, height });
    // Nothing moves: a chart is read, printed and photographed at once.
    chart.setOption({ animation: false, textStyle: { fontFamily, color: ink }, color: fills.map(([fill]) => fill), ...option }, true);
    // On paper the sheet's width rules, and the drawing shrinks as a whole.
    place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
  };
  draw();
  new ResizeObserver(() => {
    if (!window.matchMedia('print').matches) draw();
  }).observe(place);
}

function canvasOf(figure: HTMLElement, table: Table): Omit<Canvas, 'width' | 'fontFamily'> {
  const language = figure.closest<HTMLElement>('[lang]')?.lang.startsWith('en') ? 'en-US' : 'es-MX';
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return {
    table,
    unit: figure.dataset.unit ?? '',
    log: figure.dataset.axis === 'log',
    band: figure.hasAttribute('data-band'),
    top: figure.dataset.top ? Number(figure.dataset.top) : null,
    number: (value) => format.format(value),
  };
}
