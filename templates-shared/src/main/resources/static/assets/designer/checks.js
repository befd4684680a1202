/** Faults of a plan, as the service would refuse them (PlanCheck). No DOM. */
import { reaches, seatsOf } from './geometry.js';

const MOST_SEATS = 50000;
const MOST_PLACES = 200000;
const MOST_IN_AREA = 100000;
const NEAR = 7; // plan units
const CELL = 10;
const SHOWN = 8;

export const countSeats = (plan) => plan.sections.reduce((sum, s) => sum + s.rows.reduce((n, row) => n + row.seats.length, 0), 0);

/** Places in standing areas. */
export const countPlaces = ({ areas }) => areas.reduce((sum, { capacity }) => sum + capacity, 0);

/** The names of the grades that are painted, in the order of the plan. */
export function paintedGrades({ sections, areas }) {
  const grades = new Set();
  for (const section of sections) for (const row of section.rows) for (const seat of row.seats) if (seat.grade) grades.add(seat.grade);
  for (const area of areas) if (area.grade) grades.add(area.grade);
  return [...grades];
}

/** At most 8 faults: [{kind, args}]; kind is one of empty, many, section, row, seat, number, grade, area, capacity, curve, overlap. */
export function faultsOf(plan) {
  const found = [];
  const add = (kind, ...args) => { if (found.length < SHOWN) found.push({ kind, args }); };
  const seats = countSeats(plan);
  if (!seats && !plan.areas.length) add('empty');
  if (seats > MOST_SEATS) add('many', seats, MOST_SEATS);
  if (countPlaces(plan) > MOST_PLACES) add('capacity', plan.areas.map(({ name }) => name).join(', '), MOST_PLACES);
  const painted = paintedGrades(plan).length > 0;
  const names = new Set();
  for (const { name } of [...plan.sections, ...plan.areas]) {
    if (names.has(name) || !name) add('section', name);
    names.add(name);
  }
  for (const section of plan.sections) checkSection(section, painted, add);
  for (const { name, capacity } of plan.areas) {
    if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_IN_AREA)) add('capacity', name, MOST_IN_AREA);
  }
  for (const area of plan.areas) if (painted && !area.grade) add('area', area.name);
  for (const [one, other] of overlaps(plan, SHOWN)) add('overlap', one, other);
  return found;
}

function checkSection(section, painted, add) {
  const names = new Set();
  for (const row of section.rows) {
    if (names.has(row.name) || !row.name) add('row', section.name, row.name);
    names.add(row.name);
    const numbers = new Set();
    for (const seat of row.seats) {
      const label = [section.name, row.name, seat.number];
      if (!(seat.number >= 1 && seat.number <= 9999)) add('number', ...label);
      else if (numbers.has(seat.number)) add('seat', ...label);
      numbers.add(seat.number);
      if (painted && !seat.grade) add('grade', ...label);
      if (!reaches(section, seat)) add('curve', ...label);
    }
  }
}

/** Pairs of labels of seats that stand on each other. */
export function overlaps(plan, most) {
  const cells = new Map();
  const found = [];
  plan.sections.forEach((section) => {
    for (const { r, k, x: ax, y: ay } of seatsOf(section).seats) {
      const [x, y] = [Math.round(ax), Math.round(ay)];
      const [column, line] = [Math.floor(x / CELL), Math.floor(y / CELL)];
      for (let near = 0; near < 9; near++) {
        for (const other of cells.get(key(column + (near % 3) - 1, line + Math.floor(near / 3) - 1)) || []) {
          if (found.length < most && Math.hypot(other.x - x, other.y - y) < NEAR) {
            found.push([label(other.section, other.r, other.k), label(section, r, k)]);
          }
        }
      }
      const cell = key(column, line);
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push({ section, r, k, x, y });
    }
  });
  return found;
}

const key = (column, line) => column * 100003 + line;

const label = ({ name, rows }, r, k) => name + ' ' + rows[r].name + '-' + rows[r].seats[k].number;
