/* The line, live: one stream per page; when it fails twice, polling at the pace that the server sets. */
(function () {
  'use strict';
  const podo = window.podo;
  const box = () => document.getElementById('line');
  const say = document.getElementById('say');
  if (!box() || !box().dataset.state) { return; }
  const base = '/events/' + box().dataset.event + '/queue';
  let source = null, failures = 0, pollTimer = 0, reconnectTimer = 0, lastSaid = 0, asked = 0;
  const me = { state: box().dataset.state, number: num(box().dataset.number), ahead: null, poll: num(box().dataset.poll) || 5000 };

  function num(text) { return text === undefined || text === '' || text === null ? null : Number(text); }

  function show(ahead) {
    const d = box().dataset, slot = document.getElementById('ahead');
    if (!slot || ahead === null) return;
    me.ahead = Math.max(0, ahead);
    slot.textContent = podo.number(me.ahead);
    document.title = podo.fill(d.title, podo.number(me.ahead), d.show);
    const bar = document.getElementById('progress');
    if (me.number) { bar.max = me.number; bar.value = me.number - me.ahead; }
    const at = document.getElementById('updated');
    if (at) at.textContent = new Date(podo.now()).toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul' });
    // a screen reader hears it at most once in 20 s
    if (Date.now() - lastSaid > 20000) { lastSaid = Date.now(); say.textContent = podo.fill(d.say, podo.number(me.ahead)); }
  }

  function wait(from, to) {
    const slot = document.getElementById('wait'), d = box().dataset;
    if (!slot) return;
    const a = Math.ceil(from / 60), b = Math.ceil(to / 60);
    slot.textContent = b < 1 ? d.soon : a === b ? podo.fill(d.minutes, b) : podo.fill(d.minuteRange, a, b);
  }

  function left(list) {
    for (const l of list || []) {
      const item = document.querySelector('#left [data-grade="' + CSS.escape(l.grade) + '"] .num');
      if (item) item.textContent = l.left === 0 ? box().dataset.gone : podo.fill(box().dataset.left, podo.number(l.left));
    }
  }

  /* The fan's own place: exact. A new state is a new page part. */
  function place(p) {
    me.poll = p.pollAfterMillis || me.poll;
    if (p.number) me.number = p.number;
    if (p.state !== me.state) { me.state = p.state; return refresh(); }
    if (p.state === 'WAITING') {
      show(p.ahead ?? p.position);
      if (p.eta) wait(p.eta.from, p.eta.to);
      const behind = document.getElementById('behind');
      if (behind && p.behind !== null) behind.textContent = podo.number(p.behind);
    }
    left(p.seatsLeft);
  }

  /* What is the same for all: position = number − serving, an upper bound until the next own answer. */
  function pulse(p) {
    left(p.seatsLeft);
    if (me.state === 'LOBBY' && p.state !== 'LOBBY') return ask();
    if (me.state !== 'WAITING') return;
    if (p.state === 'CLOSED') return ask();
    if (me.number && p.serving !== null) {
      const ahead = me.number - p.serving - 1;
      show(me.ahead === null ? ahead : Math.min(me.ahead, Math.max(0, ahead)));
      if (p.serving >= me.number) ask();
    }
  }

  async function ask() {
    if (Date.now() - asked < 900) return;
    asked = Date.now();
    try {
      const answer = await fetch(base + '/me', { headers: { Accept: 'application/json' } });
      if (answer.ok) return place(await answer.json());
      if (answer.status === 401 || answer.status === 404) location.reload();
    } catch (e) { /* the next tick asks again */ }
  }

  async function refresh() {
    const answer = await fetch(base, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return setTimeout(refresh, podo.jitter(3000));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('line');
    if (!fresh) return location.reload();
    box().replaceWith(document.importNode(fresh, true));
    window.htmx?.process(box());
    document.title = page.title;
    me.state = box().dataset.state; me.number = num(box().dataset.number); me.ahead = null;
    const heading = box().querySelector('[data-focus]');
    if (heading) heading.focus();
    arrived();
  }

  function arrived() {
    if (me.state !== 'OFFERED') return;
    const d = box().dataset;
    say.textContent = d.turn;
    document.title = d.titleTurn;
    if (document.getElementById('sound')?.checked) bell();
    if (document.getElementById('notify')?.checked && window.Notification && Notification.permission === 'granted') new Notification(d.turn, { body: d.show });
    const form = document.getElementById('enter');
    // whoever looks at the page goes in at once; whoever is elsewhere finds the button, and the offer waits
    if (form?.dataset.auto && document.visibilityState === 'visible') setTimeout(() => form.requestSubmit(), 1200);
    else if (form?.dataset.auto) document.addEventListener('visibilitychange', () => form.requestSubmit(), { once: true });
  }

  let audio = null;
  function bell() {
    if (!audio) return;
    [880, 1175, 1568].forEach((hz, i) => {
      const tone = audio.createOscillator(), level = audio.createGain(), at = audio.currentTime + i * 0.22;
      tone.frequency.value = hz; level.gain.setValueAtTime(0.2, at); level.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
      tone.connect(level).connect(audio.destination); tone.start(at); tone.stop(at + 0.5);
    });
  }
  document.getElementById('sound')?.addEventListener('change', (e) => { if (e.target.checked) { audio = audio || new AudioContext(); bell(); } });
  document.getElementById('notify')?.addEventListener('change', async (e) => {
    if (e.target.checked && (!window.Notification || await Notification.requestPermission() !== 'granted')) e.target.checked = false;
  });

  function connect() {
    clearTimeout(pollTimer); clearTimeout(reconnectTimer);
    if (source) source.close();
    if (['CLOSED', 'ENTERED'].includes(me.state)) return;
    source = new EventSource(base + '/stream');
    source.addEventListener('me', (e) => { failures = 0; place(JSON.parse(e.data)); });
    source.addEventListener('pulse', (e) => { failures = 0; pulse(JSON.parse(e.data)); });
    // the server ends every stream after a while: that is no failure, but all must not come back at once
    source.onerror = () => {
      source.close();
      failures += 1;
      if (failures <= 2) reconnectTimer = setTimeout(connect, podo.jitter(1500)); else poll();
    };
  }

  async function poll() {
    await ask();
    if (source.readyState !== EventSource.CLOSED) return; // meanwhile a stream runs again
    pollTimer = setTimeout(() => { if (++failures % 12 === 0) { failures = 1; connect(); } else poll(); }, podo.jitter(me.poll));
  }

  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') { failures = 0; connect(); } });
  window.addEventListener('pagehide', () => source?.close());
  arrived();
  connect();
})();
