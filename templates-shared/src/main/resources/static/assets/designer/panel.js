/* The table beside the drawing: everything can be done in it, without a mouse. Its texts are in the page. */
import { countPlaces, countSeats } from './checks.js';
import { duplicated, moved, removed, removedRow, renamedRow, renumbered, straightened, withAisle, withObject, withSeats, withSection } from './edits.js';
import { parseNumbers } from './numbering.js';
import { rowKeys } from './finding.js';
import { keyOf, ofObject, ofSeats, ofSections, partsOf, sectionOfSelection, seatsBySection } from './selection.js';

const byId = (id) => document.getElementById(id);
const NUMBERS = new Set(['x', 'y', 'rotation', 'curve', 'width', 'height', 'capacity']);

export class Panel {

  constructor(store, words) {
    this.store = store;
    this.words = words;
    this.shown = {};
    this.followSections();
    this.followRows();
    this.followSeats();
    this.followObjects();
  }

  /** Fills the table with what differs from the time before. */
  show() {
    const { plan, selection } = this.store;
    const s = sectionOfSelection(selection);
    this.showSections(plan, selection);
    byId('of-section').hidden = s < 0;
    if (s >= 0) this.showSection(plan.sections[s]);
    const chosen = [...seatsBySection(plan, selection).values()].flatMap((rows) => [...rows.values()]).reduce((sum, ks) => sum + ks.size, 0);
    byId('of-seats').hidden = !chosen;
    byId('seats-chosen').textContent = this.words.seats(chosen);
    byId('one-seat').hidden = !(selection.kind === 'seats' && chosen === 1);
    if (!byId('one-seat').hidden) this.showSeat(plan, [...selection.keys][0]);
    else if (chosen) fillForm(byId('seats-form'), sharedBy(plan, selection));
    byId('of-object').hidden = selection.kind !== 'object';
    if (selection.kind === 'object') this.showObject(plan, selection);
    this.showObjects(plan, selection);
    byId('seats-all').textContent = this.words.seats(countSeats(plan) + countPlaces(plan));
  }

  showSections(plan, selection) {
    const chosen = new Set(selection.kind === 'sections' ? selection.list : []);
    this.fillList('section-list', plan.sections, (line, section, s) => {
      const button = line.querySelector('button');
      button.textContent = section.name || '–';
      button.dataset.s = s;
      button.setAttribute('aria-pressed', chosen.has(s));
      line.querySelector('.num').textContent = section.rows.reduce((sum, row) => sum + row.seats.length, 0);
    });
  }

  /* Clones one template per entry; as many lines as there are entries. */
  fillList(id, entries, fill) {
    const list = byId(id);
    const template = byId(id + '-line').content.firstElementChild;
    while (list.children.length > entries.length) list.lastElementChild.remove();
    while (list.children.length < entries.length) list.append(template.cloneNode(true));
    entries.forEach((entry, i) => fill(list.children[i], entry, i));
  }

  showSection(section) {
    fillForm(byId('section-form'), section);
    const first = section.rows[0]?.name || 'A';
    if (first !== this.firstRow) byId('first-row').value = first; // what was typed stays until other rows are shown
    this.firstRow = first;
    this.fillList('row-list', section.rows, (line, row, r) => {
      const name = line.querySelector('input');
      if (document.activeElement !== name) name.value = row.name;
      name.dataset.r = r;
      line.querySelector('.num').textContent = row.seats.length;
      line.querySelectorAll('button').forEach((button) => { button.dataset.r = r; });
    });
  }

  showSeat(plan, key) {
    const [s, r, k] = partsOf(key);
    const { number, grade, kind, view } = plan.sections[s].rows[r].seats[k];
    fillForm(byId('seats-form'), { number, grade: grade || '', kind: kind || '', view: view || '' });
  }

  showObject(plan, { of, index }) {
    const form = byId('object-form');
    form.dataset.of = of;
    form.querySelectorAll('[data-for]').forEach((field) => { field.hidden = field.dataset.for !== of; });
    fillForm(form, plan[of][index]);
  }

  showObjects({ areas, shapes }, selection) {
    const all = [...areas.map((o, index) => ({ of: 'areas', index, text: o.name })),
      ...shapes.map((o, index) => ({ of: 'shapes', index, text: o.text || this.words.shape(o.kind) }))];
    this.fillList('object-list', all, (line, { of, index, text }) => {
      const button = line.querySelector('button');
      button.textContent = text;
      Object.assign(button.dataset, { of, index });
      button.setAttribute('aria-pressed', selection.kind === 'object' && selection.of === of && selection.index === index);
    });
  }

