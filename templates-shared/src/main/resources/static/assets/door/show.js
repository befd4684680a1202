/* Shows answers: colour and word, sound and vibration. The words are those of the page's template #results. */

import { traitsText } from './list.js';

const TONES = { VALID: [[880, 0.12]], ALREADY_USED: [[220, 0.25], [220, 0.25]] };
const REFUSED = [[180, 0.45]];
const SHAKES = { VALID: [80], ALREADY_USED: [120, 80, 120] };
let sound = null;

/** Browsers allow sound only after somebody has touched the page. */
export function allowSound() {
  if (!sound && typeof AudioContext !== 'undefined') sound = new AudioContext();
  if (sound) sound.resume();
}

export function seatText(seat) {
  if (!seat) return '';
  const parts = seat.row === '' ? [seat.section] : [seat.section, seat.row, seat.number]; // a place in an area has no row
  return parts.filter((part) => part !== '' && part !== null && part !== undefined).join(' · ');
}

/** The kind of ticket and what its holder has to show; empty for the usual one. */
export const kindText = (seat) => (seat && seat.kind ? [seat.kind, seat.proof].filter(Boolean).join(': ') : '');

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const dayAndTime = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });

/** What a ticket is for that is for another show of the same organiser. */
const showText = (show) => (show ? titleOf(show) + ' · ' + dayAndTime.format(new Date(show.startsAt)) : '');

const titleOf = (show) => (show.titles && show.titles[document.documentElement.lang]) || show.title;

export const timeText = (instant) => clock.format(new Date(instant));

/** @param ms from the picture to the answer */
export function showAnswer(box, answer, alone, ms) {
  const results = document.querySelector('#results');
  const words = results.content.querySelector(`[data-result="${answer.result}"]`);
  const shown = words.cloneNode(true);
  shown.querySelector('[data-seat]').textContent = seatText(answer.seat);
  shown.querySelector('[data-name]').textContent = answer.name || answer.holder || '';
  shown.querySelector('[data-event]').textContent = showText(answer.event);
  shown.querySelector('[data-traits]').textContent = traitsText(answer.seat, results.dataset);
  shown.querySelector('[data-kind]').textContent = kindText(answer.seat);
  const used = answer.usedAt && answer.result === 'ALREADY_USED' ? timeText(answer.usedAt) + ' · ' + answer.gate : '';
  shown.querySelector('[data-used]').textContent = used;
  shown.querySelector('[data-alone]').hidden = !alone;
  box.replaceChildren(...shown.childNodes);
  box.className = 'answer ' + words.dataset.tone;
  box.dataset.result = answer.result;
  box.dataset.seat = seatText(answer.seat);
  box.dataset.ms = Math.round(ms);
  box.dataset.count = Number(box.dataset.count || 0) + 1;
  play(TONES[answer.result] || REFUSED);
  if (navigator.vibrate) navigator.vibrate(SHAKES[answer.result] || [400]);
}

function play(tones) {
  if (!sound || sound.state !== 'running') return;
  let at = sound.currentTime;
  for (const [frequency, length] of tones) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + length);
    tone.connect(volume).connect(sound.destination);
    tone.start(at);
    tone.stop(at + length);
    at += length + 0.06;
  }
}

/** Rows of a list: [text, …] each; strong ones first in the eye. */
export function showRows(list, rows) {
  list.replaceChildren(...rows.map(([first, second]) => {
    const row = document.createElement('li');
    const name = document.createElement('span');
    const value = document.createElement('strong');
    name.textContent = first;
    value.textContent = second;
    row.append(name, value);
    return row;
  }));
}

/** Tickets that were found: a button each, with whose it is and what is known of it. @param choose called with the ticket */
export function showFound(list, tickets, known, choose) {
  const word = (result) => document.querySelector('#results').content.querySelector(`[data-result="${result}"] .word`).textContent;
  list.replaceChildren(...tickets.map((ticket) => {
    const row = document.createElement('li');
    const button = document.createElement('button');
    const state = known.stateOf(ticket);
    const holder = known.holderOf(ticket);
    button.type = 'button';
    button.className = 'btn small';
    button.append(part('strong', seatText(ticket)));
    const name = ticket.name || (holder && holder.name);
    if (name) button.append(part('span', name));
    if (holder) button.append(part('span', holder.order, 'muted num'));
    if (state !== 'VALID') button.append(part('span', word(state), 'chip bad'));
    button.addEventListener('click', () => choose(ticket));
    row.append(button);
    return row;
  }));
}

function part(tag, text, classes = '') {
  const part = document.createElement(tag);
  part.dir = 'auto';
  part.className = classes;
  part.textContent = text;
  return part;
}
