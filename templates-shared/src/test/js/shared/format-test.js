import { equal } from '../assert.js';
import { clockText, countdownParts, fill, number, won } from '../../../main/resources/static/assets/shared/format.js';

export function moneyIsWonWithCommas() {
  equal(won(132000), '₩132,000');
  equal(won('0'), '₩0');
}

export function numbersHaveCommas() {
  equal(number(1234567), '1,234,567');
}

export function aPatternIsFilled() {
  equal(fill('{0} of {1}, {0}', 'two', 4), 'two of 4, two');
  equal(fill('nothing to fill'), 'nothing to fill');
}

export function aNumberChoosesTheFormOfItsNoun() {
  const seats = '{1} of {0,choice,0#no seats|1#1 seat|1<{0} seats} free';
  equal(fill(seats, 0, 0), '0 of no seats free');
  equal(fill(seats, 1, 1), '1 of 1 seat free');
  equal(fill(seats, 2, 1), '1 of 2 seats free');
  equal(fill(seats, '1,234', 5), '5 of 1,234 seats free');
  equal(fill('{0,choice,1#1 fan|1<{0} fans}', 0), '1 fan');
}

export function anArgumentThatLooksLikeAPatternIsNotFilledAgain() {
  equal(fill('{0} {1}', '{1}', 'b'), '{1} b');
}

export function aClockReadsZeroOnlyWhenTheTimeIsOver() {
  equal(clockText(299001), '05:00');
  equal(clockText(1), '00:01');
  equal(clockText(0), '00:00');
  equal(clockText(-5000), '00:00');
}

export function anHourIsSixtyMinutesOnAClock() {
  equal(clockText(3600000), '60:00');
}

export function aCountdownHasFourParts() {
  equal(countdownParts(((2 * 24 + 3) * 3600 + 4 * 60 + 5) * 1000 + 999), { d: '2', h: '03', m: '04', s: '05' });
}

export function aCountdownThatIsOverReadsZero() {
  equal(countdownParts(-1), { d: '0', h: '00', m: '00', s: '00' });
}
