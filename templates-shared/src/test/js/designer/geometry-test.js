import { equal } from '../assert.js';
import { boundsOf, isInside, placeOf, reaches, seatsOf, turnOf } from '../../../main/resources/static/assets/designer/geometry.js';
import { seatsInside, seatUnder, sectionUnder } from '../../../main/resources/static/assets/designer/finding.js';
import { row, section, twoSections } from './plans.js';

const rounded = ({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

export function aStraightSectionIsOnlyMoved() {
  equal(placeOf(section('A', [], { x: 50, y: 20 }), { x: 10, y: 12 }), { x: 60, y: 32 });
}

export function aSectionIsTurnedAroundItsOrigin() {
  equal(rounded(placeOf(section('A', [], { x: 50, y: 20, rotation: 90 }), { x: 10, y: 0 })), [50, 30]);
}

export function theEndsOfACurvedRowAreNearerToTheStageAndTurned() {
  const curved = section('A', [], { curve: 10 });
  equal(rounded(placeOf(curved, { x: 0, y: 0 })), [0, 0]);
  equal(rounded(placeOf(curved, { x: 50 * Math.PI, y: 0 })), [100, -100]);
  equal(Math.round((turnOf(curved, { x: 50 * Math.PI, y: 0 }) * 180) / Math.PI), -90);
}

export function aRowIsNotLongerThanItsCircle() {
  equal(reaches(section('A', [], { curve: 50 }), { x: 62, y: 0 }), true);
  equal(reaches(section('A', [], { curve: 50 }), { x: 63, y: 0 }), false);
  equal(reaches(section('A', [], { curve: -50 }), { x: 0, y: 12 }), false);
}

export function thePlacesOfASectionAreKept() {
  const one = section('A', [row('A', 0, 10)]);
  equal(seatsOf(one) === seatsOf(one), true);
  equal(seatsOf(one).bounds, { x0: 0, x1: 10, y0: 0, y1: 0 });
}

export function everythingIsInsideTheBounds() {
  const shapes = [{ x: -60, y: -80, width: 120, height: 30 }];
  equal(boundsOf({ ...twoSections(), shapes }), { x0: -60, x1: 110, y0: -80, y1: 0 });
  equal(boundsOf({ sections: [], areas: [], shapes: [] }), null);
}

export function thePointerFindsSeatAndSection() {
  equal(seatUnder(twoSections(), { x: 109, y: 2 }), { s: 1, r: 0, k: 2 });
  equal(seatUnder(twoSections(), { x: 50, y: 0 }), null);
  equal(sectionUnder(twoSections(), { x: 20, y: 0 }), 0);
  equal(sectionUnder(twoSections(), { x: 50, y: 0 }), -1);
}

export function aLassoChoosesWhatIsInside() {
  const around = [{ x: -5, y: -5 }, { x: 95, y: -5 }, { x: 95, y: 5 }, { x: -5, y: 5 }];
  equal([...seatsInside(twoSections(), around)], ['0/0/1', '0/0/2', '1/0/0']);
  equal(isInside(around, { x: 0, y: 6 }), false);
}
