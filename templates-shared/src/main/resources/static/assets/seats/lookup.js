/** Finds seats of a plan: under a point, in a direction. No DOM. */
import { CELL, cellKey } from './plan.js';

const REACH = 7; // plan units around a seat's centre that belong to it
const SECTION_MARGIN = 18;

/** The seat nearest to the point and less than 7 plan units away; -1 when there is none. */
export function seatAt(plan, { x, y }) {
  let found = -1;
  let nearest = REACH ** 2;
  for (let column = -1; column <= 1; column++) {
    for (let line = -1; line <= 1; line++) {
      for (const i of plan.cells.get(cellKey(Math.floor(x / CELL) + column, Math.floor(y / CELL) + line)) || []) {
        const distance = (plan.seats[i].x - x) ** 2 + (plan.seats[i].y - y) ** 2;
        if (distance < nearest) {
          nearest = distance;
          found = i;
        }
      }
    }
  }
  return found;
}

/**
 * The section whose bounds, with a margin of 18 plan units, contain the point; of several, whose bounds may overlap when they are turned
 * or curved, the one with the nearest seat; -1 when there is none.
 */
export function sectionAt(plan, { x, y }) {
  const around = [...plan.sections.keys()].filter((k) => isAround(plan.sections[k], x, y));
  if (around.length < 2) return around.length ? around[0] : -1;
  const distance = (k) => Math.min(...plan.sections[k].seats.map((i) => (plan.seats[i].x - x) ** 2 + (plan.seats[i].y - y) ** 2));
  const distances = around.map(distance);
  return around[distances.indexOf(Math.min(...distances))];
}

function isAround(s, x, y) {
  return s.seats.length > 0 && x > s.x0 - SECTION_MARGIN && x < s.x1 + SECTION_MARGIN
    && y > s.y0 - SECTION_MARGIN && y < s.y1 + SECTION_MARGIN;
}

/**
 * The seat that an arrow key leads to; the same seat when there is none in this direction. Sideways the cursor stays in its row
 * where it can: a step across costs three times as much as one along.
 */
export function neighbour(plan, from, [dx, dy]) {
  const start = plan.seats[from];
  let found = from;
  let cheapest = 1e9;
  plan.seats.forEach((seat, i) => {
    const x = seat.x - start.x;
    const y = seat.y - start.y;
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 2 || (dx && across > 6 && seat.row !== start.row)) return;
    const cost = along + across * 3;
    if (cost < cheapest) {
      cheapest = cost;
      found = i;
    }
  });
  return found;
}
