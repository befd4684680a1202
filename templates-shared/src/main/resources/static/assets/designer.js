/* Entry of the seat-plan designer: joins plan, drawing, table, pointer and files. */
import { countSeats, faultsOf, paintedGrades } from './designer/checks.js';
import { Drawing } from './designer/drawing.js';
import { added, moved, removed, withObject, withSection } from './designer/edits.js';
import { readFile, savePlan, wordsOf } from './designer/files.js';
import { roomBehind, roomInFront, sectionOf } from './designer/generate.js';
import { Panel } from './designer/panel.js';
import { followPointer } from './designer/pointer.js';
import { ofObject, ofSections } from './designer/selection.js';
import { Store } from './designer/store.js';
import { Tracing } from './designer/tracing.js';
import { Viewport } from './seats/viewport.js';
import { fill } from './shared/format.js';
import { getJson } from './shared/http.js';

const FARTHEST = 20000; // as PlanCheck of the event service
const MOST_CURVE = 100;
const byId = (id) => document.getElementById(id);
const page = byId('designer');
const { dataset: texts } = page;
const board = byId('board');
const sheet = byId('sheet');
const drawing = new Drawing(sheet, texts.tStage);
const viewport = new Viewport(() => ({ w: board.clientWidth, h: board.clientHeight }), (transform) => { sheet.style.transform = transform; });

function say(...lines) {
  byId('said').textContent = lines.join(' ');
}

const labelOf = (member) => document.querySelector(`.d-form label:has([name="${member}"]) > span`)?.textContent || '';

