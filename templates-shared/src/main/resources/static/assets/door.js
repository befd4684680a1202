/* Entry for a gate: camera, typing, search, answers, undo, counts; with and without network. */
import { Camera } from './door/camera.js';
import { Gate } from './door/gate.js';
import { allowSound, seatText, showAnswer, showFound, showRows, timeText } from './door/show.js';
import { fill, number } from './shared/format.js';
import { keepPage } from './shared/offline.js';
import { remember, remembered } from './shared/storage.js';

const AGAIN = 3000; // ms in which the same code in the picture is the same ticket
const POLL = 5000;
const RELOAD = 120000;
const RELOAD_CHANGED = 15000; // ms between two loads of a list that changes and changes

const page = document.getElementById('door');
const words = page.dataset;
const url = '/door/' + words.event;
const at = (id) => document.getElementById(id);
const gateName = at('gate');
const gate = new Gate(Number(words.event), url, (what) => { if (what === 'login') at('over').hidden = false; else showState(); });
const camera = new Camera(at('picture'), words.worker, seen);
const READER = ['-worker', '/reader', '/picture', '/sampling', '/content', '/correction'].map((name) => words.worker.replace('-worker', name));
let last = { code: '', at: 0 };
let undoable = null;
let busy = false;
let loadedAt = -RELOAD_CHANGED;

gateName.value = gateName.value || remembered('localStorage', 'podo-gate') || words.gate;
gateName.addEventListener('change', () => remember('localStorage', 'podo-gate', gateName.value));

async function check(input, startedAt) {
  if (busy) return;
  busy = true;
  try {
    const answer = await gate.check(input, gateName.value.trim() || words.gate);
    showAnswer(at('answer'), answer, !answer.known, performance.now() - startedAt);
    // an entry that is older than the last scan is undone by whoever looks its ticket up, never by a second scan of a code
    const earlier = input.ticketId && answer.result === 'ALREADY_USED' && answer.usedBy;
    undoable = answer.result === 'VALID' ? answer : earlier ? { ...answer, id: answer.usedBy } : null;
    at('undo').hidden = !undoable;
    if (undoable) at('undo').textContent = fill(words.undo, seatText(answer.seat));
    refresh();
  } finally {
    busy = false;
  }
}

function seen(code, takenAt) {
  if (busy) return;
  const now = performance.now();
  const same = code === last.code && now - last.at < AGAIN;
  last = { code, at: now };
  if (!same) check({ code }, takenAt);
}

function showState() {
  const list = gate.list;
  const age = list ? list.ageAt(gate.clock.now()) : 0;
  at('loaded').textContent = list ? fill(words.loaded, number(list.size), timeText(list.at), fill(words.age, String(age))) : words.empty;
  at('aged').hidden = !list || gate.reachable;
  at('aged').textContent = list ? fill(words.aged, timeText(list.at), fill(words.age, String(age))) : '';
  at('network').textContent = gate.reachable ? words.online : words.offline;
  at('network').className = gate.reachable ? 'chip ok' : 'chip warn';
  at('unsent').textContent = gate.unsent > 0 ? fill(words.unsent, number(gate.unsent)) : '';
  if (list && !gate.keys) at('old').hidden = false;
}

async function refresh() {
  const summary = await gate.summary();
  showState(); // the list ages, with network and without
  if (gate.unsent > 0 && gate.reachable) await gate.send();
  if (!summary) return;
  at('over').hidden = true;
  at('counts').textContent = fill(words.counts, number(summary.admitted), number(summary.valid));
  showRows(at('gates'), summary.gates.map((one) => [one.gate, number(one.admitted)]));
  showConflicts(summary.conflicts);
  const mayLoad = performance.now() - loadedAt > RELOAD_CHANGED;
  if (mayLoad && (!gate.list || gate.list.isOlderThan(summary.version))) await loadList();
}

function showConflicts(conflicts) {
  const text = (one) => (one.usedAt
    ? fill(words.twice, seatText(one.seat), one.usedGate, timeText(one.usedAt), one.gate, timeText(one.at))
    : fill(words.wrongly, seatText(one.seat), one.gate, timeText(one.at)));
  at('conflicts').parentElement.hidden = conflicts.length === 0;
  at('conflicts').replaceChildren(...conflicts.map((one) => {
    const row = document.createElement('li');
    row.textContent = text(one);
    return row;
  }));
}

async function loadList() {
  loadedAt = performance.now();
  await gate.load();
  showState();
}

async function switchCamera() {
  allowSound();
  at('no-camera').hidden = true;
  if (camera.isOn) camera.stop();
  else {
    await camera.start().catch(() => {
      camera.stop();
      at('no-camera').hidden = false;
    });
  }
  at('picture').hidden = !camera.isOn;
  at('light').hidden = !camera.hasTorch;
  at('camera').textContent = camera.isOn ? words.stop : words.start;
}

function search() {
  const found = gate.list ? gate.list.search(at('search').value) : [];
  showFound(at('found'), found, gate.list, async (ticket) => {
    await check({ ticketId: ticket.id }, performance.now());
    search();
    at('answer').scrollIntoView({ block: 'center' }); // on a phone it is above what can be seen
  });
  at('nothing').hidden = found.length > 0 || at('search').value.trim() === '';
}

at('camera').addEventListener('click', switchCamera);
at('light').addEventListener('click', () => {
  const on = at('light').getAttribute('aria-pressed') !== 'true';
  camera.light(on).then(() => at('light').setAttribute('aria-pressed', String(on)));
});
at('typed').addEventListener('submit', (e) => {
  e.preventDefault();
  allowSound();
  const { code } = e.target.elements;
  if (code.value.trim()) check({ code: code.value.trim() }, performance.now());
  code.value = '';
  code.focus();
});
at('undo').addEventListener('click', async () => {
  const answer = undoable;
  undoable = null;
  at('undo').hidden = true;
  if (!answer) return;
  await gate.undo(answer);
  last = { code: '', at: 0 };
  showAnswer(at('answer'), { ...answer, result: 'UNDONE' }, false, 0);
  refresh();
});
at('search').addEventListener('input', search);
at('reload').addEventListener('click', loadList);
window.addEventListener('offline', () => gate.hear(false));
window.addEventListener('online', refresh);
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') refresh(); });

at('enhanced').hidden = false;
gate.restore().then(loadList).then(refresh).then(() => keepPage('/door', READER)).then((kept) => {
  page.dataset.kept = String(kept);
  if (!kept) at('not-kept').hidden = false;
});
setInterval(() => { if (document.visibilityState === 'visible') refresh(); }, POLL);
setInterval(() => { if (gate.reachable) loadList(); }, RELOAD);
