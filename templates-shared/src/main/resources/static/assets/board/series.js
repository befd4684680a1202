/** From the rows of a table to the series of a chart, and how often an open board reads again. No DOM. */

/** A dash pattern for each line, so that no line is told from another by its colour alone. */
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5]];

export const dashOf = (line) => DASHES[line % DASHES.length];

/**
 * The chart's arrays: seconds, then one array for each line, the oldest first.
 *
 * @param rows {at: milliseconds, values: texts of numbers, '' where nothing is known}, in any order
 */
export function toSeries(rows, lines) {
  const sorted = [...rows].sort((a, b) => a.at - b.at);
  const times = sorted.map((row) => row.at / 1000);
  const values = Array.from({ length: lines }, (_, line) => sorted.map((row) => numberOrNull(row.values[line])));
  return [times, ...values];
}

const numberOrNull = (text) => (text === undefined || text === null || text === '' ? null : Number(text));

/** The upper end of the axis: a little above the highest value, and never so low that a line at 0 fills the chart. */
export function topOf(highest) {
  const value = Math.max(1, highest ?? 0);
  const step = 10 ** Math.floor(Math.log10(value));
  return Math.max(4, Math.ceil((value * 1.05) / (step / 2)) * (step / 2));
}

const NEAR = 0.4; // of a limit

/**
 * How high the chart has to reach, and which limits lie beyond it. A limit counts once a line has come near to it; before, it would press all
 * lines flat.
 *
 * @param series the chart's arrays, times first
 * @param limits the indices of those that are limits
 */
export function reachOf(series, limits) {
  const highest = (s) => Math.max(0, ...series[s].filter((value) => value !== null));
  const lines = series.map((_, s) => s).slice(1);
  const data = Math.max(0, ...lines.filter((s) => !limits.includes(s)).map(highest));
  const near = limits.filter((s) => data >= highest(s) * NEAR);
  return { highest: Math.max(data, ...near.map(highest)), beyond: limits.filter((s) => !near.includes(s)) };
}

/** 950, 1.2k, 34k, 1.2M: what fits beside an axis. */
export function shortNumber(value) {
  for (const [size, sign] of [[1e9, 'B'], [1e6, 'M'], [1e3, 'k']]) {
    if (Math.abs(value) >= size) {
      const shown = value / size;
      return (Math.abs(shown) < 10 ? Math.round(shown * 10) / 10 : Math.round(shown)) + sign;
    }
  }
  return String(Math.round(value * 10) / 10);
}

/** Whether a row's day has to be told, because the rows are more than twelve hours apart. */
export const spansDays = (times) => times.length > 1 && times[times.length - 1] - times[0] > 12 * 3600;

/**
 * What an open board reads now: 'figures', 'charts' or nothing. News of the server make it read the figures, at most once in two seconds;
 * without a stream it reads them every five seconds.
 *
 * @param state {paused, hidden, streaming, news, figuresAt, chartsAt}, times in ms
 * @param chartsEvery ms
 */
export function toRead(state, now, chartsEvery) {
  if (state.paused || state.hidden) return null;
  const since = now - state.figuresAt;
  if ((state.news && since >= 2000) || (!state.streaming && since >= 5000)) return 'figures';
  return now - state.chartsAt >= chartsEvery ? 'charts' : null;
}
