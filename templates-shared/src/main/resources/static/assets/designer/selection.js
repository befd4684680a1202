/** What is chosen in the plan: sections, seats, or one area or shape. Immutable. No DOM. */

export const NOTHING = { kind: 'none' };

export const ofSections = (list) => (list.length ? { kind: 'sections', list: [...new Set(list)].sort((a, b) => a - b) } : NOTHING);

/** @param keys of seats, see keyOf */
export const ofSeats = (keys) => (keys.size ? { kind: 'seats', keys } : NOTHING);

/** @param of 'areas' or 'shapes' */
export const ofObject = (of, index) => ({ kind: 'object', of, index });

export const keyOf = (s, r, k) => s + '/' + r + '/' + k;

export const partsOf = (key) => key.split('/').map(Number);

/** All seats that are chosen, by section and row: Map of s to Map of r to Set of k. Chosen sections count with all their seats. */
export function seatsBySection(plan, selection) {
  const found = new Map();
  const add = (s, r, k) => {
    if (!found.has(s)) found.set(s, new Map());
    if (!found.get(s).has(r)) found.get(s).set(r, new Set());
    found.get(s).get(r).add(k);
  };
  if (selection.kind === 'seats') for (const key of selection.keys) add(...partsOf(key));
  if (selection.kind === 'sections') {
    for (const s of selection.list) plan.sections[s].rows.forEach((row, r) => row.seats.forEach((seat, k) => add(s, r, k)));
  }
  return found;
}

/** The section that the table shows: the only one with something chosen, -1 when there are none or several. */
export function sectionOfSelection(selection) {
  if (selection.kind === 'sections') return selection.list.length === 1 ? selection.list[0] : -1;
  if (selection.kind !== 'seats') return -1;
  const sections = new Set([...selection.keys].map((key) => partsOf(key)[0]));
  return sections.size === 1 ? [...sections][0] : -1;
}

/** The same selection on a plan that has become smaller. */
export function fitTo(plan, selection) {
  if (selection.kind === 'sections') return ofSections(selection.list.filter((s) => s < plan.sections.length));
  if (selection.kind === 'object') return selection.index < plan[selection.of].length ? selection : NOTHING;
  if (selection.kind !== 'seats') return selection;
  return ofSeats(new Set([...selection.keys].filter((key) => {
    const [s, r, k] = partsOf(key);
    return plan.sections[s]?.rows[r]?.seats[k] !== undefined;
  })));
}
