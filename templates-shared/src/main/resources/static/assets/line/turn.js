/* The fan's turn: called, let in, or missed. */
import { csrfToken } from '../shared/csrf.js';
import { fill, number } from '../shared/format.js';
import { lost } from '../shared/network.js';
import { jitter, pause } from '../shared/timing.js';
import { disconnect } from './connection.js';
import { callFan } from './notifier.js';
import { afterRefresh, refresh, refreshLater } from './refresh.js';
import { hidden, lapsed, me } from './state.js';
import { byId, markConnected, notices, placeBox, setText } from './view.js';

let entering = false;

export const isEntering = () => entering;

export function followTurns() {
  afterRefresh((before) => {
    if (before === 'CLOSED' && me.state === 'WAITING') callFan(notices.again);
    announce();
  });
  document.addEventListener('submit', (e) => {
    if (e.target.id !== 'enter' || me.state !== 'OFFERED') return;
    e.preventDefault();
    enter();
  });
  announce();
}

/* Whoever looks at the page goes in at once; whoever is elsewhere finds the button, and the offer waits. */
function announce() {
  if (me.state !== 'OFFERED') return;
  const { turn, titleTurn } = placeBox().dataset;
  setText('say', turn);
  document.title = titleTurn;
  if (!hidden()) setTimeout(enter, 1200);
  callFan(turn);
}

/** Tries until it succeeds or the offer ends: the browser's own error page in the place of the line would lose it. */
export async function enter() {
  if (entering || !mayEnter()) return;
  entering = true;
  setText('news', notices.entering);
  try {
    while (mayEnter() && !lapsed()) {
      const form = byId('enter');
      const answer = await sendEnter(form);
      if (answer?.type === 'opaqueredirect') return void location.assign(form.dataset.seats);
      if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) return void await refresh();
      if (answer) markConnected(); else lost();
      await pause(jitter(1500));
    }
  } finally {
    entering = false;
    if (byId('news').textContent === notices.entering) setText('news', '');
  }
}

const mayEnter = () => me.state === 'OFFERED' && byId('enter') !== null;

/* Null when the server cannot be reached. */
function sendEnter(form) {
  return fetch(form.action, {
    method: 'POST', redirect: 'manual', headers: { 'X-XSRF-TOKEN': csrfToken() }, body: new URLSearchParams(new FormData(form)),
    signal: AbortSignal.timeout?.(8000),
  }).catch(() => null);
}

/** The offer ended: a visible page loads its new state; a hidden one shows it in its title and stops asking. */
export function missTurn() {
  if (!me.missed) {
    me.missed = true;
    setText('news', fill(notices.missed, number(me.number)));
  }
  if (!hidden()) return refreshLater(1000);
  document.title = byId('news').textContent;
  return disconnect();
}
