/** Generates a section from counts, as the service does (SketchedPlan). No DOM. */
import { boundsOf } from './geometry.js';
import { numbersOf, rowName } from './numbering.js';

const SEAT = 10;
const DEPTH = 12;
const AISLE = 16;
const GAP = 40;

/**
 * @param sketch {name, rows, seatsPerRow, growth, firstRow, clearLetters, aislesAfter, accessible, numbering, grade, x, y, rotation, curve}
 */
export function sectionOf(sketch) {
  const rows = Array.from({ length: sketch.rows }, (_, r) => rowOf(sketch, r));
  return { name: sketch.name, x: sketch.x, y: sketch.y, rotation: sketch.rotation, curve: sketch.curve, rows };
}

function rowOf(sketch, r) {
  const seats = Math.max(1, sketch.seatsPerRow + sketch.growth * r);
  const moved = Math.floor((seats - sketch.seatsPerRow) / 2);
  const aisles = sketch.aislesAfter.map((aisle) => aisle + moved);
  const xs = [0];
  for (let k = 1; k < seats; k++) xs.push(xs[k - 1] + SEAT + (aisles.includes(k) ? AISLE : 0));
  const half = xs[seats - 1] / 2;
  const name = rowName(sketch.firstRow, r, sketch.clearLetters);
  const numbers = numbersOf(sketch.numbering, seats, aisles.length === 1 ? aisles[0] : Math.floor(seats / 2));
  return {
    name,
    seats: xs.map((x, k) => {
      const seat = { number: numbers[k], x: x - half, y: r * DEPTH };
      if (sketch.grade) seat.grade = sketch.grade;
      if (sketch.accessible.includes(name + '-' + numbers[k])) seat.kind = 'ACCESSIBLE';
      return seat;
    }),
  };
}

/** Where a section without a place goes: in the middle, behind what is there. */
export function roomBehind(plan) {
  const bounds = boundsOf({ ...plan, areas: [], shapes: [] });
  if (bounds) return { x: Math.round((bounds.x0 + bounds.x1) / 2), y: Math.round(bounds.y1) + GAP };
  const drawn = boundsOf(plan);
  return drawn ? { x: Math.round((drawn.x0 + drawn.x1) / 2), y: Math.round(drawn.y1) + GAP } : { x: 0, y: 0 };
}

/** Where a stage goes: in front of all seats and areas, in the middle between their sides. */
export function roomInFront(plan, width, height) {
  const bounds = boundsOf({ ...plan, shapes: [] });
  if (!bounds) return { x: -width / 2, y: -height - GAP };
  return { x: Math.round((bounds.x0 + bounds.x1 - width) / 2), y: Math.round(bounds.y0) - GAP - height };
}
