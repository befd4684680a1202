/* What every page shares: the server's clock, countdowns, and a place for the focus after htmx has swapped. */
(function () {
  'use strict';
  const body = document.body;
  const nav = performance.getEntriesByType('navigation')[0];
  // the server wrote its time into the page; the answer began to arrive at responseStart
  const skew = Number(body.dataset.now) - (performance.timeOrigin + (nav ? nav.responseStart : 0));
  const podo = window.podo = {
    now: () => Date.now() + (Number.isFinite(skew) ? skew : 0),
    won: (n) => '₩' + Number(n).toLocaleString('en-US'),
    number: (n) => Number(n).toLocaleString('en-US'),
    fill: (text, ...args) => text.replace(/\{(\d)\}/g, (all, i) => args[i]),
    jitter: (ms) => ms * (0.8 + Math.random() * 0.4),
    two: (n) => String(n).padStart(2, '0'),
    csrf: () => decodeURIComponent((document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/) || [])[1] || ''),
    clockText(ms) {
      const s = Math.max(0, Math.ceil(ms / 1000));
      return podo.two(Math.floor(s / 60)) + ':' + podo.two(s % 60);
    },
  };

  function big(box, left) {
    const s = Math.max(0, Math.floor(left / 1000));
    const parts = { d: Math.floor(s / 86400), h: Math.floor(s / 3600) % 24, m: Math.floor(s / 60) % 60, s: s % 60 };
    for (const key of Object.keys(parts)) {
      const slot = box.querySelector('[data-' + key + ']');
      if (slot) slot.textContent = key === 'd' ? parts.d : podo.two(parts[key]);
    }
  }

  function tick() {
    for (const box of document.querySelectorAll('[data-countdown]')) {
      const left = Number(box.dataset.countdown) - podo.now();
      big(box, left);
      if (left <= 0 && !box.dataset.done) {
        box.dataset.done = '1';
        // everybody's clock ends here: all who wait for it must not come in the same second
        if (box.dataset.then !== 'stay') setTimeout(() => location.reload(), 1000 + Math.random() * 5000);
      }
    }
    for (const clock of document.querySelectorAll('[data-until]')) {
      const left = Number(clock.dataset.until) - podo.now();
      clock.querySelector('b').textContent = podo.clockText(left);
      clock.classList.toggle('soon', left < 60000);
      if (left < 60000 && left > 0 && !clock.dataset.warned) {
        clock.dataset.warned = '1';
        const dialog = document.querySelector('dialog[data-more-time]');
        if (dialog && !dialog.open) dialog.showModal();
      }
      if (left <= 0 && !clock.dataset.over) {
        clock.dataset.over = '1';
        if (clock.dataset.then) location.assign(clock.dataset.then); else if (clock.dataset.then === '') location.reload();
      }
    }
  }
  setInterval(tick, 250);
  tick();

  // who looks at this page is there: the line hears it twice a minute, also when no stream runs
  const alive = document.querySelector('[data-alive]')?.dataset.alive;
  let signTimer = 0;
  function sign() {
    clearTimeout(signTimer);
    signTimer = setTimeout(sign, podo.jitter(28000));
    if (document.visibilityState === 'visible') fetch(alive, { headers: { Accept: 'application/json' } }).then(inside).catch(() => { /* the next one */ });
  }
  /* Who was away too long has no slot any more, and is told instead of finding out at the last button. */
  async function inside(answer) {
    const box = document.getElementById('slot');
    if (!box || (!answer.ok && answer.status !== 404)) return void answer.text();
    const gone = answer.status === 404 || (await answer.json()).state !== 'ENTERED';
    if (!gone) box.replaceChildren();
    if (!gone || box.firstChild) return;
    const note = document.createElement('div'), words = document.createElement('p'), go = document.createElement('a');
    note.className = 'note warn';
    words.textContent = box.dataset.gone;
    go.className = 'btn small'; go.href = box.dataset.line; go.textContent = box.dataset.go;
    note.append(words, go);
    box.append(note);
  }
  if (alive) {
    signTimer = setTimeout(sign, podo.jitter(28000));
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') sign(); });
  }

  document.addEventListener('click', (e) => {
    const close = e.target.closest('[data-close]');
    if (close) close.closest('dialog').close();
    if (e.target.closest('[data-print]')) window.print();
    const copy = e.target.closest('[data-copy]');
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy);
  });
  // a form is sent once: a double click must not become two requests
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = '1';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((f) => delete f.dataset.sent));
  document.addEventListener('htmx:configRequest', (e) => { e.detail.headers['X-XSRF-TOKEN'] = podo.csrf(); });
  document.addEventListener('htmx:afterSettle', (e) => {
    const place = e.detail.elt.matches('[data-focus]') ? e.detail.elt : e.detail.elt.querySelector('[data-focus]');
    if (place) place.focus();
  });
  const first = document.querySelector('[data-focus]');
  if (first) first.focus();
})();
