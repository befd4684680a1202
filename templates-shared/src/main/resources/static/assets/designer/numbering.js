/** Names of rows and numbers of seats in sequence; the service does the same (RowNames, Numbering). No DOM. */

const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CLEAR = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 1, 2, 3 … or A … Z, AA, AB …; clear skips I and O, which look like digits. */
export function rowName(first, steps, clear = false) {
  if (/^\d/.test(first)) return String(Number(first) + steps);
  const letters = clear ? CLEAR : ALL;
  const start = clear ? first.replaceAll('I', 'J').replaceAll('O', 'P') : first;
  let rest = steps;
  let value = 0;
  for (const letter of start) value = value * letters.length + letters.indexOf(letter) + 1;
  rest += value;
  let name = '';
  for (; rest > 0; rest = Math.floor((rest - 1) / letters.length)) name = letters[(rest - 1) % letters.length] + name;
  return name;
}

const fromMiddle = (distance) => (distance > 0 ? 2 * distance : 1 - 2 * distance);

const NUMBERS = {
  UP: (k) => k + 1,
  DOWN: (k, seats) => seats - k,
  ODD: (k) => 2 * k + 1,
  EVEN: (k) => 2 * k + 2,
  ODD_LEFT: (k, seats, left) => (k < left ? 2 * (left - k) - 1 : 2 * (k - left) + 2),
  ODD_RIGHT: (k, seats, left) => (k < left ? 2 * (left - k) : 2 * (k - left) + 1),
  MIDDLE: (k, seats) => fromMiddle(k - Math.floor((seats - 1) / 2)),
};

/** The numbers of a row from left to right; left is how many seats are left of the middle. */
export const numbersOf = (numbering, seats, left = Math.floor(seats / 2)) => Array.from({ length: seats },
  (_, k) => NUMBERS[numbering](k, seats, left));

const AISLE = 15; // plan units; seats of a row that are further apart have an aisle between them

/** How many seats of a row are left of its only aisle, or of its middle. */
export function leftOf(seats) {
  const aisles = seats.map((seat, k) => k).filter((k) => k > 0 && seats[k].x - seats[k - 1].x > AISLE);
  return aisles.length === 1 ? aisles[0] : Math.floor(seats.length / 2);
}

/** Parts such as "1-5, 8" as a set of numbers; numbers that are none are left out. */
export function parseNumbers(text) {
  const found = new Set();
  for (const part of text.split(/[,\s]+/)) {
    const range = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
    if (!range) continue;
    const [from, to] = [Number(range[1]), Number(range[2] || range[1])];
    for (let n = from; n <= Math.min(to, from + 999); n++) found.add(n);
  }
  return found;
}
