/* A new state is a new part of the page. The old part stays until the new one is here. */
import { fill, number } from '../shared/format.js';
import { jitter } from '../shared/timing.js';
import { connect, disconnect, isStreaming } from './connection.js';
import { asleep, me } from './state.js';
import { byId, markConnected, notices, placeBox, readPage, setText } from './view.js';

const listeners = [];
let timer = 0;
let running = false;
let fruitless = 0; // loads in a row that brought no new state

/** A presale has a line of its own. */
export const lineQuery = () => (placeBox().dataset.presale ? '?presale=' + placeBox().dataset.presale : '');

export const lineUrl = () => '/events/' + placeBox().dataset.event + '/queue';

export const get = (path, type) => fetch(lineUrl() + path, { headers: { Accept: type }, signal: AbortSignal.timeout?.(8000) });

export const fruitlessLoads = () => fruitless;

/** The listener is called with the state before, whenever a new part of the page stands. */
export const afterRefresh = (listener) => listeners.push(listener);

export function refreshLater(ms) {
  if (!timer) timer = setTimeout(refresh, ms);
}

export async function refresh() {
  clearTimeout(timer);
  timer = 0;
  if (asleep()) return disconnect();
  if (running) return undefined;
  running = true;
  try {
    const answer = await get('', 'text/html');
    if (!answer.ok) throw new Error(answer.status);
    replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    markConnected();
  } catch (e) {
    refreshLater(jitter(3000));
  } finally {
    running = false;
  }
  return undefined;
}

function replace(page) {
  const fresh = page.getElementById('line');
  const { state: before, number: numberBefore, missed } = me;
  if (!fresh) return location.reload(); // the log-in
  for (const id of ['paused', 'few']) setText(id, page.getElementById(id).textContent);
  if (page.getElementById('rebuilt').textContent) setText('rebuilt', notices.rebuilt);
  if (fresh.dataset.state === before && !missed) {
    fruitless += 1;
    if (!isStreaming()) connect();
    return undefined;
  }
  placeBox().replaceWith(document.importNode(fresh, true));
  window.htmx?.process(placeBox());
  document.title = page.title;
  readPage();
  fruitless = 0;
  setText('news', newsOf(missed, numberBefore));
  if (byId('leave')) byId('leave').hidden = ['CLOSED', ''].includes(me.state);
  placeBox().querySelector('[data-focus]')?.focus();
  listeners.forEach((listener) => listener(before));
  if (!isStreaming()) connect();
  return undefined;
}

function newsOf(missed, numberBefore) {
  if (!me.state) return notices.gone;
  return missed ? fill(notices.missed, number(numberBefore)) : '';
}
