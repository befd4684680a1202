import { equal } from '../assert.js';
import { placeOf, wordsOf } from '../../../main/resources/static/assets/designer/files.js';

const PLAN = { sections: [{ name: 'Stalls', curve: 120, rows: [{ name: 'A', seats: [{ number: 7, grade: '' }] }] }], areas: [{ name: 'Pit', capacity: 0 }] };
const LABELS = { curve: 'Curve', capacity: 'Places', grade: 'Grade' };
const label = (member) => LABELS[member] || '';

export function aFieldOfThePlanIsNamedAsTheFormNamesIt() {
  equal(placeOf('sections[0].curve', PLAN, label), 'Stalls · Curve');
  equal(placeOf('sections[0].rows[0].seats[0].grade', PLAN, label), 'Stalls · A · 7 · Grade');
  equal(placeOf('areas[0].capacity', PLAN, label), 'Pit · Places');
}

export function whatHasNoNameIsLeftAsItIs() {
  equal(placeOf('sections[4].curve', PLAN, label), '5 · Curve');
  equal(placeOf('version', PLAN, label), 'version');
  equal(placeOf('areas', PLAN, label), 'areas');
}

export function aRefusalSaysItsDetailAndItsFields() {
  const body = { detail: 'Please check.', fields: [{ field: 'plan.sections[0].curve', message: 'is too large' }] };
  equal(wordsOf({ body }, 'no answer', PLAN, label).join(' '), 'Please check. Stalls · Curve: is too large');
  equal(wordsOf({ body: {} }, 'no answer', PLAN, label).join(' '), 'no answer');
}
