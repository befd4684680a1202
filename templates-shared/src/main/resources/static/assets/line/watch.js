/* Once a second, by the clock (timers of a page that nobody sees come late), and whenever the browser comes and goes. */
import { lost } from '../shared/network.js';
import { now } from '../shared/server-clock.js';
import { becomeSpare, connect, disconnect, dropped, endSpare, isStreaming, reconnect } from './connection.js';
import { refresh } from './refresh.js';
import { isLive } from './rules.js';
import { contact, hidden, lapsed, me, SILENCE } from './state.js';
import { enter, isEntering, missTurn } from './turn.js';
import { ask } from './updates.js';
import { notices, refreshWait, setText } from './view.js';

let releaseLock = null;

export function startWatch() {
  document.addEventListener('visibilitychange', () => (hidden() ? away() : back()));
  window.addEventListener('online', () => setTimeout(() => {
    if (!isStreaming() || silence() > 5000) reconnect(1);
  }, Math.random() * 2000));
  document.addEventListener('podo:reachable', () => { if (!isStreaming() || silence() > 5000) reconnect(1); });
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', (e) => { if (e.persisted) connect(); });
  setInterval(watch, 1000);
}

const silence = () => Date.now() - contact.lastContactAt;

function watch() {
  if (me.wait && me.state === 'WAITING') refreshWait();
  if (me.state === 'LOBBY' && now() >= me.opens) setText('news', notices.drawing);
  if (lapsed() && !isEntering()) return missTurn();
  const tolerated = isStreaming() ? SILENCE : Math.max(SILENCE, 3 * me.poll);
  if (isLive(me.state) && !hidden() && silence() > tolerated) lost();
  if (!isStreaming()) return undefined;
  if (silence() > SILENCE) return dropped();
  if (!hidden() && me.state === 'WAITING' && Date.now() >= contact.heartbeatAt) return ask();
  return undefined;
}

/* A browser has six connections for one server. Of its hidden tabs one keeps the stream; the others ask now and then. */
function away() {
  navigator.locks?.request('podo-line', { ifAvailable: true }, (lock) => {
    if (!hidden()) return undefined;
    if (lock) return new Promise((done) => { releaseLock = done; });
    return becomeSpare();
  }).catch(() => { /* no locks in this browser: the stream stays */ });
}

function back() {
  releaseLock?.();
  releaseLock = null;
  const wasSpare = endSpare();
  if (lapsed()) {
    me.missed = true;
    return void refresh();
  }
  if (me.state === 'OFFERED') enter();
  if (wasSpare || !isStreaming() || silence() > 5000) reconnect(0);
  return undefined;
}
