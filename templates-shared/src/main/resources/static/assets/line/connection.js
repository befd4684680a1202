/*
 * One event stream for the page; when it fails twice, the page polls at the interval that the server sets, and tries the stream again at every twelfth poll.
 */
import { asleep, contact, me, SILENCE } from './state.js';
import { isLive } from './rules.js';

let source = null;
let failures = 0;
let timer = 0;
let spare = false; // another hidden tab of this browser keeps the stream
let handlers = null;
let base = '';

/**
 * @param address of the line
 * @param given {onPlace, onPulse, ask, query}; ask may be asynchronous and never fails; query answers which line of the event is meant
 */
export function start(address, given) {
  base = address;
  handlers = given;
  connect();
}

export const isStreaming = () => source !== null;

/** Closes the stream and stops asking. */
export function disconnect() {
  clearTimeout(timer);
  source?.close();
  source = null;
}

export function connect() {
  if (spare) return;
  disconnect();
  if (asleep() || !isLive(me.state)) return;
  contact.lastContactAt = Date.now();
  source = new EventSource(base + '/stream' + handlers.query());
  source.addEventListener('me', (e) => { failures = 0; handlers.onPlace(JSON.parse(e.data)); });
  source.addEventListener('pulse', (e) => { failures = 0; handlers.onPulse(JSON.parse(e.data)); });
  source.addEventListener('over', connect); // the server ends each stream at its own time
  source.onerror = dropped;
}

/** Connects, after so many failures. */
export function reconnect(failuresBefore) {
  failures = failuresBefore;
  connect();
}

/** A server that stops drops all its pages in one moment: they come back one by one. */
export function dropped() {
  disconnect();
  failures += 1;
  timer = failures <= 2 ? setTimeout(connect, failures * (1000 + Math.random() * 3000)) : setTimeout(poll, me.poll);
}

async function poll() {
  try {
    await handlers.ask();
  } finally {
    if (!source && !asleep()) {
      failures += 1;
      pollLater();
    }
  }
}

function pollLater() {
  if (spare) timer = setTimeout(poll, Math.max(me.poll, SILENCE));
  else timer = setTimeout(failures % 12 ? poll : () => reconnect(1), me.poll);
}

/** Leaves the stream to another tab and asks now and then instead. */
export function becomeSpare() {
  spare = true;
  disconnect();
  if (!asleep()) timer = setTimeout(poll, Math.max(me.poll, SILENCE));
}

/** Answers whether the page was spare; the caller connects. */
export function endSpare() {
  const was = spare;
  spare = false;
  return was;
}
