/*
 * A visible page asks for its place in the line about every 28 s, also when no stream runs: to the line this says that the fan is
 * still there. A fan whose slot has ended sees it at once and not only at the last button. When the sale ended for everybody, the
 * line's page says why.
 */
import { isOver } from '../shared/ends.js';
import { jitter } from '../shared/timing.js';

const PAUSE = 28000;
let timer = 0;

export function startPresence(url) {
  if (!url) return;
  timer = setTimeout(() => report(url), jitter(PAUSE));
  // a hall that changed as a whole may be one whose event was cancelled; the line hears of it a moment later
  document.addEventListener('podo:hall', () => setTimeout(() => report(url), 1500 + jitter(1500)));
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') report(url); });
}

function report(url) {
  clearTimeout(timer);
  timer = setTimeout(() => report(url), jitter(PAUSE));
  if (document.visibilityState !== 'visible') return;
  fetch(url, { headers: { Accept: 'application/json' } }).then(showSlot).catch(() => { /* the next report follows */ });
}

async function showSlot(answer) {
  const box = document.getElementById('slot');
  if (!box || (!answer.ok && answer.status !== 404)) return void answer.text();
  const place = answer.ok ? await answer.json() : {};
  if (isOver(place.closedBecause)) return void location.assign(box.dataset.line);
  const gone = place.state !== 'ENTERED';
  if (!gone) box.replaceChildren();
  else if (!box.firstChild) box.append(goneNote(box.dataset));
}

function goneNote(words) {
  const note = document.createElement('div');
  const text = document.createElement('p');
  const link = document.createElement('a');
  note.className = 'note warn';
  text.textContent = words.gone;
  link.className = 'btn small';
  link.href = words.line;
  link.textContent = words.go;
  note.append(text, link);
  return note;
}
