/* Countdowns of an event ([data-countdown]) and of a deadline ([data-until]), on the server's clock. */
import { clockText, countdownParts } from '../shared/format.js';
import { now } from '../shared/server-clock.js';

const WARNING = 60000; // a deadline this near is announced by the dialog that offers more time

export function startCountdowns() {
  setInterval(tick, 250);
  tick();
}

function tick() {
  document.querySelectorAll('[data-countdown]').forEach(showCountdown);
  document.querySelectorAll('[data-until]').forEach(showDeadline);
}

function showCountdown(box) {
  const left = Number(box.dataset.countdown) - now();
  for (const [unit, text] of Object.entries(countdownParts(left))) {
    const slot = box.querySelector('[data-' + unit + ']');
    if (slot) slot.textContent = text;
  }
  if (left > 0 || box.dataset.done) return;
  box.dataset.done = '1';
  // the countdown ends for everybody at once: reloads are spread over 5 s
  if (box.dataset.then !== 'stay') setTimeout(() => leave(() => location.reload()), 1000 + Math.random() * 5000);
}

function showDeadline(clock) {
  const left = Number(clock.dataset.until) - now();
  clock.querySelector('b').textContent = clockText(left);
  clock.classList.toggle('soon', left < WARNING);
  if (left < WARNING && left > 0 && !clock.dataset.warned) {
    clock.dataset.warned = '1';
    const dialog = document.querySelector('dialog[data-more-time]');
    if (dialog && !dialog.open) dialog.showModal();
  }
  if (left <= 0 && !clock.dataset.over) {
    clock.dataset.over = '1';
    if (clock.dataset.then) leave(() => location.assign(clock.dataset.then));
    else if (clock.dataset.then === '') leave(() => location.reload());
  }
}

/* A page that watches the network (shared/network.js) takes this over and leaves once the server can be reached. */
function leave(go) {
  if (document.dispatchEvent(new CustomEvent('podo:leave', { cancelable: true, detail: go }))) go();
}
