/* The basket: chosen seats with their prices, the sum, and the hidden fields of the form that holds them. */
import { fill, won } from '../shared/format.js';
import { chosenPlaces } from './areas.js';
import { gradeOf, priceOf } from './plan.js';

const COLOURS = 5; // classes g0 to g4 of the stylesheet
const byId = (id) => document.getElementById(id);

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** @param warnAlone whether the event warns about a choice that leaves a single seat alone */
export function showBasket(choice, words, warnAlone, onRemove) {
  const { seats, limit } = choice;
  const count = choice.count();
  byId('alone').hidden = !warnAlone || !choice.leavesOneAlone();
  byId('basket').replaceChildren(...seats.map((i) => line(choice, words, i, onRemove)));
  byId('count').textContent = fill(words.patterns.tCount, count, limit);
  byId('sum').textContent = won(choice.sum());
  byId('total').value = choice.sum();
  byId('sum-line').hidden = count === 0;
  byId('nothing').hidden = count > 0;
  byId('go').disabled = count === 0;
  document.querySelectorAll('[data-list], a[hreflang]').forEach((link) => { link.href = withChoice(link.href, seats); });
  history.replaceState(history.state, '', withChoice(location.href, seats));
}

function line({ plan }, words, i, onRemove) {
  const name = words.name(i);
  const item = document.createElement('li');
  const text = document.createElement('span');
  const remove = element('button', { type: 'button', className: 'drop', textContent: '×' });
  text.append(
    element('b', { textContent: name }),
    element('span', { className: 'muted small', textContent: ' ' + gradeOf(plan, i).name }));
  remove.setAttribute('aria-label', fill(words.patterns.tDrop, name));
  remove.addEventListener('click', () => onRemove(i));
  item.append(
    element('span', { className: 'dot g' + plan.seats[i].grade % COLOURS }),
    text,
    element('span', { className: 'num', textContent: won(priceOf(plan, i)) }),
    remove,
    element('input', { type: 'hidden', name: 'seat', value: i + 1 }));
  return item;
}

/** The list of chosen seats, which a phone folds away. */
export function followFold() {
  byId('fold').addEventListener('click', (e) => {
    const open = e.currentTarget.ariaExpanded !== 'true';
    e.currentTarget.ariaExpanded = String(open);
    e.currentTarget.closest('.basket').classList.toggle('open', open);
  });
}

/* The list, another language and a reload begin with the same choice. */
function withChoice(href, seats) {
  const url = new URL(href);
  ['seat', 'area', 'places'].forEach((name) => url.searchParams.delete(name));
  seats.forEach((i) => url.searchParams.append('seat', i + 1));
  for (const [area, places] of chosenPlaces()) {
    url.searchParams.append('area', area);
    url.searchParams.append('places', places);
  }
  return url;
}

/** Names and prices of grades, where the page itself shows them. */
export function showPrices(grades) {
  grades.forEach((grade, k) => {
    const chip = byId('grades').querySelector(`[data-grade="${k}"]`)?.closest('label');
    if (chip) {
      chip.querySelector('b').textContent = grade.name;
      chip.querySelector('.num').textContent = won(grade.price);
    }
    const option = [...byId('best-grade').options].find((o) => o.value === grade.name);
    if (option) option.textContent = grade.name + ' ' + won(grade.price);
  });
}
