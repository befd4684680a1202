/** Where seats stand in the hall: rows are bent to arcs, then the section is turned and moved. The service does the same (SectionBend). No DOM. */

/** The place of a point of the section in the hall. */
export function placeOf(section, { x, y }) {
  let [px, py] = [x, y];
  if (section.curve) {
    const radius = 1000 / section.curve;
    const ofRow = radius + y;
    const angle = x / ofRow;
    px = ofRow * Math.sin(angle);
    py = ofRow * Math.cos(angle) - radius;
  }
  const turn = (section.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: section.x + px * cos - py * sin, y: section.y + px * sin + py * cos };
}

/** How a seat itself is turned, in radians. */
export const turnOf = (section, { x, y }) => (section.rotation * Math.PI) / 180
  - (section.curve ? x / (1000 / section.curve + y) : 0);

/** Whether the row of the seat has a radius of at least a seat's width and is no longer than its circle. */
export function reaches(section, { x, y }) {
  if (!section.curve) return true;
  const radius = 1000 / section.curve;
  const ofRow = (radius + y) * Math.sign(radius);
  return ofRow >= 10 && Math.abs(x) <= Math.PI * ofRow;
}

const placed = new WeakMap();

/** All seats of a section with their places: [{r, k, x, y}] by row and place, and the bounds {x0, x1, y0, y1}. Kept per section. */
export function seatsOf(section) {
  if (!placed.has(section)) placed.set(section, place(section));
  return placed.get(section);
}

function place(section) {
  const seats = [];
  const bounds = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity };
  section.rows.forEach((row, r) => row.seats.forEach((seat, k) => {
    const { x, y } = placeOf(section, seat);
    seats.push({ r, k, x, y });
    bounds.x0 = Math.min(bounds.x0, x);
    bounds.x1 = Math.max(bounds.x1, x);
    bounds.y0 = Math.min(bounds.y0, y);
    bounds.y1 = Math.max(bounds.y1, y);
  }));
  return { seats, bounds };
}

/** Bounds of everything that is drawn; null when there is nothing. */
export function boundsOf({ sections, areas, shapes }) {
  const all = [
    ...sections.map((section) => seatsOf(section).bounds),
    ...[...areas, ...shapes].map((o) => ({ x0: o.x, x1: o.x + o.width, y0: o.y, y1: o.y + o.height })),
  ];
  if (!all.length) return null;
  const [x0, y0] = [Math.min(...all.map((b) => b.x0)), Math.min(...all.map((b) => b.y0))];
  const [x1, y1] = [Math.max(...all.map((b) => b.x1)), Math.max(...all.map((b) => b.y1))];
  return { x0, x1, y0, y1 };
}

/** Whether the point is inside the polygon [{x, y}]. */
export function isInside(polygon, { x, y }) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i], polygon[j]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
