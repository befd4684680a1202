import { equal } from '../assert.js';
import { frontOf, startOf } from '../../../main/resources/static/assets/seats/labels.js';
import { outline } from '../../../main/resources/static/assets/seats/scenery.js';
import { sectionAt } from '../../../main/resources/static/assets/seats/lookup.js';
import { layoutOf, twoSections } from './halls.js';

const quarterTurned = () => layoutOf(['East'], [0, 1, 2].map((i) => [0, 'A', i + 1, 0, 0, 100, i * 10]));

const leaning = (dy) => layoutOf(['Floor'], [0, 1, 2].map((i) => [0, 'A', i + 1, 0, 0, i * 9, i * dy]));

export function aRowBeforeTheStageIsDrawnUpright() {
  equal(leaning(3).seats.map((seat) => seat.turn), [0, 0, 0]);
}

export function aTurnedRowTurnsItsSeats() {
  const turns = leaning(9).seats.map((seat) => Math.abs(Math.round(seat.turn * 100) / 100));
  equal(turns, [0.79, 0.79, 0.79]);
}

export function aQuarterTurnIsNoneForASquare() {
  equal(quarterTurned().seats.map((seat) => seat.turn), [0, 0, 0]);
}

export function theNameOfATurnedSectionIsBeforeItsFront() {
  const plan = quarterTurned();
  const { x, y } = frontOf(plan, plan.sections[0], 'East', 6);
  equal([Math.round(x), Math.round(y)], [116, 12]);
  equal(Math.round(frontOf(plan, plan.sections[0], '동쪽', 6).x), 115);
}

export function theNamesOfAnOrdinarySectionAreAboveItAndBesideItsRows() {
  const plan = twoSections();
  equal(frontOf(plan, plan.sections[1], 'Balcony', 6), { x: 5, y: 193 });
  equal(startOf(plan, [2, 3]), { x: -7, y: 201.7, anchor: '' });
}

export function theNameOfATurnedRowIsWhereItBegins() {
  const plan = quarterTurned();
  equal(startOf(plan, [0, 1, 2]), { x: 100, y: -7.3, anchor: 'mid' });
}

export function ofTwoSectionsAroundAPointTheNearerIsMeant() {
  const plan = layoutOf(['Horseshoe', 'Stalls'], [
    [0, 'A', 1, 0, 0, 0, 0], [0, 'A', 2, 0, 0, 100, 0], [0, 'A', 3, 0, 0, 50, 100], [1, 'A', 1, 0, 0, 50, 40],
  ]);
  equal(sectionAt(plan, { x: 52, y: 44 }), 1);
  equal(sectionAt(plan, { x: 5, y: 3 }), 0);
}

export function aShapeIsTurnedAroundItsMiddle() {
  const shape = { x: 10, y: 20, width: 40, height: 20, rotation: 30, round: false };
  equal(outline(shape), { d: 'M10 20h40v20h-40z', transform: { transform: 'rotate(30 30 30)' }, x: 30, y: 30 });
  equal(outline({ ...shape, rotation: 0, round: true }).d, 'M10 30a20 10 0 1 0 40 0a20 10 0 1 0 -40 0z');
}
