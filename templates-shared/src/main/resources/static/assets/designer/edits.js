/** Changes of a plan. Each answers a new plan that shares what did not change, so that undo is the plan before. No DOM. */
import { leftOf, numbersOf, rowName } from './numbering.js';
import { seatsBySection } from './selection.js';

const replaced = (list, index, value) => list.map((old, i) => (i === index ? value : old));

export const withSection = (plan, s, change) => ({ ...plan, sections: replaced(plan.sections, s, { ...plan.sections[s], ...change }) });

export const withObject = (plan, of, index, change) => ({ ...plan, [of]: replaced(plan[of], index, { ...plan[of][index], ...change }) });

export const added = (plan, of, what) => ({ ...plan, [of]: [...plan[of], what] });

/** Every chosen seat as the function answers it; null removes it, and rows and sections that have no seat left. */
export function mapSeats(plan, selection, change) {
  const chosen = seatsBySection(plan, selection);
  const sections = plan.sections.map((section, s) => {
    const rows = chosen.get(s);
    if (!rows) return section;
    const kept = section.rows.map((row, r) => {
      const places = rows.get(r);
      if (!places) return row;
      return { ...row, seats: row.seats.map((seat, k) => (places.has(k) ? change(seat) : seat)).filter(Boolean) };
    });
    return { ...section, rows: kept.filter((row) => row.seats.length) };
  });
  return { ...plan, sections: sections.filter((section) => section.rows.length) };
}

/** Moves what is chosen; seats are moved in the hall, whichever way their section is turned. */
export function moved(plan, selection, dx, dy) {
  if (selection.kind === 'object') {
    const { x, y } = plan[selection.of][selection.index];
    return withObject(plan, selection.of, selection.index, { x: x + dx, y: y + dy });
  }
  if (selection.kind === 'sections') {
    const chosen = new Set(selection.list);
    return { ...plan, sections: plan.sections.map((s, i) => (chosen.has(i) ? { ...s, x: round(s.x + dx), y: round(s.y + dy) } : s)) };
  }
  const sections = [...seatsBySection(plan, selection).keys()];
  return sections.reduce((next, s) => {
    const turn = (-plan.sections[s].rotation * Math.PI) / 180;
    const [x, y] = [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)];
    const own = { kind: 'seats', keys: new Set([...selection.keys].filter((key) => key.startsWith(s + '/'))) };
    return inOrder(mapSeats(next, own, (seat) => ({ ...seat, x: round(seat.x + x), y: round(seat.y + y) })), s);
  }, plan);
}

/* A row lists its seats from left to right. */
const inOrder = (plan, s) => withSection(plan, s, {
  rows: plan.sections[s].rows.map((row) => ({ ...row, seats: [...row.seats].sort((a, b) => a.x - b.x) })),
});

const round = (value) => Math.round(value * 10) / 10;

export function removed(plan, selection) {
  if (selection.kind === 'object') return { ...plan, [selection.of]: plan[selection.of].filter((_, i) => i !== selection.index) };
  if (selection.kind === 'sections') return { ...plan, sections: plan.sections.filter((_, s) => !selection.list.includes(s)) };
  return mapSeats(plan, selection, () => null);
}

/** An empty value takes the property away. */
export const withSeats = (plan, selection, property, value) => mapSeats(plan, selection, ({ [property]: before, ...seat }) => (
  value === '' || value === null ? seat : { ...seat, [property]: value }));

export const renamedRow = (plan, s, r, name) => withSection(plan, s, {
  rows: replaced(plan.sections[s].rows, r, { ...plan.sections[s].rows[r], name }),
});

export const removedRow = (plan, s, r) => {
  const rows = plan.sections[s].rows.filter((_, i) => i !== r);
  return rows.length ? withSection(plan, s, { rows }) : removed(plan, { kind: 'sections', list: [s] });
};

/** Names the rows of a section and numbers their seats anew. */
export const renumbered = (plan, s, { numbering, firstRow, clearLetters }) => withSection(plan, s, {
  rows: plan.sections[s].rows.map((row, r) => {
    const numbers = numbersOf(numbering, row.seats.length, leftOf(row.seats));
    return { name: rowName(firstRow, r, clearLetters), seats: row.seats.map((seat, k) => ({ ...seat, number: numbers[k] })) };
  }),
});

/** An aisle after the k-th seat from the left in every row, or none there any more. */
export const withAisle = (plan, s, after, width = 16) => withSection(plan, s, {
  rows: plan.sections[s].rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat, k) => (row.seats.length > after ? { ...seat, x: seat.x + (k < after ? -width / 2 : width / 2) } : seat)),
  })),
});

/** Each row in a straight line, at the depth of its middle seat; the section itself may still be curved. */
export const straightened = (plan, s) => withSection(plan, s, {
  rows: plan.sections[s].rows.map((row) => {
    const { y } = row.seats[Math.floor((row.seats.length - 1) / 2)];
    return { ...row, seats: row.seats.map((seat) => ({ ...seat, y })) };
  }),
});

export function duplicated(plan, s, name) {
  const section = plan.sections[s];
  return added(plan, 'sections', { ...section, name, x: section.x + 20, y: section.y + 20 });
}
