/** The plan of a hall: its seats with their coordinates, and what finds them quickly. No DOM. */
import { turnSeats } from './turns.js';

export const CELL = 10; // plan units; also the distance between two seats of a row
const MERGED_ABOVE = 6000; // seats; a larger hall is drawn with plain squares and opened section by section

/**
 * Indexes the layout that the server sends: {version, grades: [{name, price}], sections: [name], seats: [[id, section, row, number,
 * grade, accessible (1, or 2 beside one, or 0), x, y]]}, in the order of their rows, areas: [[id, name, grade, capacity, x, y, width,
 * height]]; where the plan draws more, also shapes: [{kind, text, x, y, width, height, rotation, round}] and views: [[id, note]]. A seat is
 * known by its index in `seats`; its id within the event is the index + 1.
 */
export function planOf(layout) {
  const seats = layout.seats.map(([, section, row, number, grade, accessible, x, y]) => (
    { section, row, number, grade, accessible: accessible === 1, companion: accessible === 2, view: '', turn: 0, x, y }));
  for (const [id, note] of layout.views || []) if (seats[id - 1]) seats[id - 1].view = note;
  const plan = {
    version: layout.version,
    grades: layout.grades,
    sectionNames: layout.sections,
    seats,
    areas: (layout.areas || []).map(([id, name, grade, capacity, x, y, w, h]) => ({ id, name, grade, capacity, x, y, w, h })),
    shapes: layout.shapes || [],
    sections: layout.sections.map(() => ({ seats: [], x0: 1e9, x1: -1e9, y0: 1e9, y1: -1e9 })),
    rows: new Map(),
    cells: new Map(),
    merged: seats.length > MERGED_ABOVE,
  };
  seats.forEach((seat, i) => {
    listIn(plan.cells, cellKey(Math.floor(seat.x / CELL), Math.floor(seat.y / CELL))).push(i);
    listIn(plan.rows, rowKey(seat)).push(i);
    widen(plan.sections[seat.section], seat, i);
  });
  turnSeats(plan);
  plan.box = boxAround([...plan.sections.filter((section) => section.seats.length), ...plan.areas.map(boundsOf)], plan.shapes);
  return plan;
}

export const rowKey = (seat) => seat.section + ':' + seat.row;

export const cellKey = (column, line) => column + ':' + line;

export const rowOf = (plan, i) => plan.rows.get(rowKey(plan.seats[i]));

export const gradeOf = (plan, i) => plan.grades[plan.seats[i].grade];

export const priceOf = (plan, i) => gradeOf(plan, i).price;

/** What is written on the seat: the same in every version of a hall's plan. */
export function placeOf(plan, i) {
  const seat = plan.seats[i];
  return plan.sectionNames[seat.section] + '|' + seat.row + '|' + seat.number;
}

function listIn(map, key) {
  if (!map.has(key)) map.set(key, []);
  return map.get(key);
}

function widen(section, seat, i) {
  section.seats.push(i);
  section.x0 = Math.min(section.x0, seat.x);
  section.x1 = Math.max(section.x1, seat.x);
  section.y0 = Math.min(section.y0, seat.y);
  section.y1 = Math.max(section.y1, seat.y);
}

const boundsOf = ({ x, y, w, h }) => ({ x0: x, x1: x + w, y0: y, y1: y + h });

/*
 * The part of the plane that is drawn, with room for the stage above and the names of rows at the left; as much at the right, so that its
 * middle is the hall's. The wider a hall, the larger are its labels.
 */
function boxAround(sections, shapes) {
  if (shapes.some((shape) => shape.kind === 'STAGE')) return boxAroundDrawn(sections, shapes);
  const x = Math.min(...sections.map((s) => s.x0)) - 22;
  const w = Math.max(...sections.map((s) => s.x1)) + 22 - x;
  const y = Math.min(...sections.map((s) => s.y0)) - 46 - Math.min(14, Math.max(0, Math.floor((w - 400) / 40)));
  return {
    x,
    y,
    w,
    h: Math.max(...sections.map((s) => s.y1)) + 12 - y,
  };
}

/* A plan that draws its stage needs no room for another. */
function boxAroundDrawn(sections, shapes) {
  const corners = [
    ...sections.flatMap((s) => [[s.x0, s.y0], [s.x1, s.y1]]),
    ...shapes.flatMap((s) => {
      const reach = s.rotation ? Math.hypot(s.width, s.height) / 2 : 0;
      const [x, y] = [s.x + s.width / 2, s.y + s.height / 2];
      return [[x - (reach || s.width / 2), y - (reach || s.height / 2)], [x + (reach || s.width / 2), y + (reach || s.height / 2)]];
    }),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const x = Math.min(...xs) - 22;
  const y = Math.min(...ys) - 16;
  return { x, y, w: Math.max(...xs) + 22 - x, h: Math.max(...ys) + 16 - y };
}