  followSections() {
    byId('section-list').addEventListener('click', (e) => {
      if (!e.target.dataset.s) return;
      const before = e.shiftKey && this.store.selection.kind === 'sections' ? this.store.selection.list : [];
      this.store.select(ofSections([...before, Number(e.target.dataset.s)]));
    });
    this.follow('section-form', (name, value) => withSection(this.store.plan, this.section(), { [name]: value }));
    const act = (id, change) => byId(id).addEventListener('click', () => this.store.change(change(this.store.plan, this.section())));
    act('renumber', (plan, s) => renumbered(plan, s, {
      numbering: byId('numbering').value, firstRow: byId('first-row').value.toUpperCase() || '1', clearLetters: byId('clear-letters').checked,
    }));
    act('aisle', (plan, s) => withAisle(plan, s, Number(byId('aisle-after').value) || 0));
    act('straighten', (plan, s) => straightened(plan, s));
    act('duplicate', (plan, s) => duplicated(plan, s, this.freeName(plan.sections[s].name)));
    act('remove-section', (plan, s) => removed(plan, { kind: 'sections', list: [s] }));
  }

  section() {
    return sectionOfSelection(this.store.selection);
  }

  freeName(name) {
    const names = new Set(this.store.plan.sections.map((section) => section.name));
    let n = 2;
    while (names.has(`${name} ${n}`)) n++;
    return `${name} ${n}`;
  }

  followRows() {
    byId('row-list').addEventListener('change', (e) => {
      this.store.change(renamedRow(this.store.plan, this.section(), Number(e.target.dataset.r), e.target.value.trim()));
    });
    byId('row-list').addEventListener('click', (e) => {
      const { act, r } = e.target.dataset;
      const s = this.section();
      if (act === 'choose') this.store.select(ofSeats(this.numbered(s, Number(r))));
      if (act === 'remove') this.store.change(removedRow(this.store.plan, s, Number(r)), ofSections([s]));
    });
  }

  /* The seats of the row whose numbers are typed; all of them when none are. */
  numbered(s, r) {
    const numbers = parseNumbers(byId('seat-numbers').value);
    const all = rowKeys(this.store.plan, s, r);
    if (!numbers.size) return all;
    return new Set(this.store.plan.sections[s].rows[r].seats.flatMap(({ number }, k) => (numbers.has(number) ? [keyOf(s, r, k)] : [])));
  }

  followSeats() {
    const form = byId('seats-form');
    form.addEventListener('click', (e) => {
      const { set } = e.target.dataset;
      if (!set) return;
      const value = form.elements[set].value.trim();
      this.store.change(withSeats(this.store.plan, this.store.selection, set, set === 'number' ? Number(value) : value));
    });
    form.addEventListener('submit', (e) => e.preventDefault());
    byId('move-seats').addEventListener('click', () => {
      const [dx, dy] = ['dx', 'dy'].map((name) => Number(form.elements[name].value) || 0);
      this.store.change(moved(this.store.plan, this.store.selection, dx, dy));
    });
    byId('remove-seats').addEventListener('click', () => this.store.change(removed(this.store.plan, this.store.selection)));
  }

  followObjects() {
    byId('object-list').addEventListener('click', (e) => {
      const { of, index } = e.target.dataset;
      if (of) this.store.select(ofObject(of, Number(index)));
    });
    this.follow('object-form', (name, value) => withObject(this.store.plan, this.store.selection.of, this.store.selection.index, { [name]: value }));
    byId('remove-object').addEventListener('click', () => this.store.change(removed(this.store.plan, this.store.selection)));
  }

  /* A field that was changed becomes part of the plan; what is no number is shown again as it was. */
  follow(id, changed) {
    byId(id).addEventListener('submit', (e) => e.preventDefault());
    byId(id).addEventListener('change', ({ target }) => {
      const value = target.type === 'checkbox' ? target.checked : target.value.trim();
      if (NUMBERS.has(target.name) && (value === '' || !Number.isFinite(Number(value)))) return this.show();
      return target.name && this.store.change(changed(target.name, NUMBERS.has(target.name) ? Number(value) : value));
    });
  }
}

/* What all chosen seats have in common; empty where they differ. */
function sharedBy(plan, selection) {
  const seats = [...seatsBySection(plan, selection)].flatMap(([s, rows]) => [...rows].flatMap(
    ([r, ks]) => [...ks].map((k) => plan.sections[s].rows[r].seats[k])));
  const shared = (property) => (seats.every((seat) => seat[property] === seats[0][property]) ? seats[0][property] || '' : '');
  return { grade: shared('grade'), kind: shared('kind'), view: shared('view') };
}

function fillForm(form, values) {
  for (const field of form.elements) {
    if (!field.name || !(field.name in values) || document.activeElement === field) continue;
    if (field.type === 'checkbox') field.checked = values[field.name];
    else field.value = values[field.name] ?? '';
  }
}
