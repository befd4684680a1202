import { equal } from '../assert.js';
import { countPlaces, faultsOf, overlaps, paintedGrades } from '../../../main/resources/static/assets/designer/checks.js';
import { roomBehind, roomInFront, sectionOf } from '../../../main/resources/static/assets/designer/generate.js';
import { planOf, row, section, twoSections } from './plans.js';

const kinds = (plan) => faultsOf(plan).map(({ kind }) => kind);

export function anOrdinaryPlanHasNoFault() {
  equal(kinds(twoSections()), []);
}

export function whatExistsTwiceIsFound() {
  equal(kinds(planOf(section('A', [row('A', 0)]), section('A', [row('A', 0)], { x: 50 }))), ['section']);
  equal(kinds(planOf(section('A', [row('A', 0), { name: 'A', seats: [{ number: 1, x: 0, y: 12 }] }]))), ['row']);
  equal(kinds(planOf(section('A', [{ name: 'A', seats: [{ number: 1, x: 0, y: 0 }, { number: 1, x: 10, y: 0 }] }]))), ['seat']);
}

export function seatsOnEachOtherAreNamed() {
  const plan = planOf(section('Stalls', [row('A', 0, 4)]));
  equal(overlaps(plan, 5), [['Stalls A-1', 'Stalls A-2']]);
  equal(kinds(planOf(section('Stalls', [row('A', 0, 7)]))), []);
}

export function anAreaTakesPeopleUpToTheLimit() {
  const area = (capacity) => ({ ...twoSections(), areas: [{ name: 'Pit', capacity, x: 0, y: 40, width: 20, height: 10 }] });
  equal(kinds(area(80)), []);
  equal(kinds(area(100000)), []);
  equal(kinds(area(100001)), ['capacity']);
  equal(kinds(area(0)), ['capacity']);
  equal(countPlaces(area(80)), 80);
}

export function aPaintedPlanIsPaintedWhole() {
  const half = planOf(section('A', [{ name: 'A', seats: [{ number: 1, x: 0, y: 0, grade: 'R' }, { number: 2, x: 10, y: 0 }] }]));
  equal(kinds(half), ['grade']);
  equal(paintedGrades(half), ['R']);
}

export function anEmptyPlanAndOneOfTooManySeatsAreFaults() {
  equal(kinds(planOf()), ['empty']);
  const long = (name, y) => ({ name, seats: Array.from({ length: 500 }, (_, k) => ({ number: k + 1, x: k * 10, y })) });
  const rows = Array.from({ length: 101 }, (_, r) => long('R' + r, r * 12));
  equal(kinds(planOf(section('A', rows))), ['many']);
}

export function aSectionIsGeneratedAsTheServiceDoesIt() {
  const stalls = sectionOf({
    name: 'Stalls', rows: 3, seatsPerRow: 4, growth: 2, firstRow: 'H', clearLetters: true, aislesAfter: [2], accessible: ['J-5'],
    numbering: 'ODD_LEFT', grade: 'R', x: 0, y: 40, rotation: 0, curve: 2,
  });
  equal(stalls.rows.map(({ name, seats }) => name + seats.length), ['H4', 'J6', 'K8']);
  equal(stalls.rows[2].seats.map(({ number }) => number), [7, 5, 3, 1, 2, 4, 6, 8]);
  equal(stalls.rows[2].seats[4].x - stalls.rows[2].seats[3].x, 26);
  equal(stalls.rows[1].seats[0], { number: 5, x: -33, y: 12, grade: 'R', kind: 'ACCESSIBLE' });
}

export function aSectionWithoutPlaceStandsBehindTheOthers() {
  equal(roomBehind(twoSections()), { x: 50, y: 40 });
  equal(roomBehind(planOf()), { x: 0, y: 0 });
}

export function aStageStandsInTheMiddleInFrontOfTheHall() {
  const { x, y } = roomInFront(planOf(section('Floor', [row('1', 0, 10, 20, 146)], { x: 0, y: 20 })), 120, 30);
  equal(x + 60, 73);
  equal(y + 30 < 20, true, 'in front of the first row');
  equal(roomInFront({ sections: [], areas: [], shapes: [] }, 120, 30), { x: -60, y: -70 });
}
