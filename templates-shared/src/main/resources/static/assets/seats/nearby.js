/** Free seats in the place of lost ones, near those that are kept. No DOM. */
import { priceOf } from './plan.js';

/** One seat for each that was lost, as far as there are any: of its grade or not dearer where there is one, then the nearest. */
export function nearby(choice, kept, lost) {
  const found = [];
  for (const gone of lost) {
    const next = nearest(choice, [...kept, ...found], gone);
    if (next >= 0) found.push(next);
  }
  return found;
}

function nearest({ plan, letters }, kept, gone) {
  let found = -1;
  let best = [];
  plan.seats.forEach((seat, i) => {
    if (letters[i] !== 'a' || kept.includes(i) || i === gone || seat.accessible !== plan.seats[gone].accessible) return;
    const rank = [unlike(plan, i, gone), Math.min(...kept.map((k) => distance(seat, plan.seats[k])))];
    if (found >= 0 && !isBefore(rank, best)) return;
    found = i;
    best = rank;
  });
  return found;
}

function unlike(plan, i, gone) {
  if (priceOf(plan, i) > priceOf(plan, gone)) return 2;
  return plan.seats[i].grade === plan.seats[gone].grade ? 0 : 1;
}

/* Another section is far away, however near it is drawn; another row is farther than the next seat. */
const distance = (a, b) => Math.hypot(a.x - b.x, 2 * (a.y - b.y)) + (a.section === b.section ? 0 : 1e5);

const isBefore = (one, other) => one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
