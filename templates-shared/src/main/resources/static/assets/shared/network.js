/*
 * Whether the server can be reached. When it can't, the page says so in #lost, its forms and links wait, and it goes on by itself. A page
 * calls heard() for every word of the server. With watchNetwork() it also asks after 4 s of silence; the line does not and is slower to ask
 * again, because a crowd that asks would keep a server down: its stream and its polls tell it enough.
 */
import { jitter } from './timing.js';

const SILENCE = 4000;
const ANSWER = 3000; // a question that is not answered for so long counts as lost
const PROBE = '/assets/icon.svg';
const waiting = []; // what is done once the server can be reached
let heardAt = Date.now();
let away = false;
let pause = 0;
let firstPause = 1500;
let longestPause = 8000;
let timer = 0;
let question = null;
let passing = null; // the form that is sent again after its question was answered

const note = () => document.getElementById('lost');

export function heard() {
  heardAt = Date.now();
  clearTimeout(timer);
  if (!away) return;
  show(false);
  document.dispatchEvent(new CustomEvent('podo:reachable'));
  waiting.splice(0).forEach((action) => action());
}

export function lost() {
  if (away) return;
  pause = firstPause;
  show(true);
  askLater();
}

function askLater() {
  clearTimeout(timer);
  timer = setTimeout(check, jitter(pause));
  pause = Math.min(longestPause, pause * 1.5);
}

/** Asks the server, once at a time; answers whether it can be reached. */
export function check() {
  question = question || fetch(PROBE, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout?.(ANSWER) })
    .then((answer) => answer.ok, () => false)
    .then((reached) => {
      question = null;
      if (reached) heard();
      else if (away) askLater();
      else lost();
      return reached;
    });
  return question;
}

/** Does what leaves or reloads the page: the browser's own error page in its place would lose what was chosen. */
export async function whenReachable(action) {
  if (await check()) action();
  else waiting.push(action);
}

function show(isAway) {
  away = isAway;
  document.documentElement.classList.toggle('away', away);
  if (note()) note().textContent = away ? note().dataset.words : '';
  document.querySelectorAll('main :is(button[type="submit"], a.btn)').forEach((button) => {
    if (away) button.setAttribute('aria-disabled', 'true'); else button.removeAttribute('aria-disabled');
  });
}

function stop(e) {
  e.preventDefault();
  e.stopImmediatePropagation();
}

/* A form that leads away is sent when the server can be reached, and waits otherwise. What a script sends asks nothing: the page stays. */
function beforeSend(e) {
  const form = e.target;
  if (form.method === 'dialog' || passing === form) return;
  if (away) return void stop(e);
  if (form.hasAttribute('hx-post') || 'stays' in form.dataset) return;
  stop(e);
  const { submitter } = e;
  check().then((reached) => {
    if (!reached || !form.isConnected) return;
    passing = form;
    try { form.requestSubmit(submitter); } finally { passing = null; }
  });
}

function beforeLeave(e) {
  const link = e.target.closest?.('a[href]');
  if (away && link && link.target !== '_blank' && !link.getAttribute('href').startsWith('#')) stop(e);
}

/** Forms and links wait from here on. The pauses (ms) are those between two questions to a server that was lost. */
export function guardForms(first = firstPause, longest = longestPause) {
  firstPause = first;
  longestPause = longest;
  document.addEventListener('submit', beforeSend, true);
  document.addEventListener('click', beforeLeave, true);
  document.addEventListener('podo:leave', (e) => { e.preventDefault(); whenReachable(e.detail); });
  document.addEventListener('htmx:afterRequest', (e) => { if (e.detail.xhr.status) heard(); else check(); });
  window.addEventListener('offline', lost);
  window.addEventListener('online', check);
}

/** Asks as often as it takes to say within 10 s that the server can't be reached. */
export function watchNetwork() {
  guardForms();
  setInterval(() => {
    if (!away && document.visibilityState === 'visible' && Date.now() - heardAt > SILENCE) check();
  }, 1000);
}
