import { equal } from '../assert.js';
import { ServerClock } from '../../../main/resources/static/assets/door/clock.js';

const NOON = Date.parse('2026-11-29T12:00:00Z');
const DAY = 86400000;

export function aPhoneThatIsADayOffKnowsTheServersTime() {
  const clock = new ServerClock(() => NOON - DAY);
  clock.set(NOON);
  equal(clock.now(), NOON);
  equal(clock.text(), '2026-11-29T12:00:00.000Z');
}

export function aClockThatIsSetMeanwhileIsNoticedAtTheNextAnswer() {
  let phone = NOON;
  const clock = new ServerClock(() => phone);
  clock.set(NOON);
  phone += DAY;
  clock.hear(NOON + 1000);
  equal(clock.now(), NOON + 1000);
}

export function aSecondMoreOrLessIsNoReasonToChange() {
  const clock = new ServerClock(() => NOON);
  clock.hear(NOON + 4000);
  equal(clock.offset, 0);
  clock.hear(null);
  clock.hear(NaN);
  equal(clock.offset, 0);
}
