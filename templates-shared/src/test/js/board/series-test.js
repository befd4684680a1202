import { equal } from '../assert.js';
import { dashOf, reachOf, shortNumber, spansDays, topOf, toRead, toSeries } from '../../../main/resources/static/assets/board/series.js';

export function theNewestRowStandsAtTheEndOfTheChart() {
  const rows = [{ at: 15000, values: ['7', '2'] }, { at: 10000, values: ['5', ''] }, { at: 5000, values: ['3'] }];
  equal(toSeries(rows, 2), [[5, 10, 15], [3, 5, 7], [null, null, 2]]);
}

export function whatIsUnknownIsAGapAndZeroIsANumber() {
  equal(toSeries([{ at: 1000, values: ['0', undefined] }], 2), [[1], [0], [null]]);
  equal(toSeries([], 1), [[], []]);
}

export function theAxisEndsAboveTheHighestValue() {
  equal([0, 1, 4, 9, 10, 95, 18204, 264000].map(topOf), [4, 4, 4.5, 9.5, 15, 100, 20000, 300000]);
  equal(topOf(null), 4);
}

export function aLimitIsInTheChartOnceALineComesNearToIt() {
  const chart = (...inside) => [[1, 2], inside, [0, null], [1000, 1000]];
  equal(reachOf(chart(1, 3), [3]), { highest: 3, beyond: [3] });
  equal(reachOf(chart(1, 399), [3]), { highest: 399, beyond: [3] });
  equal(reachOf(chart(1, 400), [3]), { highest: 1000, beyond: [] });
  equal(reachOf(chart(1, 1200), [3]), { highest: 1200, beyond: [] });
  equal(reachOf([[], []], []), { highest: 0, beyond: [] });
}

export function numbersBesideTheAxisAreShort() {
  equal([0, 0.5, 12, 950, 1000, 1234, 34000, 1250000, 2e9].map(shortNumber), ['0', '0.5', '12', '950', '1k', '1.2k', '34k', '1.3M', '2B']);
}

export function linesDifferByTheirDashes() {
  equal(new Set([0, 1, 2, 3, 4].map((line) => dashOf(line).join())).size, 5);
  equal(dashOf(5), dashOf(0));
}

export function theDayIsToldWhenTheRowsAreFarApart() {
  equal(spansDays([0, 12 * 3600]), false);
  equal(spansDays([0, 12 * 3600 + 1]), true);
  equal(spansDays([5]), false);
}

const board = (changes) => ({ paused: false, hidden: false, streaming: true, news: false, figuresAt: 10000, chartsAt: 10000, ...changes });

export function newsAreReadAtMostOnceInTwoSeconds() {
  equal(toRead(board({ news: true }), 11999, 5000), null);
  equal(toRead(board({ news: true }), 12000, 5000), 'figures');
  equal(toRead(board({}), 14999, 5000), null);
}

export function withoutAStreamTheFiguresAreReadEveryFiveSeconds() {
  equal(toRead(board({ streaming: false }), 14999, 60000), null);
  equal(toRead(board({ streaming: false }), 15000, 60000), 'figures');
}

export function theChartsAreReadAtTheirOwnPace() {
  equal(toRead(board({}), 15000, 5000), 'charts');
  equal(toRead(board({}), 15000, 60000), null);
  equal(toRead(board({ news: true }), 15000, 5000), 'figures');
}

export function aPausedBoardAndOneThatNobodySeesReadNothing() {
  equal(toRead(board({ paused: true, news: true }), 99000, 5000), null);
  equal(toRead(board({ hidden: true, news: true }), 99000, 5000), null);
}
