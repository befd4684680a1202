import { equal } from '../assert.js';
import { leavesOneAlone } from '../../../main/resources/static/assets/seats/lone-seats.js';
import { hallOf } from './halls.js';

const row = hallOf([0, 10, 20, 30, 40, 50]);
const alone = (letters, ...chosen) => leavesOneAlone(row, letters, chosen);

export function aFreeSeatBetweenTheChoiceAndASoldSeatIsLeftAlone() {
  equal(alone('aasaaa', 0), true);
}

export function aFreeSeatAtTheEndOfTheRowIsLeftAlone() {
  equal(alone('aaaaaa', 4), true);
  equal(alone('aaaaaa', 1), true);
}

export function twoFreeSeatsAreNotAlone() {
  equal(alone('aaaaaa', 2, 3), false);
  equal(alone('aaaaaa', 3), false);
}

export function theLastFreeSeatsLeaveNobodyAlone() {
  equal(alone('ssaass', 2, 3), false);
  equal(alone('aaaaaa', 0, 1, 2, 3, 4, 5), false);
}

export function aSeatBetweenTwoChosenOnesIsLeftAlone() {
  equal(alone('aaaaaa', 1, 3), true);
}

export function aSeatThatWasAloneBeforeAndIsNotBesideTheChoiceDoesNotCount() {
  equal(alone('assaaa', 3, 4, 5), false);
}

export function heldAndBlockedSeatsAreNotFree() {
  equal(alone('ahaaaa', 0), false);
  equal(alone('aabaaa', 0), true);
}

export function anAisleSeparatesSeats() {
  const withAisle = hallOf([0, 10, 25, 35]);
  equal(leavesOneAlone(withAisle, 'aaaa', [0]), true, 'one seat before the aisle');
  equal(leavesOneAlone(withAisle, 'aaaa', [0, 1]), false, 'the seat behind the aisle does not adjoin');
}

export function nothingChosenLeavesNobodyAlone() {
  equal(alone('asasas'), false);
}
