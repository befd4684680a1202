/** Small halls for the tests. */
import { planOf } from '../../../main/resources/static/assets/seats/plan.js';

export const GRADES = [{ name: 'VIP', price: 165000 }, { name: 'R', price: 132000 }];

/** Rows of one section, 12 units apart; a row lists the x of its seats. Row k has the grade k modulo 2. */
export const hallOf = (...rows) => layoutOf(['Floor'], rows.flatMap((xs, r) => xs.map((x, k) => [0, r + 1, k + 1, r % 2, 0, x, r * 12])));

export function layoutOf(sections, seats, version = 1) {
  return planOf({ version, grades: GRADES, sections, seats: seats.map((seat, i) => [i + 1, ...seat]) });
}

/** Two sections of two seats each, 200 units apart; the last seat is accessible. */
export const twoSections = (version = 1) => layoutOf(['Floor', 'Balcony'], [
  [0, 1, 1, 0, 0, 0, 0], [0, 1, 2, 0, 0, 10, 0], [1, 1, 1, 1, 0, 0, 200], [1, 1, 2, 1, 1, 10, 200],
], version);
