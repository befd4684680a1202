/* The news of one hall: its state is read whole once the page has joined the stream, then each delta continues it; after a gap it is read again. */
(function () {
  'use strict';
  const podo = window.podo, TRIES = 4, KEPT = 64;

  /*
   * hall.state({v, layout, s}) takes a whole state and may be asynchronous; hall.delta(Map of seat index to letter) takes what changed;
   * hall.unreachable() is told when there has never been a state to show.
   */
  podo.seatNews = function (urls, hall) {
    let version = -1, reading = false, joinedMeanwhile = false, waiting = [], again = 0, misses = 0;

    const pause = (ms) => new Promise((done) => setTimeout(done, podo.jitter(ms)));
    /* Whether a state of this version leads on to all that is known to have happened. */
    const reaches = (v) => waiting.every((d) => { if (d.from > v + 1) return d.v <= v; v = Math.max(v, d.v); return true; }) && v >= version;

    async function json(url) {
      const answer = await fetch(url, { headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(url + ' ' + answer.status);
      return answer.json();
    }

    /* Deltas that come while the state is on its way wait for it: the older one must never be put over the newer. */
    async function read() {
      if (reading) { joinedMeanwhile = true; return; }
      reading = true;
      clearTimeout(again);
      try {
        let state;
        for (let tries = 1; ; tries++) {
          joinedMeanwhile = false;
          state = await json(urls.state);
          if (!joinedMeanwhile && reaches(state.v)) break;
          // the server stays behind what it has told: its counting began anew
          if (tries === TRIES) { if (!reaches(state.v)) waiting = []; break; }
          await pause(150);
        }
        await hall.state(state);
        version = state.v;
        misses = 0;
      } catch (e) {
        if (version < 0 && ++misses > 2) return hall.unreachable();
        again = setTimeout(read, podo.jitter(version < 0 ? 600 : 3000));
        return;
      } finally { reading = false; }
      const late = waiting;
      waiting = [];
      late.forEach(take);
    }

    function take(d) {
      if (reading || version < 0) { waiting.push(d); if (waiting.length > KEPT) waiting.shift(); return; }
      if (d.v <= version) return;
      if (d.from > version + 1) { waiting.push(d); return void read(); }
      version = d.v;
      const changes = new Map();
      for (const part of d.d.split(',')) if (part) changes.set(Number(part.slice(0, -1)) - 1, part.slice(-1));
      hall.delta(changes);
    }

    let source = null, failures = 0, timer = 0;
    function connect() {
      clearTimeout(timer);
      source?.close();
      source = new EventSource(urls.stream);
      // the server's own first event, not the browser's of the same name: from here on nothing is missed
      source.addEventListener('open', (e) => { if (e.data !== undefined) { failures = 0; read(); } });
      source.addEventListener('delta', (e) => take(JSON.parse(e.data)));
      source.addEventListener('over', connect); // each stream ends at its own time; the next one is opened before
      source.onerror = () => {
        source.close();
        failures += 1;
        if (failures <= 2) timer = setTimeout(connect, podo.jitter(800)); else poll();
      };
    }

    /* No stream to be had: the state every few seconds, and now and then another try. */
    function poll() {
      read();
      timer = setTimeout(++failures % 8 === 0 ? connect : poll, podo.jitter(5000));
    }

    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') { failures = 0; connect(); } });
    window.addEventListener('pagehide', () => source?.close());
    connect();
    // a stream that is slow to open must not keep the map from being drawn
    setTimeout(() => { if (version < 0 && !reading) read(); }, 1000);
    return { json };
  };
})();
