/** Whether a choice leaves a single seat alone. No DOM. */
import { rowOf } from './plan.js';

const GAP = 13; // plan units; seats further apart have an aisle between them

/** Whether a free seat with nothing free on either side would be left beside one of the chosen seats. */
export function leavesOneAlone(plan, letters, chosen) {
  const taken = new Set(chosen);
  return chosen.some((i) => {
    const row = rowOf(plan, i);
    const free = (k) => k >= 0 && k < row.length && letters[row[k]] === 'a' && !taken.has(row[k]);
    const adjoin = (k, l) => k >= 0 && l >= 0 && k < row.length && l < row.length
      && Math.hypot(plan.seats[row[k]].x - plan.seats[row[l]].x, plan.seats[row[k]].y - plan.seats[row[l]].y) <= GAP;
    const at = row.indexOf(i);
    return [-1, 1].some((step) => {
      const next = at + step;
      const beyond = next + step;
      return adjoin(at, next) && free(next) && !(adjoin(next, beyond) && free(beyond));
    });
  });
}
