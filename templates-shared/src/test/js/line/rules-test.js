import { close, equal } from '../assert.js';
import {
  aheadAtMost, contradicts, isLapsed, isLive, numberOrNull, pauseWord, refreshDelay, waitText,
} from '../../../main/resources/static/assets/line/rules.js';

export function anEnteredFanAndAFanWithoutAPlaceHaveNothingToWaitFor() {
  equal(['LOBBY', 'WAITING', 'OFFERED', 'CLOSED', 'ENTERED', ''].map(isLive), [true, true, true, true, false, false]);
}

export function anOfferEndsAtItsTime() {
  const offer = { state: 'OFFERED', offerEnds: 1000 };
  equal(isLapsed(offer, 999), false);
  equal(isLapsed(offer, 1000), true);
  equal(isLapsed({ state: 'OFFERED', offerEnds: null }, 1000), false);
  equal(isLapsed({ state: 'WAITING', offerEnds: 1000 }, 2000), false);
}

export function aRoomThatHasMovedOnContradictsThePage() {
  equal(contradicts('OPEN', 'LOBBY'), true);
  equal(contradicts('LOBBY', 'LOBBY'), false);
  equal(contradicts('CLOSED', 'WAITING'), true);
  equal(contradicts('PAUSED', 'WAITING'), false);
  equal(contradicts('OPEN', 'CLOSED'), true);
  equal(contradicts('CLOSED', 'OFFERED'), false);
  equal(contradicts('CLOSED', 'OFFERED', 'SOLD_OUT'), false);
  equal(contradicts('CLOSED', 'OFFERED', 'SALE_OVER'), true);
  equal(contradicts('CLOSED', 'LOBBY', 'EVENT_CANCELLED'), true);
  equal(contradicts('CLOSED', 'CLOSED', 'EVENT_CANCELLED'), false);
}

export function thePlaceFollowsFromTheNumberThatIsServed() {
  equal(aheadAtMost(10, 4, null), 5);
  equal(aheadAtMost(10, 12, null), 0);
}

export function aPulseNeverMovesAFanBack() {
  equal(aheadAtMost(10, 4, 3), 3);
  equal(aheadAtMost(10, 8, 3), 1);
}

export function onlyFansWhoWaitAreToldThatTheLineStandsStill() {
  equal(pauseWord('WAITING', 'PAUSED'), 'paused');
  equal(pauseWord('LOBBY', 'DRAINING'), 'draining');
  equal(pauseWord('WAITING', 'OPEN'), null);
  equal(pauseWord('OFFERED', 'PAUSED'), null);
}

export function aCrowdLoadsAtFiveHundredPagesASecond() {
  close(refreshDelay(5000, 0, () => 1), 10000);
  close(refreshDelay(10, 0, () => 1), 1000, 'a second at least');
  close(refreshDelay(1000000, 0, () => 1), 30000, 'half a minute at most');
  close(refreshDelay(5000, 0, () => 0), 0);
}

export function loadsThatBroughtNothingComeLessOften() {
  equal([1, 2, 3, 20].map((fruitless) => refreshDelay(0, fruitless, () => 0)), [4000, 8000, 16000, 300000]);
}

export function aWaitIsARangeOfMinutes() {
  equal(waitText({ from: 125, to: 290 }, 0), ['minuteRange', 2, 5]);
  equal(waitText({ from: 30, to: 290 }, 0), ['minutesUpTo', 5]);
  equal(waitText({ from: 120, to: 120 }, 0), ['minutes', 2]);
}

export function aWaitRunsDown() {
  equal(waitText({ from: 125, to: 290 }, 100000), ['minutesUpTo', 4]);
  equal(waitText({ from: 125, to: 290 }, 275000), ['soon']);
  equal(waitText({ from: 125, to: 290 }, 900000), ['soon']);
}

export function aWaitMayBeUnknown() {
  equal(waitText(null, 0), ['unknown']);
  equal(waitText(undefined, 0), ['unknown']);
}

export function aMissingAttributeIsNoNumber() {
  equal([undefined, '', null, '0', '12'].map(numberOrNull), [null, null, null, 0, 12]);
}
