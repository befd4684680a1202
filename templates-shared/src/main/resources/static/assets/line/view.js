/* What the page shows of the fan's place. Status containers exist at load and are filled, so that a screen reader reads them out. */
import { fill, number } from '../shared/format.js';
import { heard } from '../shared/network.js';
import { now } from '../shared/server-clock.js';
import { contact, heartbeatLater, me } from './state.js';
import { numberOrNull, waitText } from './rules.js';

const COLOURS = 5; // classes g0 to g4 of the stylesheet
const SPOKEN = 20000; // a screen reader announces a new place at most once in 20 s
let spokenAt = 0;
let spoken = '';

export const byId = (id) => document.getElementById(id);

/** The part of the page that is replaced when the state changes; its dataset holds state and patterns. */
export const placeBox = () => byId('line');

/** Words for the status containers. */
export const notices = byId('notices')?.dataset;

export function setText(id, text) {
  const slot = byId(id);
  if (slot && slot.textContent !== text) slot.textContent = text;
}

/** Takes what the server wrote into the page. */
export function readPage() {
  const d = placeBox().dataset;
  Object.assign(me, {
    state: d.state,
    number: numberOrNull(d.number),
    ahead: null,
    poll: numberOrNull(d.poll) || 5000,
    opens: numberOrNull(d.opens),
    offerEnds: numberOrNull(d.offerEnds),
    missed: false,
  });
  contact.heartbeat = numberOrNull(d.heartbeat) || 0;
  showWait(d.etaTo ? { from: numberOrNull(d.etaFrom), to: numberOrNull(d.etaTo) } : null);
  heartbeatLater();
}

export function showAhead(ahead) {
  if (!byId('ahead') || ahead === null) return;
  const d = placeBox().dataset;
  me.ahead = Math.max(0, ahead);
  const text = number(me.ahead);
  setText('ahead', text);
  document.title = fill(d.title, text, d.show);
  if (me.number) {
    byId('progress').max = me.number;
    byId('progress').value = me.number - me.ahead;
  }
  setText('updated', new Date(now()).toLocaleTimeString('en-GB', { timeZone: d.zone }));
  if (text === spoken || Date.now() - spokenAt <= SPOKEN) return;
  spokenAt = Date.now();
  spoken = text;
  setText('say', fill(d.say, text));
}

/** A range in seconds, or null when it is unknown. */
export function showWait(range) {
  me.wait = range && { from: range.from, to: range.to, at: Date.now() };
  refreshWait();
}

/** The range runs down between two answers of the server. */
export function refreshWait() {
  const [pattern, ...args] = waitText(me.wait, me.wait && Date.now() - me.wait.at);
  setText('wait', fill(placeBox().dataset[pattern], ...args));
}

/** @param list [{grade, left}] or nothing */
export function showSeatsLeft(list) {
  const slots = byId('left');
  if (!slots || !list) return;
  const patterns = placeBox().dataset;
  for (const { grade, left } of list) {
    const slot = (slots.querySelector('[data-grade="' + CSS.escape(grade) + '"]') || addGrade(slots, grade)).querySelector('.num');
    const text = left === 0 ? patterns.gone : fill(patterns.left, number(left));
    if (slot.textContent !== text) slot.textContent = text;
  }
  byId('left-box').hidden = slots.children.length === 0;
}

function addGrade(slots, grade) {
  const item = slots.appendChild(document.createElement('li'));
  item.dataset.grade = grade;
  item.innerHTML = '<span class="dot"></span><span><b></b> <span class="num"></span></span>';
  item.querySelector('.dot').classList.add('g' + (slots.children.length - 1) % COLOURS);
  item.querySelector('b').textContent = grade;
  return item;
}

/** Notes that the server answered, and hides the notice of a lost connection. */
export function markConnected() {
  contact.lastContactAt = Date.now();
  heard();
}
