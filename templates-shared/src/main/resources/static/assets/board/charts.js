/* Draws each chart from the table that stands behind it. The table is what is read aloud and without scripts; the drawing is hidden from both. */
import { fill, number } from '../shared/format.js';
import { dashOf, reachOf, shortNumber, spansDays, toSeries, topOf } from './series.js';

const HEIGHT = 220;
const drawn = new Map(); // by the element of the drawing: {plot, lines}

const main = document.querySelector('main.sale-board');
const clocks = [false, true].map((withDay) => new Intl.DateTimeFormat(main.dataset.lang, {
  timeZone: main.dataset.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  ...(withDay ? { month: 'numeric', day: 'numeric' } : { second: '2-digit' }),
}));
const axisClocks = [false, true].map((withDay) => new Intl.DateTimeFormat(main.dataset.lang, {
  timeZone: main.dataset.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(withDay ? { month: 'numeric', day: 'numeric' } : {}),
}));

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

/** Draws all charts, or gives the new numbers to those that are drawn. */
export function drawCharts() {
  if (window.uPlot) document.querySelectorAll('[data-plot]').forEach(draw);
}

/** Draws anew where the window's width or the colours have changed. */
export function followWindow() {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    drawn.forEach(({ plot }) => plot.destroy());
    drawn.clear();
    drawCharts();
  });
  new ResizeObserver(() => drawn.forEach(({ plot }, box) => {
    if (box.clientWidth && box.clientWidth !== plot.width) plot.setSize({ width: box.clientWidth, height: HEIGHT });
  })).observe(document.getElementById('charts'));
}

function draw(box) {
  const table = document.getElementById(box.dataset.plot);
  const columns = [...table.tHead.rows[0].cells]
    .map(({ textContent, dataset }, index) => ({ index, label: textContent, tone: dataset.tone, limit: dataset.limit === 'true' }))
    .filter((column) => column.tone);
  const rows = [...table.tBodies[0].rows].map((row) => (
    { at: Number(row.dataset.at), values: columns.map((column) => row.cells[column.index].dataset.value) }));
  box.hidden = columns.length === 0 || rows.length === 0;
  if (box.hidden) return;
  const data = toSeries(rows, columns.length);
  sayBeyond(box, columns, data);
  const lines = columns.map((column) => column.label).join('\n') + spansDays(data[0]);
  const known = drawn.get(box);
  if (known?.lines === lines) {
    known.plot.setData(data);
  } else {
    known?.plot.destroy();
    drawn.set(box, { plot: new window.uPlot(options(box, columns, spansDays(data[0])), data, box), lines });
  }
}

const limitsOf = (columns) => columns.flatMap((column, line) => (column.limit ? [line + 1] : []));

/** A limit that is far above all lines is said in words, where the chart has a place for them. */
function sayBeyond(box, columns, data) {
  if (!box.dataset.beyond) return;
  const words = document.getElementById(box.dataset.beyond);
  const { beyond } = reachOf(data, limitsOf(columns));
  words.textContent = beyond.map((s) => fill(words.dataset.words, columns[s - 1].label, number(data[s].at(-1)))).join(' ');
  words.hidden = beyond.length === 0;
}

/** In the legend, until the pointer chooses other values. */
function showLatest(plot) {
  plot.setLegend({ idx: plot.data[0].length - 1 });
}

function options(box, columns, withDay) {
  const time = (clock) => (seconds) => clock[Number(withDay)].format(new Date(seconds * 1000));
  const thin = { stroke: token('hair'), width: 1 };
  const axis = { font: '12px ' + getComputedStyle(document.body).fontFamily, stroke: token('muted'), grid: thin, ticks: thin };
  return {
    width: box.clientWidth,
    height: HEIGHT,
    scales: {
      x: { range: (plot, first, last) => (plot.data[0].length < 2 ? [first - 60, first + 60] : [first, last]) }, // uPlot makes one point a day
      y: { range: (plot) => [0, topOf(reachOf(plot.data, limitsOf(columns)).highest)] },
    },
    hooks: { ready: [showLatest], setData: [showLatest] },
    series: [
      { label: document.getElementById('charts').dataset.time, value: (plot, at) => (at === null ? '–' : time(clocks)(at)) },
      ...columns.map((column, line) => ({
        label: column.label, stroke: token(column.tone), width: 2.5, dash: dashOf(line), spanGaps: true,
        paths: window.uPlot.paths.stepped({ align: 1 }), // a value holds until the next one
        value: (plot, value) => (value === null ? '–' : number(value)),
      })),
    ],
    axes: [
      { ...axis, space: withDay ? 110 : 60, values: (plot, splits) => splits.map(time(axisClocks)) },
      { ...axis, size: 56, values: (plot, splits) => splits.map(shortNumber) },
    ],
  };
}
