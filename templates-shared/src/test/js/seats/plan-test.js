import { equal } from '../assert.js';
import { placeOf, planOf, priceOf, rowOf } from '../../../main/resources/static/assets/seats/plan.js';
import { GRADES, hallOf, layoutOf, twoSections } from './halls.js';

export function aRowIsInTheOrderOfThePlanWhicheverWayItIsTurned() {
  const plan = layoutOf(['Floor'], [[0, 1, 2, 0, 0, 10, 0], [0, 1, 1, 0, 0, 0, 0], [0, 2, 1, 0, 0, 0, 12]]);
  equal(rowOf(plan, 0), [0, 1]);
  equal(rowOf(plan, 2), [2]);
}

export function aDrawnStageNeedsNoRoomForAnother() {
  const layout = { version: 1, grades: [{ name: 'R', price: 1 }], sections: ['Floor'], seats: [[1, 0, 'A', 1, 0, 0, 0, 0]] };
  const stage = { kind: 'STAGE', text: '', x: -50, y: -60, width: 100, height: 20, rotation: 0, round: false };
  equal(planOf({ ...layout, shapes: [stage] }).box, { x: -72, y: -76, w: 144, h: 92 });
}

export function aSeatKnowsItsRestrictedView() {
  const layout = { version: 1, grades: [{ name: 'R', price: 1 }], sections: ['Floor'], seats: [[1, 0, 'A', 1, 0, 0, 0, 0]] };
  equal(planOf({ ...layout, views: [[1, 'pillar'], [9, 'nobody']] }).seats[0].view, 'pillar');
}

export function rowsOfTheSameNameInTwoSectionsAreTwoRows() {
  equal([...twoSections().rows.values()], [[0, 1], [2, 3]]);
}

export function theBoxHasRoomForStageAndNamesOfRows() {
  equal(hallOf([0, 10, 20]).box, { x: -22, y: -46, w: 64, h: 58 });
}

export function aSectionWithoutSeatsDoesNotWidenTheBox() {
  const plan = layoutOf(['Floor', 'Empty'], [[0, 1, 1, 0, 0, 0, 0]]);
  equal(plan.box, { x: -22, y: -46, w: 44, h: 58 });
}

export function aSeatIsKnownByWhatIsWrittenOnIt() {
  equal(placeOf(twoSections(), 3), 'Balcony|1|2');
  equal(priceOf(twoSections(), 3), 132000);
}

export function onlyAHallOfMoreThan6000SeatsIsMerged() {
  const seats = (n) => Array.from({ length: n }, (_, i) => [0, 1, i + 1, 0, 0, i * 10, 0]);
  equal(layoutOf(['Floor'], seats(6000)).merged, false);
  equal(layoutOf(['Floor'], seats(6001)).merged, true);
}

export function thePlanKnowsItsAreasAndTheBoxHoldsThem() {
  const plan = planOf({ version: 1, grades: GRADES, sections: ['Floor'], seats: [[1, 0, 1, 1, 0, 0, 0, 0]],
    areas: [[12, 'Pit', 1, 80, -30, -60, 90, 40]] });
  equal(plan.areas, [{ id: 12, name: 'Pit', grade: 1, capacity: 80, x: -30, y: -60, w: 90, h: 40 }]);
  equal([plan.box.x, plan.box.y <= -60, plan.box.x + plan.box.w], [-52, true, 82]);
}