function start({ version, ...plan }) {
  let opened = version;
  let frame = 0;
  const store = new Store(plan, ({ plan: differs }) => {
    if (differs) checkSoon();
    if (!frame) frame = requestAnimationFrame(() => { frame = 0; show(); });
  });
  const painted = paintedGrades(plan);
  if (painted.length) byId('grades').value = painted.join(', ');
  const panel = new Panel(store, {
    seats: (count) => fill(texts.tSeats, count.toLocaleString('en-US')),
    shape: (kind) => texts['tShape' + kind],
  });

  function grades() {
    const typed = byId('grades').value.split(',').map((name) => name.trim()).filter(Boolean);
    return [...new Set([...typed, ...paintedGrades(store.plan)])];
  }

  /* In a painted plan everything has a grade. */
  const usualGrade = () => (paintedGrades(store.plan).length ? grades()[0] : '');

  function show() {
    const names = grades();
    drawing.show({ plan: store.plan, selection: store.selection, grades: names, seats: countSeats(store.plan) });
    document.querySelectorAll('select[name=grade]').forEach((select) => showGrades(select, names));
    panel.show();
    byId('undo').disabled = !store.past.length;
    byId('redo').disabled = !store.future.length;
    byId('unsaved').hidden = store.isSaved();
    if (!texts.ready) requestAnimationFrame(() => setTimeout(() => { texts.drawn = Math.round(performance.now()); texts.ready = 'yes'; }));
  }

  function showGrades(select, names) {
    if (select.dataset.names === names.join('\n')) return;
    select.dataset.names = names.join('\n');
    const { value } = select;
    select.replaceChildren(select.options[0], ...names.map((name) => new Option(name, name)));
    select.value = value;
  }

  let waiting = 0;
  function checkSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const faults = faultsOf(store.plan).map(({ kind, args }) => fill(texts['tFault' + kind], ...args));
      byId('faults').replaceChildren(...faults.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
      byId('no-faults').hidden = faults.length > 0;
    }, 250);
  }

  const actions = {
    mode: () => document.querySelector('[name=mode]:checked').value,
    step: () => (byId('snap').checked ? 5 : 1),
    snapped: (distance) => (byId('snap').checked ? Math.round(distance / 5) * 5 : Math.round(distance * 10) / 10),
    move: (dx, dy) => (dx || dy ? store.change(moved(store.plan, store.selection, dx, dy)) : store.show(store.plan, store.selection)),
    remove: () => store.change(removed(store.plan, store.selection)),
    undo: () => { if (!store.undo()) say(texts.tNoUndo); },
    redo: () => { if (!store.redo()) say(texts.tNoUndo); },
    turn(by) {
      const { selection: now, plan: before } = store;
      if (now.kind === 'sections') {
        store.change(now.list.reduce((next, s) => withSection(next, s, { rotation: before.sections[s].rotation + by }), before));
      } else if (now.kind === 'object' && now.of === 'shapes') {
        store.change(withObject(before, now.of, now.index, { rotation: before.shapes[now.index].rotation + by }));
      }
    },
  };
  followPointer({ board, store, drawing, viewport, actions });
  const tracing = new Tracing({
    canvas: byId('trace'), file: byId('picture'), opacity: byId('opacity'), width: byId('picture-width'), remove: byId('no-picture'),
  }, viewport, () => say(texts.tNoPicture));
  const fit = () => {
    viewport.show(drawing.frame(store.plan));
    tracing.place();
  };

  byId('undo').addEventListener('click', actions.undo);
  byId('redo').addEventListener('click', actions.redo);
  byId('grades').addEventListener('change', show);
  document.querySelector('.zoom').addEventListener('click', (e) => {
    const factor = Number(e.target.dataset.zoom);
    if (e.target.dataset.zoom === '0') { fit(); show(); }
    if (e.target.dataset.zoom) viewport.zoom(factor);
  });
  window.addEventListener('resize', () => {
    viewport.place();
    tracing.place();
  });

  byId('add').addEventListener('click', ({ target }) => {
    const { kind } = target.dataset;
    if (!kind) return;
    const [width, height] = [kind === 'STAGE' ? 120 : 60, 30];
    const { x, y } = kind === 'STAGE' ? roomInFront(store.plan, width, height) : roomBehind(store.plan);
    const place = { x, y, width, height };
    const of = kind === 'AREA' ? 'areas' : 'shapes';
    const what = kind === 'AREA'
      ? { name: `${texts.tShapeAREA} ${store.plan.areas.length + 1}`, capacity: 80, ...place, grade: usualGrade() }
      : { kind, text: kind === 'STAGE' ? '' : texts['tShape' + kind], ...place, rotation: 0, round: false };
    store.change(added(store.plan, of, what), ofObject(of, store.plan[of].length));
    fit();
  });

  // the form is not there for who may only read the plan
  byId('generate')?.addEventListener('submit', (e) => {
    e.preventDefault();
    const typed = Object.fromEntries(new FormData(e.target));
    const number = (name, usual) => (typed[name]?.trim() ? Number(typed[name]) : usual);
    const list = (text) => (text || '').split(/[,\s]+/).filter(Boolean);
    const counts = [number('rows', 0), number('seatsPerRow', 0)];
    if (!typed.name.trim() || !counts.every((n) => Number.isInteger(n) && n >= 1 && n <= 300)) return say(texts.tCounts);
    const places = ['growth', 'x', 'y', 'rotation', 'curve'].map((name) => number(name, 0));
    if (!places.every((n) => Math.abs(n) <= FARTHEST) || Math.abs(places[4]) > MOST_CURVE) return say(texts.tNumbers);
    if ([...store.plan.sections, ...store.plan.areas].some(({ name }) => name === typed.name.trim())) {
      return say(fill(texts.tFaultsection, typed.name.trim()));
    }
    const room = roomBehind(store.plan);
    const section = sectionOf({
      name: typed.name.trim(), rows: counts[0], seatsPerRow: counts[1], growth: number('growth', 0),
      firstRow: (typed.firstRow.trim() || '1').toUpperCase(), clearLetters: Boolean(typed.clearLetters), numbering: typed.numbering,
      aislesAfter: list(typed.aislesAfter).map(Number), accessible: list(typed.accessible),
      grade: typed.grade || usualGrade(),
      x: number('x', room.x), y: number('y', room.y), rotation: number('rotation', 0), curve: number('curve', 0),
    });
    store.change(added(store.plan, 'sections', section), ofSections([store.plan.sections.length]));
    fit();
    return say(fill(texts.tAdded, section.name));
  });

  async function save(version) {
    byId('save').disabled = true;
    const sent = store.plan;
    const answer = await savePlan(texts.save, sent, version);
    byId('save').disabled = false;
    byId('conflict').hidden = answer.status !== 409;
    if (answer.status === 200) {
      opened = answer.body.version;
      store.markSaved(sent);
      return say(fill(texts.tSaved, opened));
    }
    if (answer.status === 409) byId('save-anyway').dataset.version = answer.body.version;
    return say(...wordsOf(answer, texts.tLost, sent, labelOf));
  }
  byId('save').addEventListener('click', () => save(opened));
  byId('save-anyway').addEventListener('click', (e) => save(Number(e.target.dataset.version)));
  byId('file').addEventListener('change', async ({ target }) => {
    const answer = await readFile(texts.read, target.files[0]);
    target.value = '';
    if (answer.status !== 200) return say(...wordsOf(answer, texts.tLost, null, labelOf));
    const { version: any, ...read } = answer.body;
    store.change(read);
    fit();
    return say(texts.tRead);
  });
  window.addEventListener('beforeunload', (e) => { if (!store.isSaved()) e.preventDefault(); });

  fit();
  checkSoon();
  show();
}

getJson(texts.plan).then(start).catch(() => say(texts.tLost));
