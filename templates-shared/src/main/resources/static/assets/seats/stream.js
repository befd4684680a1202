/*
 * The state of one hall, live: read whole once the page has joined the stream, then continued by each delta, and read again after a
 * gap. Without a stream the state is read about every 5 s.
 */
import { areasOf, changesOf, reaches, relationOf } from './deltas.js';
import { getJson } from '../shared/http.js';
import { check, heard } from '../shared/network.js';
import { jitter, pause } from '../shared/timing.js';

const TRIES = 4; // reads of a state that is older than deltas already received
const KEPT = 64; // deltas that wait for a state

export class SeatStream {

  /**
   * @param urls {state, stream}
   * @param onState takes {v, layout, s, areas}, a whole state, and may be asynchronous
   * @param onChanges takes a list of [seat index, letter] and one of [area id, places left]
   * @param onUnreachable is called when there has never been a state to show
   */
  constructor(urls, { onState, onChanges, onUnreachable }) {
    Object.assign(this, { urls, onState, onChanges, onUnreachable });
    this.version = -1;
    this.reading = false;
    this.joinedMeanwhile = false;
    this.waiting = [];
    this.misses = 0;
    this.readTimer = 0;
    this.source = null;
    this.failures = 0;
    this.connectTimer = 0;
  }

  start() {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      this.failures = 0;
      this.connect();
    });
    document.addEventListener('podo:reachable', () => {
      this.failures = 0;
      this.connect();
    });
    window.addEventListener('pagehide', () => this.source?.close());
    this.connect();
    // a stream that is slow to open must not keep the map from being drawn
    setTimeout(() => { if (this.version < 0 && !this.reading) this.read(); }, 1000);
  }

  /* Deltas that arrive while the state is read wait for it: an older letter must not overwrite a newer one. */
  async read() {
    if (this.reading) {
      this.joinedMeanwhile = true;
      return;
    }
    this.reading = true;
    clearTimeout(this.readTimer);
    try {
      const state = await this.readState();
      heard();
      await this.onState(state);
      this.version = state.v;
      this.misses = 0;
    } catch (e) {
      this.readLater();
      return;
    } finally {
      this.reading = false;
    }
    const late = this.waiting;
    this.waiting = [];
    late.forEach((delta) => this.take(delta));
  }

  async readState() {
    for (let tries = 1; ; tries++) {
      this.joinedMeanwhile = false;
      const state = await getJson(this.urls.state);
      const complete = reaches(state.v, this.waiting, this.version);
      if (complete && !this.joinedMeanwhile) return state;
      if (tries === TRIES) {
        // the server stays behind its own deltas: its versions began anew
        if (!complete) this.waiting = [];
        return state;
      }
      await pause(jitter(150));
    }
  }

  readLater() {
    const shown = this.version >= 0;
    if (!shown && ++this.misses > 2) this.onUnreachable();
    else this.readTimer = setTimeout(() => this.read(), jitter(shown ? 3000 : 600));
  }

  take(delta) {
    if (this.reading || this.version < 0) return this.keep(delta);
    const relation = relationOf(delta, this.version);
    if (relation === 'old') return undefined;
    if (relation === 'gap') {
      this.keep(delta);
      return void this.read();
    }
    this.version = delta.v;
    return this.onChanges(changesOf(delta), areasOf(delta));
  }

  keep(delta) {
    this.waiting.push(delta);
    if (this.waiting.length > KEPT) this.waiting.shift();
  }

  connect() {
    clearTimeout(this.connectTimer);
    this.source?.close();
    const source = this.source = new EventSource(this.urls.stream);
    // the server's own first event has data, the browser's event of the same name has none: from here on nothing is missed
    source.addEventListener('open', (e) => {
      heard();
      if (e.data === undefined) return;
      this.failures = 0;
      this.read();
    });
    source.addEventListener('delta', (e) => {
      heard();
      this.take(JSON.parse(e.data));
    });
    source.addEventListener('over', () => this.connect()); // the server ends each stream at its own time
    source.onerror = () => {
      source.close();
      check();
      this.failures += 1;
      if (this.failures <= 2) this.connectTimer = setTimeout(() => this.connect(), jitter(800));
      else this.poll();
    };
  }

  /* Every eighth time the stream is tried again. */
  poll() {
    this.read();
    this.failures += 1;
    const next = this.failures % 8 === 0 ? () => this.connect() : () => this.poll();
    this.connectTimer = setTimeout(next, jitter(5000));
  }
}
