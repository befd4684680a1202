/* Reads the figures and the tables again when the server has news, until somebody pauses the board. */
import { heard, lost } from '../shared/network.js';
import { fill } from '../shared/format.js';
import { now as serverNow } from '../shared/server-clock.js';
import { jitter } from '../shared/timing.js';
import { toRead } from './series.js';

const main = document.querySelector('main.sale-board');
const charts = document.getElementById('charts');
const button = document.getElementById('pause');
const state = { paused: false, hidden: false, streaming: false, news: false, figuresAt: Date.now(), chartsAt: Date.now() };
let source = null;
let reading = false;
let timer = 0;

/** @param onCharts is called when tables have changed */
export function follow(onCharts) {
  document.getElementById('again').hidden = true;
  button.hidden = false;
  button.addEventListener('click', () => (state.paused ? resume() : pause()));
  document.addEventListener('visibilitychange', () => {
    state.hidden = document.visibilityState === 'hidden';
    if (state.hidden) disconnect(); else resumeReading();
  });
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', (e) => { if (e.persisted) resumeReading(); });
  setInterval(() => step(onCharts), 500);
  connect();
}

function connect() {
  disconnect();
  if (state.paused || state.hidden) return;
  source = new EventSource(location.pathname + '/stream');
  source.addEventListener('news', () => { state.streaming = true; state.news = true; });
  source.addEventListener('over', connect); // the server ends each stream at its own time
  source.onerror = () => {
    disconnect();
    timer = setTimeout(connect, jitter(4000));
  };
}

function disconnect() {
  clearTimeout(timer);
  source?.close();
  source = null;
  state.streaming = false;
}

function pause() {
  state.paused = true;
  disconnect();
  const words = document.getElementById('pause-words');
  const time = new Intl.DateTimeFormat(main.dataset.lang, { timeZone: main.dataset.zone, timeStyle: 'medium', hourCycle: 'h23' });
  words.textContent = fill(words.dataset.paused, time.format(serverNow()));
  button.textContent = button.dataset.resume;
  main.classList.add('paused');
}

function resume() {
  state.paused = false;
  document.getElementById('pause-words').textContent = '';
  button.textContent = button.dataset.pause;
  main.classList.remove('paused');
  resumeReading();
}

function resumeReading() {
  Object.assign(state, { news: true, figuresAt: 0, chartsAt: 0 });
  connect();
}

async function step(onCharts) {
  const part = reading ? null : toRead(state, Date.now(), Number(charts.dataset.every));
  if (!part) return;
  reading = true;
  try {
    await read(part);
    if (part === 'charts') onCharts();
  } finally {
    reading = false;
  }
}

async function read(part) {
  state[part === 'charts' ? 'chartsAt' : 'figuresAt'] = Date.now();
  if (part === 'figures') state.news = false;
  const address = new URL(location.href);
  address.searchParams.set('live', part);
  address.hash = '';
  let answer;
  let html;
  try {
    answer = await fetch(address, { headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout?.(15000) });
    html = await answer.text();
  } catch {
    return void lost();
  }
  heard();
  // the log-in has ended, or somebody took this role away: the page itself says so
  if ([204, 401, 403, 404].includes(answer.status)) return void location.reload();
  if (answer.ok && !state.paused) replace(new DOMParser().parseFromString(html, 'text/html'));
}

/** Only what has changed is replaced, so that nothing is read aloud twice and an open table stays where it was scrolled to. */
function replace(parsed) {
  parsed.querySelectorAll('[data-live]').forEach((fresh) => {
    const shown = document.getElementById(fresh.id);
    if (shown && shown.innerHTML !== fresh.innerHTML) shown.replaceChildren(...fresh.childNodes);
  });
}
