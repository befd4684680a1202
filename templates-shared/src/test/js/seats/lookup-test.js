import { equal } from '../assert.js';
import { neighbour, seatAt, sectionAt } from '../../../main/resources/static/assets/seats/lookup.js';
import { hallOf, layoutOf, twoSections } from './halls.js';

const LEFT = [-1, 0];
const RIGHT = [1, 0];
const UP = [0, -1];
const DOWN = [0, 1];

export function theNearestSeatUnderThePointIsHit() {
  const plan = hallOf([0, 10, 20]);
  equal(seatAt(plan, { x: 4, y: 0 }), 0);
  equal(seatAt(plan, { x: 6, y: 1 }), 1);
}

export function aPointSevenUnitsFromEverySeatHitsNone() {
  const plan = hallOf([0, 10]);
  equal(seatAt(plan, { x: 10, y: 6.9 }), 1);
  equal(seatAt(plan, { x: 10, y: 7 }), -1);
  equal(seatAt(plan, { x: 500, y: 500 }), -1);
}

export function aSeatIsHitAcrossTheBorderOfACell() {
  const plan = hallOf([-3, 101]);
  equal(seatAt(plan, { x: 2, y: -2 }), 0);
  equal(seatAt(plan, { x: 99, y: 0 }), 1);
}

export function aSectionIsHitWithAMarginOf18Units() {
  const plan = twoSections();
  equal(sectionAt(plan, { x: -17, y: 0 }), 0);
  equal(sectionAt(plan, { x: -18, y: 0 }), -1);
  equal(sectionAt(plan, { x: 5, y: 210 }), 1);
}

export function arrowsLeadToTheNextSeatOfTheRow() {
  const plan = hallOf([0, 10, 20], [0, 10, 20]);
  equal(neighbour(plan, 1, RIGHT), 2);
  equal(neighbour(plan, 1, LEFT), 0);
}

export function arrowsLeadToTheSeatInFrontAndBehind() {
  const plan = hallOf([0, 10, 20], [1, 11, 21]);
  equal(neighbour(plan, 1, DOWN), 4);
  equal(neighbour(plan, 4, UP), 1);
}

export function theCursorStaysWhereNothingLiesInTheDirection() {
  const plan = hallOf([0, 10]);
  equal(neighbour(plan, 1, RIGHT), 1);
  equal(neighbour(plan, 0, UP), 0);
}

export function sidewaysTheCursorCrossesAnAisleInsteadOfChangingTheRow() {
  const plan = hallOf([0, 10, 60], [20, 30, 40]);
  equal(neighbour(plan, 1, RIGHT), 2);
}

export function sidewaysTheCursorFollowsABentRow() {
  const plan = layoutOf(['Floor'], [[0, 1, 1, 0, 0, 0, 0], [0, 1, 2, 0, 0, 10, 8]]);
  equal(neighbour(plan, 0, RIGHT), 1);
}
