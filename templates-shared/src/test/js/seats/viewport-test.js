import { close, equal } from '../assert.js';
import { Viewport } from '../../../main/resources/static/assets/seats/viewport.js';

const BOX = { x: -10, y: -20, w: 400, h: 200 };

/* A window of 800 by 600 pixels: 2 pixels per plan unit, the plan in the middle between 100 and 500. */
function viewport() {
  const seen = new Viewport(() => ({ w: 800, h: 600 }), (transform) => { seen.transform = transform; });
  seen.show(BOX);
  return seen;
}

function same(actual, expected) {
  close(actual.x, expected.x, 'x');
  close(actual.y, expected.y, 'y');
}

export function theWholePlanIsShownFirst() {
  const seen = viewport();
  equal(seen.fit(), { k: 2, x: 0, y: 100 });
  equal(seen.transform, 'translate(0px,0px) scale(1)');
  same(seen.toPlan({ x: 0, y: 100 }), { x: -10, y: -20 });
  same(seen.toPlan({ x: 800, y: 500 }), { x: 390, y: 180 });
}

export function planAndWindowAreInverse() {
  const seen = viewport();
  seen.zoom(3, { x: 120, y: 340 });
  seen.pan(-17, 5);
  same(seen.toPlan(seen.toWindow({ x: 33, y: 44 })), { x: 33, y: 44 });
}

export function thePointUnderThePointerStaysWhereItIs() {
  const seen = viewport();
  const point = { x: 200, y: 250 };
  const before = seen.toPlan(point);
  seen.zoom(2, point);
  same(seen.toPlan(point), before);
  equal(seen.pitch(), 40);
}

export function itZoomsNoFurtherThanTheNearestAndTheWhole() {
  const seen = viewport();
  seen.zoom(1000);
  equal(seen.scale, 16);
  seen.zoom(0.001);
  equal(seen.transform, 'translate(0px,0px) scale(1)');
}

export function factorZeroShowsTheWholePlan() {
  const seen = viewport();
  seen.zoom(4, { x: 10, y: 10 });
  seen.zoom(0);
  equal(seen.transform, 'translate(0px,0px) scale(1)');
}

export function theWidestHallIsZoomedUntilASeatIsAsLargeAsAFinger() {
  const seen = viewport();
  seen.show({ x: 0, y: 0, w: 8000, h: 100 });
  close(seen.nearest(), 40);
}

export function halfOfTheWindowStaysCovered() {
  const seen = viewport();
  seen.pan(10000, -10000);
  equal([seen.tx, seen.ty], [400, -300]);
}

export function lookedAtSeatsComeToTheMiddleLargeEnoughToTellThemApart() {
  const seen = viewport();
  seen.lookAt([{ x: 100, y: 50 }, { x: 120, y: 70 }]);
  same(seen.toWindow({ x: 110, y: 60 }), { x: 400, y: 300 });
  close(seen.pitch(), 24);
}

export function lookingNeverZoomsOut() {
  const seen = viewport();
  seen.zoom(8);
  seen.lookAt([{ x: 0, y: 0 }]);
  equal(seen.scale, 8);
}

export function anOpenedSectionFillsTheWindow() {
  const seen = viewport();
  seen.open({ x0: 20, x1: 80, y0: 0, y1: 60 });
  close(seen.scale, 3);
  same(seen.toWindow({ x: 50, y: 30 }), { x: 400, y: 300 });
}

export function aSeatNearTheEdgeIsNoticed() {
  const seen = viewport();
  equal(seen.isAtEdge({ x: 0, y: 0 }), false);
  equal(seen.isAtEdge({ x: -1, y: 0 }), true);
  equal(seen.isAtEdge({ x: 381, y: 0 }), true);
}
