/*
 * The line, live: one stream per page; when it fails twice, polling at the pace that the server sets. What changes for one fan
 * is shown at once; what changes for all is spread over the crowd. Every look is a sign of life to the line, so a page that
 * nobody sees takes none once its offer has lapsed: it would be offered and missed again.
 */
(function () {
  'use strict';
  const podo = window.podo;
  const by = (id) => document.getElementById(id), box = () => by('line');
  if (!box() || !box().dataset.state) { return; }
  const words = by('notices').dataset, event = box().dataset.event, base = '/events/' + event + '/queue';
  const SILENCE = 10000; // twice the longest pause between two pulses
  const SPEED = 500;     // of a crowd this many load anew in a second
  const isLive = () => ['LOBBY', 'WAITING', 'OFFERED', 'CLOSED'].includes(me.state);
  const hidden = () => document.visibilityState === 'hidden';
  const num = (text) => text === undefined || text === '' || text === null ? null : Number(text);
  const me = {};
  let source = null, failures = 0, next = 0, heard = Date.now(), asked = 0, heartbeat = Infinity;
  let change = 0, refreshing = false, vain = 0, missing = false, entering = false, crowd = 0, rebuilt = null;
  let spare = false, letGo = null, said = '';

  /* What the server wrote into the page. */
  function read() {
    const d = box().dataset;
    Object.assign(me, { state: d.state, number: num(d.number), ahead: null, poll: num(d.poll) || 5000, opens: num(d.opens), offerEnds: num(d.offerEnds) });
    eta(d.etaTo ? { from: num(d.etaFrom), to: num(d.etaTo) } : null);
    missing = false;
    beatLater();
  }

  // --- showing -------------------------------------------------------------------------------------------------------

  function fill(id, text) { if (by(id) && by(id).textContent !== text) by(id).textContent = text; }

  function show(ahead) {
    const d = box().dataset;
    if (!by('ahead') || ahead === null) return;
    me.ahead = Math.max(0, ahead);
    const text = podo.number(me.ahead);
    fill('ahead', text);
    document.title = podo.fill(d.title, text, d.show);
    if (me.number) { by('progress').max = me.number; by('progress').value = me.number - me.ahead; }
    fill('updated', new Date(podo.now()).toLocaleTimeString('en-GB', { timeZone: d.zone }));
    // a screen reader hears what is new, at most once in 20 s
    if (text !== said && Date.now() - show.last > 20000) { show.last = Date.now(); said = text; fill('say', podo.fill(d.say, text)); }
  }
  show.last = 0;

  /* A range in seconds, or null when nobody can tell; it runs down between two answers. */
  function eta(range) { me.eta = range && { from: range.from, to: range.to, at: Date.now() }; wait(); }

  function wait() {
    const d = box().dataset;
    if (!me.eta) return fill('wait', d.unknown);
    const gone = (Date.now() - me.eta.at) / 1000, to = Math.max(0, me.eta.to - gone);
    const a = Math.floor(Math.max(0, me.eta.from - gone) / 60), b = Math.ceil(to / 60);
    fill('wait', to <= 15 ? d.soon : a === 0 ? podo.fill(d.minutesUpTo, b) : a === b ? podo.fill(d.minutes, b) : podo.fill(d.minuteRange, a, b));
  }

  function left(list) {
    const slots = by('left');
    if (!slots || !list) return;
    for (const l of list) {
      let item = slots.querySelector('[data-grade="' + CSS.escape(l.grade) + '"]');
      if (!item) {
        item = slots.appendChild(document.createElement('li'));
        item.dataset.grade = l.grade;
        item.innerHTML = '<span class="dot"></span><span><b></b> <span class="num"></span></span>';
        item.querySelector('.dot').classList.add('g' + (slots.children.length - 1) % 5);
        item.querySelector('b').textContent = l.grade;
      }
      const text = l.left === 0 ? box().dataset.gone : podo.fill(box().dataset.left, podo.number(l.left));
      if (item.querySelector('.num').textContent !== text) item.querySelector('.num').textContent = text;
    }
    by('left-box').hidden = slots.children.length === 0;
  }

  // --- hearing -------------------------------------------------------------------------------------------------------

  function hear() { heard = Date.now(); fill('lost', ''); }
  function beatLater() { heartbeat = Date.now() + (podo.jitter(num(box().dataset.heartbeat) || 0) || Infinity); }

  /* The fan's own place: exact. */
  async function place(p) {
    hear();
    beatLater();
    me.poll = p.pollAfterMillis || me.poll;
    if (p.state !== me.state) return refresh();
    me.number = p.number ?? me.number;
    if (p.state === 'OFFERED' && p.offerExpiresAt) me.offerEnds = Date.parse(p.offerExpiresAt);
    if (p.state === 'WAITING') {
      show(p.ahead ?? p.position);
      eta(p.eta);
      if (p.behind !== null) fill('behind', podo.number(p.behind));
      fill('few', p.tooFewSeats ? words.few : '');
      if (!source) fill('paused', p.paused ? words.paused : '');
    }
    left(p.seatsLeft);
  }

  /* What is the same for all: position = number − serving, an upper bound until the next own answer. */
  function pulse(p) {
    hear();
    failures = 0;
    left(p.seatsLeft);
    const many = Math.max(p.lobby || 0, p.waiting || 0), most = Math.max(many, crowd);
    crowd = many;
    const back = p.rebuilt === true && rebuilt === false; // lost and rebuilt while this page was open
    rebuilt = p.rebuilt === true;
    if (rebuilt) fill('rebuilt', words.rebuilt);
    const stands = me.state === 'LOBBY' || me.state === 'WAITING';
    fill('paused', !stands ? '' : p.state === 'PAUSED' ? words.paused : p.state === 'DRAINING' ? words.draining : '');
    if (back || outdated(p)) return later(spread(most));
    if (me.state === 'WAITING') moves(p);
    return undefined;
  }

  /* What the pulse says of the room cannot be true of what this page shows. */
  function outdated(p) {
    if (me.state === 'LOBBY') return p.state !== 'LOBBY';
    if (me.state === 'WAITING') return p.state === 'CLOSED';
    return me.state === 'CLOSED' && p.state !== 'CLOSED';
  }

  function moves(p) {
    if (p.state === 'PAUSED' || p.state === 'DRAINING') eta(null);
    if (!me.number || p.serving === null) return;
    const ahead = Math.max(0, me.number - p.serving - 1);
    show(me.ahead === null ? ahead : Math.min(me.ahead, ahead));
    if (typeof p.waiting === 'number') fill('behind', podo.number(Math.max(0, p.waiting - me.ahead - 1)));
    if (typeof p.sellable === 'number' && p.sellable >= 0) fill('few', me.ahead >= p.sellable ? words.few : '');
    // it may be this fan's turn; who was passed over and came back asks no more often than a page that polls
    if (p.serving >= me.number && Date.now() - asked >= me.poll) ask();
  }

  /* A room-wide change takes a second, or as long as the crowd needs; one that brought nothing takes longer each time. */
  function spread(many) { return Math.random() * Math.min(30000, Math.max(1000, many / SPEED * 1000)) + Math.min(300000, vain && 2000 * 2 ** vain); }

  // --- asking --------------------------------------------------------------------------------------------------------

  const lapsed = () => me.state === 'OFFERED' && me.offerEnds !== null && podo.now() >= me.offerEnds;
  const asleep = () => hidden() && lapsed();

  function get(path, type) { return fetch(base + path, { headers: { Accept: type }, signal: AbortSignal.timeout?.(8000) }); }

  async function ask() {
    if (asleep()) return quiet();
    if (Date.now() - asked < 900) return undefined;
    asked = Date.now();
    beatLater();
    try {
      const answer = await get('/me', 'application/json');
      if (answer.ok) await place(await answer.json());
      else if (answer.status === 401 || answer.status === 404) later(podo.jitter(2000)); // logged out, or no longer in line
    } catch (e) { /* the watch tells, and the next time asks again */ }
    return undefined;
  }

  function later(ms) { if (!change) change = setTimeout(refresh, ms); }

  /* A new state is a new page part. The old one stands until the new one is here. */
  async function refresh() {
    clearTimeout(change);
    change = 0;
    if (asleep()) return quiet();
    if (refreshing) return undefined;
    refreshing = true;
    try {
      const answer = await get('', 'text/html');
      if (!answer.ok) throw new Error(answer.status);
      swap(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      hear();
    } catch (e) {
      later(podo.jitter(3000));
    } finally {
      refreshing = false;
    }
    return undefined;
  }

  function swap(page) {
    const fresh = page.getElementById('line'), before = me.state, number = me.number, missed = missing;
    if (!fresh) return location.reload(); // the log-in
    for (const id of ['paused', 'few']) fill(id, page.getElementById(id).textContent);
    if (page.getElementById('rebuilt').textContent) fill('rebuilt', words.rebuilt);
    if (fresh.dataset.state === before && !missed) {
      vain += 1;
      return source || connect();
    }
    box().replaceWith(document.importNode(fresh, true));
    window.htmx?.process(box());
    document.title = page.title;
    read();
    vain = 0;
    fill('news', !me.state ? words.gone : missed ? podo.fill(words.missed, podo.number(number)) : '');
    if (by('leave')) by('leave').hidden = ['CLOSED', ''].includes(me.state);
    by('line').querySelector('[data-focus]')?.focus();
    if (before === 'CLOSED' && me.state === 'WAITING') podo.call(words.again);
    arrived();
    if (!source) connect();
    return undefined;
  }

  // --- the turn ------------------------------------------------------------------------------------------------------

  function arrived() {
    if (me.state !== 'OFFERED') return;
    const d = box().dataset;
    fill('say', d.turn);
    document.title = d.titleTurn;
    // whoever looks at the page goes in at once; whoever is elsewhere finds the button, and the offer waits
    if (!hidden()) setTimeout(enter, 1200);
    podo.call(d.turn);
  }

  /* Tried until it is done or the offer ends: a browser's own error page in the place of the line would lose it. */
  async function enter() {
    if (entering || me.state !== 'OFFERED' || !by('enter')) return;
    entering = true;
    fill('news', words.entering);
    try {
      while (me.state === 'OFFERED' && !lapsed() && by('enter')) {
        const form = by('enter');
        const answer = await fetch(form.action, { method: 'POST', redirect: 'manual', headers: { 'X-XSRF-TOKEN': podo.csrf() }, signal: AbortSignal.timeout?.(8000) }).catch(() => null);
        if (answer?.type === 'opaqueredirect') return location.assign(form.dataset.seats);
        if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) return await refresh();
        if (answer) hear(); else fill('lost', words.lost);
        await new Promise((done) => setTimeout(done, podo.jitter(1500)));
      }
    } finally {
      entering = false;
      if (by('news').textContent === words.entering) fill('news', '');
    }
    return undefined;
  }

  function missed() {
    if (!missing) {
      missing = true;
      fill('news', podo.fill(words.missed, podo.number(me.number)));
    }
    if (!hidden()) return later(1000);
    document.title = by('news').textContent;
    return quiet();
  }

  // --- staying connected ---------------------------------------------------------------------------------------------

  function quiet() {
    clearTimeout(next);
    if (source) source.close();
    source = null;
  }

  function connect() {
    if (spare) return;
    quiet();
    if (asleep() || !isLive()) return;
    heard = Date.now();
    source = new EventSource(base + '/stream');
    source.addEventListener('me', (e) => { failures = 0; place(JSON.parse(e.data)); });
    source.addEventListener('pulse', (e) => pulse(JSON.parse(e.data)));
    source.addEventListener('over', connect); // each stream ends at its own time; the next one is opened before
    source.onerror = dropped;
  }

  /* A server that goes drops all its pages in one moment: they must not come back in one too. */
  function dropped() {
    quiet();
    failures += 1;
    next = failures <= 2 ? setTimeout(connect, failures * (1000 + Math.random() * 3000)) : setTimeout(poll, me.poll);
  }

  async function poll() {
    try {
      await ask();
    } finally {
      if (!source && !asleep()) {
        failures += 1;
        next = spare ? setTimeout(poll, Math.max(me.poll, SILENCE)) : failures % 12 ? setTimeout(poll, me.poll) : setTimeout(again, me.poll);
      }
    }
  }

  function again() { failures = 1; connect(); }

  /* Once a second, by the clock: timers of a page that nobody sees come late. */
  function watch() {
    if (me.eta && me.state === 'WAITING') wait();
    if (me.state === 'LOBBY' && podo.now() >= me.opens) fill('news', words.drawing);
    if (lapsed() && !entering) return missed();
    const silent = Date.now() - heard;
    if (isLive() && !hidden() && silent > (source ? SILENCE : Math.max(SILENCE, 3 * me.poll))) fill('lost', words.lost);
    if (source && silent > SILENCE) return dropped();
    if (source && !hidden() && me.state === 'WAITING' && Date.now() >= heartbeat) return ask();
    return undefined;
  }

  /* A browser has six connections for one server. Of the tabs that nobody sees one keeps its stream; the others look now and then. */
  function away() {
    navigator.locks?.request('podo-line', { ifAvailable: true }, (lock) => {
      if (!hidden()) return undefined;
      if (lock) return new Promise((done) => { letGo = done; });
      spare = true;
      quiet();
      if (!asleep()) next = setTimeout(poll, Math.max(me.poll, SILENCE));
      return undefined;
    }).catch(() => { /* no locks here: the stream stays */ });
  }

  function back() {
    letGo?.();
    letGo = null;
    const was = spare;
    spare = false;
    if (lapsed()) { missing = true; return refresh(); }
    if (me.state === 'OFFERED') enter();
    if (was || !source || Date.now() - heard > 5000) { failures = 0; connect(); }
    return undefined;
  }

  document.addEventListener('visibilitychange', () => hidden() ? away() : back());
  window.addEventListener('online', () => setTimeout(() => { if (!source || Date.now() - heard > 5000) again(); }, Math.random() * 2000));
  window.addEventListener('offline', () => fill('lost', words.lost));
  window.addEventListener('pagehide', quiet);
  window.addEventListener('pageshow', (e) => { if (e.persisted) connect(); });
  document.addEventListener('submit', (e) => {
    if (e.target.id === 'enter' && me.state === 'OFFERED') { e.preventDefault(); enter(); }
  });

  /* The hash of the sealed seed, noted where we cannot change it, for the check after the draw. */
  async function noteSeal() {
    const key = 'podo-seal-' + event;
    try {
      if (me.state !== 'LOBBY' || localStorage.getItem(key)) return;
      const answer = await fetch('/api/events/' + event + '/fairness', { headers: { Accept: 'application/json' } });
      if (answer.ok) localStorage.setItem(key, (await answer.json()).seedHash);
    } catch (e) { /* then the check says nothing of it */ }
  }

  read();
  if (me.state === 'LOBBY') setTimeout(noteSeal, Math.random() * 15000);
  arrived();
  connect();
  setInterval(watch, 1000);
})();
