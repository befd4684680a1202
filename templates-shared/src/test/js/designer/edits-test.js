import { equal } from '../assert.js';
import {
  duplicated, mapSeats, moved, removed, removedRow, renamedRow, renumbered, straightened, withAisle, withSeats,
} from '../../../main/resources/static/assets/designer/edits.js';
import { NOTHING, ofSeats, ofSections, sectionOfSelection } from '../../../main/resources/static/assets/designer/selection.js';
import { Store } from '../../../main/resources/static/assets/designer/store.js';
import { planOf, row, section, twoSections } from './plans.js';

const seats = (...keys) => ofSeats(new Set(keys));

export function aSectionIsMovedAndTheOtherIsTheSameObject() {
  const plan = twoSections();
  const next = moved(plan, ofSections([1]), 5, -2);
  equal([next.sections[1].x, next.sections[1].y], [105, -2]);
  equal(next.sections[0] === plan.sections[0], true);
}

export function seatsOfATurnedSectionMoveAsTheHallIsSeen() {
  const plan = planOf(section('A', [row('A', 0, 10)], { rotation: 90 }));
  const next = moved(plan, seats('0/0/0'), 10, 0);
  equal(next.sections[0].rows[0].seats.map(({ x, y }) => [x, y]), [[0, -10], [10, 0]]);
}

export function aRowStaysInTheOrderOfItsPlaces() {
  const next = moved(planOf(section('A', [row('A', 0, 10)])), seats('0/0/0'), 20, 0);
  equal(next.sections[0].rows[0].seats.map(({ number }) => number), [2, 1]);
}

export function aRowThatIsBentIsStraightAtItsMiddleSeat() {
  const bent = section('A', [row('A', 0, 10, 20), row('B', 0, 10)]);
  bent.rows[0].seats.forEach((seat, k) => { seat.y = [4, 2, 4][k]; });
  const next = straightened(planOf(bent), 0);
  equal(next.sections[0].rows[0].seats.map(({ x, y }) => [x, y]), [[0, 2], [10, 2], [20, 2]]);
}

export function theLastSeatTakesItsRowAndSectionAlong() {
  equal(removed(twoSections(), seats('0/0/0', '0/0/1', '0/0/2')).sections.map(({ name }) => name), ['Right']);
  equal(removedRow(twoSections(), 0, 0).sections.length, 1);
}

export function gradesArePaintedAndTakenAway() {
  const painted = withSeats(twoSections(), ofSections([0]), 'grade', 'VIP');
  equal(painted.sections[0].rows[0].seats.map(({ grade }) => grade), ['VIP', 'VIP', 'VIP']);
  equal('grade' in withSeats(painted, seats('0/0/1'), 'grade', '').sections[0].rows[0].seats[1], false);
}

export function rowsAreNamedAndNumberedAnew() {
  const plan = planOf(section('A', [row('1', 0, 10, 36, 46), row('2', 0, 10, 36, 46)]));
  const next = renumbered(plan, 0, { numbering: 'ODD_LEFT', firstRow: 'H', clearLetters: true });
  equal(next.sections[0].rows.map(({ name }) => name), ['H', 'J']);
  equal(next.sections[0].rows[0].seats.map(({ number }) => number), [3, 1, 2, 4]);
  equal(renamedRow(next, 0, 1, 'Z').sections[0].rows[1].name, 'Z');
}

export function anAislePartsEveryRow() {
  const next = withAisle(planOf(section('A', [row('1', 0, 10), row('2', 0)])), 0, 1);
  equal(next.sections[0].rows.map(({ seats: all }) => all.map(({ x }) => x)), [[-8, 18], [0]]);
}

export function aCopyStandsBesideItsOriginal() {
  const next = duplicated(twoSections(), 0, 'Left 2');
  equal([next.sections[2].name, next.sections[2].x], ['Left 2', 20]);
}

export function nothingChosenChangesNothing() {
  const plan = twoSections();
  equal(mapSeats(plan, NOTHING, () => null).sections.map((s, i) => s === plan.sections[i]), [true, true]);
}

export function everyStepIsUndoneAndDoneAgain() {
  const plan = twoSections();
  const store = new Store(plan, () => {});
  store.select(ofSections([1]));
  store.change(removed(plan, store.selection));
  equal([store.plan.sections.length, store.selection], [1, NOTHING]);
  equal(store.undo(), true);
  equal([store.plan === plan, store.isSaved()], [true, true]);
  equal(store.redo(), true);
  equal([store.plan.sections.length, store.redo()], [1, false]);
}

export function aNewStepForgetsWhatWasUndone() {
  const store = new Store(twoSections(), () => {});
  store.change(moved(store.plan, ofSections([0]), 1, 0));
  store.undo();
  store.change(moved(store.plan, ofSections([0]), 0, 1));
  equal(store.redo(), false);
}

export function seatsOfOneSectionShowThatSection() {
  equal(sectionOfSelection(seats('1/0/0', '1/0/2')), 1);
  equal(sectionOfSelection(seats('0/0/0', '1/0/2')), -1);
}
