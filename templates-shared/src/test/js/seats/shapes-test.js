import { equal } from '../assert.js';
import { circle, diamond, seat, sectionPaths, square } from '../../../main/resources/static/assets/seats/shapes.js';
import { hallOf, twoSections } from './halls.js';

const moves = (path) => (path.match(/M/g) || []).length;

export function eachStateHasItsLayer() {
  const paths = sectionPaths(hallOf([0, 10, 20, 30]), 0, 'ahsb', new Set());
  equal(Object.entries(paths).map(([layer, path]) => [layer, moves(path)]),
    [['held', 1], ['sold', 1], ['later', 0], ['blocked', 1], ['accessible', 0], ['companion', 0], ['restricted', 0], ['free-0', 1], ['free-1', 0]]);
}

export function freeSeatsAreInTheLayerOfTheirGrade() {
  const paths = sectionPaths(hallOf([0, 10], [0, 10, 20]), 0, 'aaaaa', new Set());
  equal([moves(paths['free-0']), moves(paths['free-1'])], [2, 3]);
}

export function anAccessibleSeatIsMarkedWhileItIsFree() {
  const plan = twoSections();
  equal(moves(sectionPaths(plan, 1, 'aaaa', new Set()).accessible), 1);
  equal(moves(sectionPaths(plan, 1, 'aaas', new Set()).accessible), 0);
}

export function whatASeatIsForIsSeenByItsShapeWhetherItIsSoldOrKept() {
  const plan = hallOf([0, 10, 20]);
  plan.seats[0].accessible = true;
  plan.seats[1].companion = true;
  const free = sectionPaths(plan, 0, 'aaa', new Set());
  equal([free.accessible, free.companion, moves(free.blocked)], [circle(0, plan.seats[0].y, 2), diamond(10, plan.seats[1].y, 2.4), 0]);
  const [ring, tip, dash] = [0, 1, 2].map((kept) => sectionPaths(plan, 0, [...'sss'].map((s, i) => (i === kept ? 'b' : s)).join(''), new Set()).blocked);
  equal([ring.includes('a'), tip.endsWith('z') && !tip.includes('a'), dash.includes('h') && !dash.includes('z')], [true, true, true]);
}

export function chosenSeatsAreLeftOut() {
  const paths = sectionPaths(hallOf([0, 10]), 0, 'aa', new Set([0, 1]));
  equal(paths['free-0'], '');
}

export function onlySeatsOfTheSectionArePainted() {
  equal(moves(sectionPaths(twoSections(), 0, 'aaaa', new Set())['free-0']), 2);
}

export function aSquareIsPlainWithoutARadius() {
  equal(square(0, 0, 4, 0), 'M-4 -4h8v8h-8z');
  equal(square(10, 20, 4, 1), 'M7 16h6a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-6a1 1 0 0 1 -1 -1v-6a1 1 0 0 1 1 -1z');
}

export function aTurnedSeatIsASquareAroundTheSamePoint() {
  equal(seat(10, 10, 4, 0, 0), square(10, 10, 4, 0));
  equal(seat(0, 0, 4, 0, Math.PI / 4), 'M0 -5.66l5.66 5.66l-5.66 5.66l-5.66 -5.66l5.66 -5.66z');
}

export function aRestrictedViewIsMarkedWhileTheSeatIsFree() {
  const plan = hallOf([0, 10]);
  plan.seats[0].view = 'pillar';
  equal(moves(sectionPaths(plan, 0, 'aa', new Set()).restricted), 1);
  equal(moves(sectionPaths(plan, 0, 'sa', new Set()).restricted), 0);
}
