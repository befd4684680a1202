/* The live seat map: one path per section and state, deltas by one event stream, pan and zoom by CSS transform. */
(function () {
  'use strict';
  const map = document.getElementById('map');
  if (!map) return;
  const podo = window.podo, t = map.dataset, NS = 'http://www.w3.org/2000/svg';
  const $ = (id) => document.getElementById(id);
  const el = (name, attrs) => { const e = document.createElementNS(NS, name); for (const k in attrs) e.setAttribute(k, attrs[k]); return e; };
  const LIMIT = Number(t.limit), STATES = { a: t.tFree, h: t.tHeld, s: t.tSold, b: t.tBlocked };

  let plan, letters, version = 0, seats, grid, rows, sections, svg, layers, mine = [], cursor = -1, dirty = new Set(), off = new Set();
  let box, big = 7, scale = 1, tx = 0, ty = 0, submitting = false, plain = false;

  const seqs = () => mine.map((i) => i + 1);
  const price = (i) => plan.grades[seats[i].g].price;
  const name = (i) => podo.fill(t.tSeat, plan.sections[seats[i].s], seats[i].row, seats[i].n);
  const say = (text) => { $('said').textContent = text; $('tip').textContent = text; };
  const words = (i) => name(i) + ', ' + plan.grades[seats[i].g].name + ' ' + podo.won(price(i)) + ', '
    + (mine.includes(i) ? t.tMine : STATES[letters[i]]) + (seats[i].acc ? ', ' + t.tAccessible : '');

  /* ---- data -------------------------------------------------------------------------------------------------- */

  async function load() {
    const [layout, state] = await Promise.all([json(t.layout), json(t.state)]);
    plan = layout;
    seats = layout.seats.map((s) => ({ s: s[1], row: s[2], n: s[3], g: s[4], acc: s[5] === 1, x: s[6], y: s[7] }));
    letters = state.s.split('');
    version = state.v;
    plain = seats.length > 6000;
    index();
    draw();
    connect();
  }

  async function json(url) {
    const answer = await fetch(url, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(url + ' ' + answer.status);
    return answer.json();
  }

  function index() {
    grid = new Map(); rows = new Map(); sections = plan.sections.map(() => ({ seats: [], x0: 1e9, x1: -1e9, y0: 1e9, y1: -1e9 }));
    seats.forEach((seat, i) => {
      const cell = Math.floor(seat.x / 10) + ':' + Math.floor(seat.y / 10);
      (grid.get(cell) || grid.set(cell, []).get(cell)).push(i);
      const row = seat.s + ':' + seat.row;
      (rows.get(row) || rows.set(row, []).get(row)).push(i);
      const section = sections[seat.s];
      section.seats.push(i);
      section.x0 = Math.min(section.x0, seat.x); section.x1 = Math.max(section.x1, seat.x);
      section.y0 = Math.min(section.y0, seat.y); section.y1 = Math.max(section.y1, seat.y);
    });
    for (const row of rows.values()) row.sort((a, b) => seats[a].x - seats[b].x);
    const xs = sections.filter((s) => s.seats.length);
    box = { x: Math.min(...xs.map((s) => s.x0)) - 22, y: Math.min(...xs.map((s) => s.y0)) - 46 };
    box.w = Math.max(...xs.map((s) => s.x1)) + 14 - box.x; box.h = Math.max(...xs.map((s) => s.y1)) + 12 - box.y;
  }

  function put(i, letter) {
    if (letters[i] === letter) return;
    letters[i] = letter;
    dirty.add(seats[i].s);
  }

  /* ---- drawing ------------------------------------------------------------------------------------------------ */

  const square = (x, y, h, r) => plain ? `M${x - h} ${y - h}h${2 * h}v${2 * h}h${-2 * h}z`
    : `M${x - h + r} ${y - h}h${2 * (h - r)}a${r} ${r} 0 0 1 ${r} ${r}v${2 * (h - r)}a${r} ${r} 0 0 1 ${-r} ${r}h${-2 * (h - r)}a${r} ${r} 0 0 1 ${-r} ${-r}v${-2 * (h - r)}a${r} ${r} 0 0 1 ${r} ${-r}z`;
  const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

  function draw() {
    svg = el('svg', { viewBox: `${box.x} ${box.y} ${box.w} ${box.h}`, preserveAspectRatio: 'xMidYMid meet', 'aria-hidden': 'true' });
    const mid = box.x + box.w / 2, stage = Math.min(box.w * 0.42, 260);
    svg.append(el('path', { class: 'm-stage', d: `M${mid - stage / 2} ${box.y + 4}h${stage}l-9 17h${-(stage - 18)}z` }));
    big = Math.min(16, Math.max(6.5, box.w / 60));
    label('m-label', mid, box.y + 12.5 + big / 3, t.tStage);
    layers = sections.map((section, s) => {
      const g = el('g', {}), paths = {};
      for (let k = 0; k < plan.grades.length; k++) paths['a' + k] = g.appendChild(el('path', { class: `m-free m-${k % 5}`, 'data-grade': k }));
      paths.h = g.appendChild(el('path', { class: 'm-held' }));
      paths.s = g.appendChild(el('path', { class: 'm-sold' }));
      paths.b = g.appendChild(el('path', { class: 'm-blocked' }));
      paths.acc = g.appendChild(el('path', { class: 'm-acc' }));
      svg.append(g);
      if (sections.length > 1 && section.seats.length) label('m-label', (section.x0 + section.x1) / 2, section.y0 - 7, plan.sections[s]);
      return paths;
    });
    if (!plain) for (const row of rows.values()) label('m-row', seats[row[0]].x - 7, seats[row[0]].y + 1.7, seats[row[0]].row);
    layers.mine = svg.appendChild(el('path', { class: 'm-mine' }));
    layers.tick = svg.appendChild(el('path', { class: 'm-tick' }));
    layers.best = svg.appendChild(el('path', { class: 'm-best' }));
    layers.lost = svg.appendChild(el('path', { class: 'm-lost' }));
    layers.cursor = svg.appendChild(el('path', { class: 'm-cursor' }));
    map.prepend(svg);
    map.style.height = Math.min(innerHeight * 0.7, Math.max(300, map.clientWidth * box.h / box.w + 16)) + 'px';
    sections.forEach((_, s) => dirty.add(s));
    paint();
    basket();
    map.dataset.ready = 'yes';
  }

  function label(kind, x, y, text) {
    const e = svg.appendChild(el('text', { class: kind, x, y }));
    if (kind === 'm-label') e.style.fontSize = big + 'px';
    e.textContent = text;
  }

  let painting = 0;
  function repaint() { if (!painting) painting = requestAnimationFrame(() => { painting = 0; paint(); }); }

  function paint() {
    const own = new Set(mine);
    for (const s of dirty) {
      const d = { h: '', s: '', b: '', acc: '' };
      plan.grades.forEach((_, k) => { d['a' + k] = ''; });
      for (const i of sections[s].seats) {
        if (own.has(i)) continue;
        const { x, y, g, acc } = seats[i];
        switch (letters[i]) {
          case 'a': d['a' + g] += square(x, y, 4, 1.8); if (acc) d.acc += circle(x, y, 2); break;
          case 'h': d.h += square(x, y, 3.4, 1.4); break;
          case 's': d.s += `M${x - 2} ${y - 2}l4 4m0-4l-4 4`; break;
          default: d.b += `M${x - 2} ${y}h4`;
        }
      }
      for (const key in d) layers[s][key].setAttribute('d', d[key]);
    }
    dirty.clear();
    layers.mine.setAttribute('d', mine.map((i) => circle(seats[i].x, seats[i].y, 4.6)).join(''));
    layers.tick.setAttribute('d', mine.map((i) => `M${seats[i].x - 2} ${seats[i].y + .1}l1.500 1.600 2.700-3`).join(''));
    layers.cursor.setAttribute('d', cursor < 0 ? '' : square(seats[cursor].x, seats[cursor].y, 6, 2.4));
  }

  function flash(layer, list, ms) {
    layer.setAttribute('d', list.map((i) => square(seats[i].x, seats[i].y, 5.6, 2)).join(''));
    if (ms) setTimeout(() => layer.setAttribute('d', ''), ms);
  }

  /* ---- choosing ----------------------------------------------------------------------------------------------- */

  function toggle(i) {
    layers.best.setAttribute('d', '');
    if (mine.includes(i)) mine = mine.filter((m) => m !== i);
    else if (letters[i] !== 'a') return say(words(i));
    else if (mine.length >= LIMIT) return say(t.tLimit);
    else mine.push(i);
    dirty.add(seats[i].s);
    repaint(); basket();
    say($('alone').hidden ? words(i) : t.tAlone);
  }

  function choose(list) {
    mine.forEach((i) => dirty.add(seats[i].s));
    mine = list.filter((i) => i >= 0 && i < seats.length && letters[i] === 'a').slice(0, LIMIT);
    mine.forEach((i) => dirty.add(seats[i].s));
    repaint(); basket();
    if (mine.length) { look(mine); say(mine.map(name).join('; ')); }
  }

  /* A free seat with nothing free on either side, and one of ours beside it. */
  function leavesOneAlone() {
    const free = (row, k) => k >= 0 && k < row.length && letters[row[k]] === 'a' && !mine.includes(row[k]);
    const beside = (row, a, b) => a >= 0 && b < row.length && Math.abs(seats[row[b]].x - seats[row[a]].x) <= 13;
    for (const i of mine) {
      const row = rows.get(seats[i].s + ':' + seats[i].row), at = row.indexOf(i);
      for (const step of [-1, 1]) {
        const k = at + step;
        const next = step < 0 ? beside(row, k, at) : beside(row, at, k);
        if (next && free(row, k)) {
          const far = k + step, joined = step < 0 ? beside(row, far, k) : beside(row, k, far);
          if (!joined || !free(row, far)) return true;
        }
      }
    }
    return false;
  }

  function basket() {
    $('alone').hidden = t.alone === 'OFF' || !leavesOneAlone();
    const list = $('basket');
    list.replaceChildren(...mine.map((i) => {
      const li = document.createElement('li'), dot = document.createElement('span'), text = document.createElement('span'), cost = document.createElement('span'), drop = document.createElement('button'), input = document.createElement('input');
      dot.className = 'dot g' + (seats[i].g % 5);
      const strong = document.createElement('b'), small = document.createElement('span');
      strong.textContent = name(i); small.className = 'muted small'; small.textContent = ' ' + plan.grades[seats[i].g].name;
      text.append(strong, small);
      cost.className = 'num'; cost.textContent = podo.won(price(i));
      drop.type = 'button'; drop.className = 'drop'; drop.textContent = '×'; drop.setAttribute('aria-label', podo.fill(t.tDrop, name(i)));
      drop.addEventListener('click', () => { toggle(i); map.focus(); });
      input.type = 'hidden'; input.name = 'seat'; input.value = i + 1;
      li.append(dot, text, cost, drop, input);
      return li;
    }));
    $('count').textContent = podo.fill(t.tCount, mine.length, LIMIT);
    $('sum').textContent = podo.won(mine.reduce((sum, i) => sum + price(i), 0));
    $('sum-line').hidden = mine.length === 0;
    $('nothing').hidden = mine.length > 0;
    $('go').disabled = mine.length === 0;
    const url = new URL($('to-list').href);
    url.searchParams.delete('seat');
    seqs().forEach((s) => url.searchParams.append('seat', s));
    $('to-list').href = url;
  }

  async function best(count, grade) {
    const found = await json(t.best + '?count=' + count + (grade ? '&grade=' + encodeURIComponent(grade) : ''));
    return found.seats.map((s) => (s.id % 1000000) - 1);
  }

  $('best').addEventListener('submit', async (e) => {
    e.preventDefault();
    try {
      const list = await best($('best-count').value, $('best-grade').value);
      if (list.length) choose(list); else say(t.tNone);
    } catch (error) { e.target.submit(); }
  });

  /* Somebody was quicker: the seat flips at once, the rest of the choice stays, the next best are shown. */
  async function lost(list) {
    const count = mine.length;
    mine = mine.filter((i) => !list.includes(i));
    list.forEach((i) => dirty.add(seats[i].s));
    repaint(); basket();
    flash(layers.lost, list, 6000);
    const text = podo.fill(t.tLost, list.map(name).join('; '));
    say(text);
    const note = document.createElement('p');
    note.className = 'note bad'; note.textContent = text;
    $('answer').replaceChildren(note);
    try {
      const next = await best(Math.min(count, LIMIT), '');
      if (next.length) flash(layers.best, next, 0);
    } catch (e) { /* the map shows what is free */ }
  }

  document.body.addEventListener('htmx:beforeRequest', (e) => { if (e.target.id === 'hold') submitting = true; });
  document.body.addEventListener('htmx:afterRequest', (e) => { if (e.target.id === 'hold') setTimeout(() => { submitting = false; }, 3000); });
  document.body.addEventListener('htmx:afterSwap', (e) => {
    const refusal = $('refusal');
    if (e.target.id !== 'answer' || !refusal) return;
    $('attempt').value = refusal.dataset.attempt;
    const gone = refusal.dataset.lost.split(',').filter(Boolean).map((s) => s - 1);
    gone.forEach((i) => { if (letters[i] === 'a') put(i, 'h'); });
    mine = mine.filter((i) => !gone.includes(i));
    gone.forEach((i) => dirty.add(seats[i].s));
    repaint(); basket();
    flash(layers.lost, gone, 6000);
    const next = refusal.dataset.next.split(',').filter(Boolean).map((s) => s - 1);
    if (next.length) flash(layers.best, next, 0);
    $('take-next')?.addEventListener('click', (click) => { click.preventDefault(); $('answer').replaceChildren(); layers.best.setAttribute('d', ''); choose(next); $('go').focus(); });
  });

  $('grades').addEventListener('change', (e) => {
    const k = e.target.dataset.grade;
    if (e.target.checked) off.delete(k); else off.add(k);
    svg.querySelectorAll('[data-grade]').forEach((p) => p.classList.toggle('m-off', off.has(p.dataset.grade)));
  });

  /* ---- news --------------------------------------------------------------------------------------------------- */

  function delta(d) {
    if (d.from > version + 1) return snapshot();
    if (d.v <= version) return;
    version = d.v;
    const taken = [];
    for (const part of d.d.split(',')) {
      if (!part) continue;
      const i = Number(part.slice(0, -1)) - 1, letter = part.slice(-1);
      if (i < 0 || i >= letters.length) return snapshot();
      put(i, letter);
      if (letter !== 'a' && mine.includes(i) && !submitting) taken.push(i);
    }
    repaint();
    if (taken.length) lost(taken);
  }

  let again = 0;
  async function snapshot() {
    clearTimeout(again);
    try {
      const state = await json(t.state);
      if (state.s.length !== letters.length) return location.reload();
      version = state.v;
      for (let i = 0; i < letters.length; i++) put(i, state.s[i]);
      const taken = submitting ? [] : mine.filter((i) => letters[i] !== 'a');
      repaint();
      if (taken.length) lost(taken);
    } catch (e) { clearTimeout(again); again = setTimeout(snapshot, podo.jitter(3000)); }
  }

  let source = null, failures = 0, timer = 0, opened = false;
  function connect() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(t.stream);
    source.addEventListener('open', () => { failures = 0; if (opened) snapshot(); opened = true; });
    source.addEventListener('delta', (e) => delta(JSON.parse(e.data)));
    source.onerror = () => {
      source.close();
      failures += 1;
      if (failures <= 2) timer = setTimeout(connect, podo.jitter(800)); else poll();
    };
  }
  /* No stream to be had: the state every few seconds, and now and then another try. */
  function poll() {
    snapshot();
    timer = setTimeout(++failures % 8 === 0 ? connect : poll, podo.jitter(5000));
  }
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible' && plan) { failures = 0; connect(); } });
  window.addEventListener('pagehide', () => source?.close());

  /* Who chooses is not silent: without a word for a minute the line would give this place inside to the next. */
  async function alive() {
    if (document.visibilityState === 'visible') await fetch(`/events/${t.event}/queue/me`).catch(() => {});
    setTimeout(alive, podo.jitter(20000));
  }
  setTimeout(alive, podo.jitter(20000));

  /* ---- looking ------------------------------------------------------------------------------------------------ */

  function place() {
    const w = map.clientWidth, h = map.clientHeight;
    tx = Math.min(w * 0.5, Math.max(w * 0.5 - w * scale, tx));
    ty = Math.min(h * 0.5, Math.max(h * 0.5 - h * scale, ty));
    svg.style.transform = `translate(${tx}px,${ty}px) scale(${scale})`;
  }

  function zoom(factor, cx, cy) {
    const next = factor === 0 ? 1 : Math.min(16, Math.max(1, scale * factor));
    if (factor === 0 || next === 1) { scale = 1; tx = 0; ty = 0; } else {
      tx = cx - (cx - tx) * (next / scale); ty = cy - (cy - ty) * (next / scale); scale = next;
    }
    place();
  }

  /* Pixels per plan unit at scale 1, and where the plan begins. */
  function fit() {
    const w = map.clientWidth, h = map.clientHeight, k = Math.min(w / box.w, h / box.h);
    return { k, x: (w - box.w * k) / 2, y: (h - box.h * k) / 2 };
  }
  function toPlan(px, py) {
    const f = fit();
    return { x: ((px - tx) / scale - f.x) / f.k + box.x, y: ((py - ty) / scale - f.y) / f.k + box.y };
  }
  function look(list) {
    const f = fit(), x = list.reduce((s, i) => s + seats[i].x, 0) / list.length, y = list.reduce((s, i) => s + seats[i].y, 0) / list.length;
    const want = Math.max(1, Math.min(16, 24 / (10 * f.k)));
    if (scale < want) scale = want;
    tx = map.clientWidth / 2 - ((x - box.x) * f.k + f.x) * scale; ty = map.clientHeight / 2 - ((y - box.y) * f.k + f.y) * scale;
    place();
  }
  function hit(px, py) {
    const p = toPlan(px, py);
    let found = -1, near = 49;
    for (let gx = -1; gx <= 1; gx++) for (let gy = -1; gy <= 1; gy++) {
      for (const i of grid.get((Math.floor(p.x / 10) + gx) + ':' + (Math.floor(p.y / 10) + gy)) || []) {
        const d = (seats[i].x - p.x) ** 2 + (seats[i].y - p.y) ** 2;
        if (d < near) { near = d; found = i; }
      }
    }
    return found;
  }

  const pointers = new Map();
  let moved = 0, apart = 0;
  const at = (e) => { const r = map.getBoundingClientRect(); return { x: e.clientX - r.left, y: e.clientY - r.top }; };
  map.addEventListener('pointerdown', (e) => {
    if (e.target.closest('.zoom') || !plan) return;
    pointers.set(e.pointerId, at(e));
    moved = pointers.size > 1 ? 99 : 0;
    apart = 0;
  });
  map.addEventListener('pointermove', (e) => {
    if (!plan) return;
    const p = at(e), last = pointers.get(e.pointerId);
    if (!last) {
      if (e.pointerType === 'mouse') { const i = hit(p.x, p.y); $('tip').textContent = i < 0 ? '' : words(i); map.style.cursor = i >= 0 && letters[i] === 'a' ? 'pointer' : ''; }
      return;
    }
    moved += Math.abs(p.x - last.x) + Math.abs(p.y - last.y);
    if (moved > 6 && !map.hasPointerCapture(e.pointerId)) map.setPointerCapture(e.pointerId);
    pointers.set(e.pointerId, p);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()], now = Math.hypot(a.x - b.x, a.y - b.y);
      if (apart) zoom(now / apart, (a.x + b.x) / 2, (a.y + b.y) / 2);
      apart = now;
    } else if (moved > 6) { map.classList.add('drag'); tx += p.x - last.x; ty += p.y - last.y; place(); }
  });
  function up(e) {
    const p = pointers.get(e.pointerId);
    pointers.delete(e.pointerId);
    map.classList.remove('drag');
    if (!p || moved > 6 || e.type === 'pointercancel') return;
    const i = hit(p.x, p.y), pitch = 10 * fit().k * scale;
    // a finger is wider than a small seat: come nearer first
    if (e.pointerType === 'touch' && pitch < 20 && i >= 0) { zoom(28 / pitch, p.x, p.y); return say(words(i)); }
    if (i >= 0) { cursor = i; toggle(i); repaint(); }
  }
  map.addEventListener('pointerup', up);
  map.addEventListener('pointercancel', up);
  map.addEventListener('wheel', (e) => {
    if (!e.ctrlKey && scale === 1) return;
    e.preventDefault();
    const p = at(e);
    if (e.ctrlKey) zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2, p.x, p.y); else { tx -= e.deltaX; ty -= e.deltaY; place(); }
  }, { passive: false });
  map.querySelector('.zoom').addEventListener('click', (e) => {
    const button = e.target.closest('button');
    if (button) zoom(Number(button.dataset.zoom), map.clientWidth / 2, map.clientHeight / 2);
  });
  window.addEventListener('resize', () => { if (plan) place(); });

  function step(dx, dy) {
    if (cursor < 0) { cursor = letters.indexOf('a'); if (cursor < 0) cursor = 0; return; }
    const from = seats[cursor];
    let found = -1, best = 1e9;
    seats.forEach((s, i) => {
      const x = s.x - from.x, y = s.y - from.y, along = x * dx + y * dy, across = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 2 || (dx && across > 6 && s.row !== from.row)) return;
      const cost = along + across * 3;
      if (cost < best) { best = cost; found = i; }
    });
    if (found >= 0) cursor = found;
  }
  map.addEventListener('keydown', (e) => {
    if (!plan || e.target !== map || e.ctrlKey || e.metaKey || e.altKey) return;
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (moves[e.key]) { step(...moves[e.key]); repaint(); inView(); say(words(cursor)); }
    else if (e.key === ' ' || e.key === 'Enter') { if (cursor >= 0) toggle(cursor); }
    else if (e.key === '+' || e.key === '=') zoom(1.5, map.clientWidth / 2, map.clientHeight / 2);
    else if (e.key === '-') zoom(1 / 1.5, map.clientWidth / 2, map.clientHeight / 2);
    else if (e.key === '0') zoom(0);
    else if (e.key.toLowerCase() === 'l') location.assign($('to-list').href);
    else return;
    e.preventDefault();
  });
  function inView() {
    const f = fit(), px = ((seats[cursor].x - box.x) * f.k + f.x) * scale + tx, py = ((seats[cursor].y - box.y) * f.k + f.y) * scale + ty;
    if (px < 20 || py < 20 || px > map.clientWidth - 20 || py > map.clientHeight - 20) look([cursor]);
  }

  load().catch(() => { location.assign($('to-list').href); });
})();
