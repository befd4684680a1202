/** Where the names of sections and rows are written. No DOM. */
import { angleAt } from './turns.js';

const BEFORE = 9; // plan units between a name and the seats that it names
const DEEP = 40; // plan units; a front row that bends more has its name before its middle

const WIDE = /[\u1100-\uFFFF]/; // letters as wide as they are high

/** Before the section: above it, or where its front is when it is turned or strongly curved. @param size of the letters in plan units */
export function frontOf(plan, section, name, size) {
  const above = { x: (section.x0 + section.x1) / 2, y: section.y0 - 7 };
  const row = plan.rows.get(rowKeyOf(plan, section));
  const middle = Math.floor(row.length / 2);
  const seat = plan.seats[row[middle]];
  const angle = angleAt(plan.seats, row, middle);
  if (Math.abs(angle) < 0.2 && seat.y - section.y0 < DEEP) return above;
  const half = [...name].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : 0.58), 0) * size / 2;
  const distance = BEFORE + Math.abs(Math.sin(angle)) * half;
  return { x: seat.x + Math.sin(angle) * distance, y: seat.y - Math.cos(angle) * distance + size / 3 };
}

const rowKeyOf = (plan, section) => {
  const first = plan.seats[section.seats[0]];
  return first.section + ':' + first.row;
};

/** At the beginning of the row, in its direction; anchor '' ends the text there, 'mid' has it around the point. */
export function startOf(plan, row) {
  const first = plan.seats[row[0]];
  const angle = angleAt(plan.seats, row, 0);
  if (Math.abs(angle) < 0.42) return { x: first.x - 7, y: first.y + 1.7, anchor: '' };
  return { x: first.x - Math.cos(angle) * BEFORE, y: first.y - Math.sin(angle) * BEFORE + 1.7, anchor: 'mid' };
}
