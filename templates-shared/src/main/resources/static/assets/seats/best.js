/* Proposals of the server: the best seats that are free together. */
import { getJson } from '../shared/http.js';
import { gradeOf, priceOf } from './plan.js';

const SEATS_PER_EVENT = 1000000; // an id is event * 1,000,000 + number of the seat

/**
 * {seats, areas}: indexes of seats, or instead [{areaId, count}]; both empty when there is nothing. Grade and price may be empty; after a
 * loss, `lost` are the indexes of what was lost.
 */
export async function proposal(address, count, grade, maxPrice, lost = []) {
  const url = new URL(address, location.href);
  url.searchParams.set('count', count);
  if (grade) url.searchParams.set('grade', grade);
  if (maxPrice) url.searchParams.set('maxPrice', maxPrice);
  if (lost.length) url.searchParams.set('near', lost.map((i) => i + 1).join(','));
  const { seats, areas } = await getJson(url);
  return { seats: seats.map((seat) => (seat.id % SEATS_PER_EVENT) - 1), areas: areas || [] };
}

const bestSeats = async (...wish) => (await proposal(...wish)).seats;

/** As many as were lost, near them, of their grade and not dearer; of any grade when there are none of these. */
export async function seatsLike(address, plan, lost) {
  const count = lost.length;
  const grades = new Set(lost.map((i) => gradeOf(plan, i).name));
  const grade = grades.size === 1 ? [...grades][0] : '';
  const same = await bestSeats(address, count, grade, Math.max(...lost.map((i) => priceOf(plan, i))), lost);
  return same.length ? same : bestSeats(address, count, '', '', lost);
}
