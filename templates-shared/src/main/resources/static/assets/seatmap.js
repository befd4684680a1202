/* The live seat map: one path per section and state, news by seatnews.js, pan and zoom by CSS transform. */
(function () {
  'use strict';
  const map = document.getElementById('map');
  if (!map) return;
  const podo = window.podo, t = map.dataset, NS = 'http://www.w3.org/2000/svg';
  const $ = (id) => document.getElementById(id);
  const el = (name, attrs) => { const e = document.createElementNS(NS, name); for (const k in attrs) e.setAttribute(k, attrs[k]); return e; };
  const LIMIT = Number(t.limit), STATES = { a: t.tFree, h: t.tHeld, s: t.tSold, b: t.tBlocked };

  let plan = null, letters, seats, grid, rows, sections, svg, layers, mine = [], cursor = -1, dirty = new Set(), off = new Set();
  let box, big = 7, scale = 1, tx = 0, ty = 0, submitting = false, plain = false;

  const seqs = () => mine.map((i) => i + 1);
  const sum = () => mine.reduce((all, i) => all + price(i), 0);
  const price = (i) => plan.grades[seats[i].g].price;
  const name = (i) => podo.fill(t.tSeat, plan.sections[seats[i].s], seats[i].row, seats[i].n);
  const say = (text) => { $('said').textContent = text; $('tip').textContent = text; };
  const words = (i) => name(i) + ', ' + plan.grades[seats[i].g].name + ' ' + podo.won(price(i)) + ', '
    + (mine.includes(i) ? t.tMine : STATES[letters[i]]) + (seats[i].acc ? ', ' + t.tAccessible : '');

  /* ---- data -------------------------------------------------------------------------------------------------- */

  const sheet = (version) => {
    const url = new URL(t.layout, location.href);
    if (version) url.searchParams.set('v', version);
    return news.json(url);
  };

  /* The whole state, and with it the plan it belongs to: another layout is another hall, or other prices. */
  async function state(now) {
    let of = plan || await first;
    if (now.layout && now.layout !== of.version) of = await sheet(now.layout);
    if (of.seats.length !== now.s.length) throw new Error('a state of another plan');
    if (of !== plan) return lay(of, now.s);
    for (let i = 0; i < letters.length; i++) put(i, now.s[i]);
    repaint();
    missing();
  }

  function delta(changes) {
    for (const [i, letter] of changes) if (i in letters) put(i, letter);
    repaint();
    missing();
  }

  /* A new plan under an open page: what was chosen is found again by what stands on the seats. */
  function lay(fresh, text) {
    const anew = plan !== null, back = (i) => plan.sections[seats[i].s] + '|' + seats[i].row + '|' + seats[i].n;
    const chosen = new Set(anew ? mine.map(back) : []), before = anew ? sum() : 0;
    plan = fresh;
    seats = plan.seats.map((s) => ({ s: s[1], row: s[2], n: s[3], g: s[4], acc: s[5] === 1, x: s[6], y: s[7] }));
    letters = text.split('');
    mine = anew ? seats.map((_, i) => i).filter((i) => chosen.has(back(i))) : [];
    cursor = -1;
    plain = seats.length > 6000;
    index();
    draw();
    if (!anew) return;
    prices();
    note('warn', before === sum() ? t.tChanged : podo.fill(t.tPrices, podo.won(sum())));
    missing();
  }

  /* The prices that the page itself shows. */
  function prices() {
    plan.grades.forEach((grade, k) => {
      const chip = $('grades').querySelector(`[data-grade="${k}"]`)?.closest('label'), option = [...$('best-grade').options].find((o) => o.value === grade.name);
      if (chip) { chip.querySelector('b').textContent = grade.name; chip.querySelector('.num').textContent = podo.won(grade.price); }
      if (option) option.textContent = grade.name + ' ' + podo.won(grade.price);
    });
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
    svg?.remove();
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
    if (!plain) for (const row of rows.values()) rowLabel(row);
    layers.mine = svg.appendChild(el('path', { class: 'm-mine' }));
    layers.tick = svg.appendChild(el('path', { class: 'm-tick' }));
    layers.best = svg.appendChild(el('path', { class: 'm-best' }));
    layers.lost = svg.appendChild(el('path', { class: 'm-lost' }));
    layers.cursor = svg.appendChild(el('path', { class: 'm-cursor' }));
    map.prepend(svg);
    map.style.height = Math.min(innerHeight * 0.7, Math.max(300, map.clientWidth * box.h / box.w + 16)) + 'px';
    dirty = new Set(sections.keys());
    paint();
    place();
    basket();
    map.dataset.ready = 'yes';
  }

  const rowLabel = (row) => label('m-row', seats[row[0]].x - 7, seats[row[0]].y + 1.7, seats[row[0]].row);

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
    $('sum').textContent = podo.won(sum());
    $('sum-line').hidden = mine.length === 0;
    $('nothing').hidden = mine.length > 0;
    $('go').disabled = mine.length === 0;
    const url = new URL($('to-list').href);
    url.searchParams.delete('seat');
    seqs().forEach((s) => url.searchParams.append('seat', s));
    $('to-list').href = url;
  }

  async function best(count, grade, maxPrice) {
    const url = new URL(t.best, location.href);
    url.searchParams.set('count', count);
    if (grade) url.searchParams.set('grade', grade);
    if (maxPrice) url.searchParams.set('maxPrice', maxPrice);
    return (await news.json(url)).seats.map((s) => (s.id % 1000000) - 1);
  }

  /* As many as were chosen, of the grade that was lost and no dearer; any when there are none. */
  async function alike(count, gone) {
    const grades = new Set(gone.map((i) => plan.grades[seats[i].g].name));
    const same = await best(count, grades.size === 1 ? [...grades][0] : '', Math.max(...gone.map(price)));
    return same.length ? same : best(count, '', '');
  }

  $('best').addEventListener('submit', async (e) => {
    e.preventDefault();
    try {
      const list = await best($('best-count').value, $('best-grade').value, $('best-price').value);
      if (list.length) choose(list); else say(t.tNone);
    } catch (error) { e.target.submit(); }
  });

  function note(kind, text) {
    const box = document.createElement('div'), words = document.createElement('p');
    box.className = 'note ' + kind; words.textContent = text;
    box.append(words);
    $('tip').textContent = text;
    $('answer').replaceChildren(box);
    return box;
  }

  /* What is chosen and no longer free: gone to somebody else, unless our own hold is on its way. */
  function missing() {
    const taken = submitting ? [] : mine.filter((i) => letters[i] !== 'a');
    if (taken.length) lost(taken);
  }

  function drop(list) {
    mine = mine.filter((i) => !list.includes(i));
    list.forEach((i) => dirty.add(seats[i].s));
    repaint(); basket();
    flash(layers.lost, list, 6000);
  }

  /* Somebody was quicker: the seat flips at once, the rest of the choice stays, the next best are shown. */
  async function lost(list) {
    const count = mine.length;
    drop(list);
    const box = note('bad', podo.fill(t.tLost, list.map(name).join('; ')));
    try {
      const next = await alike(Math.min(count, LIMIT), list);
      if (!next.length || !box.isConnected) return;
      const words = document.createElement('p'), take = document.createElement('button');
      words.textContent = t.tNext + ' ' + next.map(name).join('; ');
      take.type = 'button'; take.id = 'take-next'; take.className = 'btn small'; take.textContent = t.tTake;
      box.append(words, take);
      offer(next);
    } catch (e) { /* the map shows what is free */ }
  }

  function offer(next) {
    flash(layers.best, next, 0);
    $('take-next')?.addEventListener('click', (click) => { click.preventDefault(); $('answer').replaceChildren(); layers.best.setAttribute('d', ''); choose(next); $('go').focus(); });
  }

  document.body.addEventListener('htmx:beforeRequest', (e) => { if (e.target.id === 'hold') submitting = true; });
  // a hold that came through leads away from here, and until then our own seats read as held
  document.body.addEventListener('htmx:afterRequest', (e) => { if (e.target.id === 'hold' && !e.detail.successful) setTimeout(() => { submitting = false; missing(); }, 0); });
  window.addEventListener('pageshow', (e) => { if (e.persisted) location.reload(); });
  document.body.addEventListener('htmx:afterSwap', (e) => {
    const refusal = $('refusal');
    if (e.target.id !== 'answer' || !refusal) return;
    $('attempt').value = refusal.dataset.attempt;
    const gone = refusal.dataset.lost.split(',').filter(Boolean).map((s) => s - 1);
    gone.forEach((i) => { if (letters[i] === 'a') put(i, 'h'); });
    drop(gone);
    const next = refusal.dataset.next.split(',').filter(Boolean).map((s) => s - 1);
    if (next.length) offer(next);
  });

  $('grades').addEventListener('change', (e) => {
    const k = e.target.dataset.grade;
    if (e.target.checked) off.delete(k); else off.add(k);
    svg.querySelectorAll('[data-grade]').forEach((p) => p.classList.toggle('m-off', off.has(p.dataset.grade)));
  });

  /* ---- looking ------------------------------------------------------------------------------------------------ */

  function place() {
    const w = map.clientWidth, h = map.clientHeight;
    tx = Math.min(w * 0.5, Math.max(w * 0.5 - w * scale, tx));
    ty = Math.min(h * 0.5, Math.max(h * 0.5 - h * scale, ty));
    svg.style.transform = `translate(${tx}px,${ty}px) scale(${scale})`;
  }

  function zoom(factor, cx, cy) {
    const next = factor === 0 ? 1 : Math.min(nearest(), Math.max(1, scale * factor));
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
  /* So near that a seat of the widest hall is as large as a finger. */
  const nearest = () => Math.max(16, 4 / fit().k);
  const pitch = () => 10 * fit().k * scale;
  function toPlan(px, py) {
    const f = fit();
    return { x: ((px - tx) / scale - f.x) / f.k + box.x, y: ((py - ty) / scale - f.y) / f.k + box.y };
  }
  function look(list) {
    const f = fit(), x = list.reduce((s, i) => s + seats[i].x, 0) / list.length, y = list.reduce((s, i) => s + seats[i].y, 0) / list.length;
    scale = Math.max(scale, Math.min(nearest(), 24 / (10 * f.k)), 1);
    centre(x, y);
  }
  function centre(x, y) {
    const f = fit();
    tx = map.clientWidth / 2 - ((x - box.x) * f.k + f.x) * scale; ty = map.clientHeight / 2 - ((y - box.y) * f.k + f.y) * scale;
    place();
  }
  /* A hall so large that its seats are dots: first a section, then a seat. */
  function open(s) {
    const part = sections[s], f = fit(), w = (part.x1 - part.x0 + 40) * f.k, h = (part.y1 - part.y0 + 40) * f.k;
    scale = Math.max(1, Math.min(nearest(), map.clientWidth / w, map.clientHeight / h));
    centre((part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2);
    if (plain && !part.labelled) { part.labelled = true; new Set(part.seats.map((i) => s + ':' + seats[i].row)).forEach((row) => rowLabel(rows.get(row))); }
    map.dataset.open = plan.sections[s];
    say(podo.fill(t.tSection, plan.sections[s], part.seats.filter((i) => letters[i] === 'a').length, part.seats.length));
  }
  function sectionAt(px, py) {
    const p = toPlan(px, py);
    return sections.findIndex((s) => p.x > s.x0 - 18 && p.x < s.x1 + 18 && p.y > s.y0 - 18 && p.y < s.y1 + 18);
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
    const i = hit(p.x, p.y);
    const s = pitch() < 7 && sections.length > 1 ? sectionAt(p.x, p.y) : -1;
    if (s >= 0) return open(s);
    // a finger is wider than a small seat: come nearer first
    if (e.pointerType === 'touch' && pitch() < 20 && i >= 0) { zoom(28 / pitch(), p.x, p.y); return say(words(i)); }
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

  const news = podo.seatNews({ state: t.state, stream: t.stream }, { state, delta, unreachable: () => location.assign($('to-list').href) });
  const first = sheet();
  first.catch(() => { /* said by the first state that waits for it */ });
})();
