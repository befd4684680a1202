/** Finds what is under the pointer or inside a lasso. No DOM. */
import { isInside, seatsOf } from './geometry.js';
import { keyOf } from './selection.js';

const REACH = 7; // plan units around a seat's middle that belong to it
const MARGIN = 12; // around a section's seats

/** The seat under the point as {s, r, k}; null when there is none. */
export function seatUnder(plan, { x, y }) {
  let found = null;
  let nearest = REACH ** 2;
  plan.sections.forEach((section, s) => {
    const { seats, bounds } = seatsOf(section);
    if (x < bounds.x0 - REACH || x > bounds.x1 + REACH || y < bounds.y0 - REACH || y > bounds.y1 + REACH) return;
    for (const seat of seats) {
      const distance = (seat.x - x) ** 2 + (seat.y - y) ** 2;
      if (distance < nearest) {
        nearest = distance;
        found = { s, r: seat.r, k: seat.k };
      }
    }
  });
  return found;
}

/** The section with a seat at the point or next to it; -1 when there is none. */
export function sectionUnder(plan, { x, y }) {
  let found = -1;
  let nearest = MARGIN ** 2;
  plan.sections.forEach((section, s) => {
    const { seats, bounds } = seatsOf(section);
    if (x < bounds.x0 - MARGIN || x > bounds.x1 + MARGIN || y < bounds.y0 - MARGIN || y > bounds.y1 + MARGIN) return;
    for (const seat of seats) {
      const distance = (seat.x - x) ** 2 + (seat.y - y) ** 2;
      if (distance < nearest) {
        nearest = distance;
        found = s;
      }
    }
  });
  return found;
}

/** The area or shape at the point as {of, index}, the last drawn first; null when there is none. */
export function objectUnder(plan, { x, y }) {
  for (const of of ['shapes', 'areas']) {
    for (let index = plan[of].length - 1; index >= 0; index--) {
      const o = plan[of][index];
      const middle = { x: o.x + o.width / 2, y: o.y + o.height / 2 };
      const turn = (-(o.rotation || 0) * Math.PI) / 180;
      const [dx, dy] = [x - middle.x, y - middle.y];
      const [px, py] = [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)];
      if (Math.abs(px) <= o.width / 2 && Math.abs(py) <= o.height / 2) return { of, index };
    }
  }
  return null;
}

/** Keys of all seats inside the polygon. */
export function seatsInside(plan, polygon) {
  const keys = new Set();
  const xs = polygon.map((p) => p.x);
  const ys = polygon.map((p) => p.y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  plan.sections.forEach((section, s) => {
    const { seats, bounds } = seatsOf(section);
    if (bounds.x1 < x0 || bounds.x0 > x1 || bounds.y1 < y0 || bounds.y0 > y1) return;
    for (const seat of seats) if (isInside(polygon, seat)) keys.add(keyOf(s, seat.r, seat.k));
  });
  return keys;
}

export const rowKeys = (plan, s, r) => new Set(plan.sections[s].rows[r].seats.map((seat, k) => keyOf(s, r, k)));
