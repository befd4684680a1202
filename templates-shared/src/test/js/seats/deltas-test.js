import { equal } from '../assert.js';
import { areasOf, changesOf, reaches, relationOf } from '../../../main/resources/static/assets/seats/deltas.js';

const delta = (from, v) => ({ from, v, d: '' });

export function aDeltaNamesSeatsByNumberAndStatesByLetter() {
  equal(changesOf({ d: '123h,1a' }), [[122, 'h'], [0, 'a']]);
}

export function aDeltaMayBeEmpty() {
  equal(changesOf({ d: '' }), []);
}

export function aDeltaNamesAreasByIdWithWhatIsLeft() {
  equal(areasOf({ d: '', a: '12:57,13:0' }), [[12, 57], [13, 0]]);
  equal(areasOf({ d: '1a' }), []);
}

export function aDeltaIsOldNextOrBehindAGap() {
  equal(relationOf(delta(5, 7), 7), 'old');
  equal(relationOf(delta(8, 8), 7), 'next');
  equal(relationOf(delta(6, 9), 7), 'next', 'it overlaps what is shown');
  equal(relationOf(delta(9, 9), 7), 'gap');
}

export function aStateReachesAllWhenTheWaitingDeltasContinueIt() {
  equal(reaches(10, [], -1), true);
  equal(reaches(10, [delta(11, 11), delta(12, 14)], 10), true);
  equal(reaches(10, [delta(9, 9), delta(11, 12)], 9), true, 'an older delta is part of the state');
}

export function aStateDoesNotReachOverAGap() {
  equal(reaches(10, [delta(12, 12)], 10), false);
  equal(reaches(10, [delta(11, 11), delta(13, 13)], 10), false);
}

export function aStateOlderThanWhatIsShownIsNotEnough() {
  equal(reaches(10, [], 12), false);
  equal(reaches(10, [delta(11, 12)], 12), true);
}
