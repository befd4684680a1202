/* Entry for the seat page: joins plan, choice, painting, viewport, input and the live state. */
import { showBasket, showPrices } from './seats/basket.js';
import { seatsLike } from './seats/best.js';
import { Choice } from './seats/choice.js';
import { listenTo } from './seats/input.js';
import { neighbour, seatAt, sectionAt } from './seats/lookup.js';
import { Painting } from './seats/painting.js';
import { planOf } from './seats/plan.js';
import { addOffer, followHold, onTakeNext, showNote } from './seats/refusals.js';
import { SeatStream } from './seats/stream.js';
import { followBest, followGrades } from './seats/tools.js';
import { Viewport } from './seats/viewport.js';
import { SeatWords } from './seats/words.js';
import { fill, won } from './shared/format.js';
import { getJson } from './shared/http.js';

const byId = (id) => document.getElementById(id);
const map = byId('map');
const settings = map.dataset;
const choice = new Choice(Number(settings.limit));
const words = new SeatWords(settings, choice);
const painting = new Painting(map, choice, settings.tStage);
const viewport = new Viewport(
  () => ({ w: map.clientWidth, h: map.clientHeight }),
  (transform) => { painting.svg.style.transform = transform; });
const firstPlan = fetchPlan();
let holding = false; // a hold was sent and is not answered

const points = (list) => list.map((i) => choice.plan.seats[i]);

function say(text) {
  byId('said').textContent = text;
  byId('tip').textContent = text;
}

function show() {
  painting.repaint();
  basket();
}

function basket() {
  showBasket(choice, words, settings.alone !== 'OFF', (i) => { toggle(i); map.focus(); });
}

// --- the state that the server sends ---------------------------------------------------------------------------------

async function fetchPlan(version) {
  const url = new URL(settings.layout, location.href);
  if (version) url.searchParams.set('v', version);
  return planOf(await getJson(url));
}

/* A whole state names the plan that it belongs to: another version is another hall, or other prices. */
async function takeState(state) {
  if (choice.plan && !/[ah]/.test(state.s)) document.dispatchEvent(new Event('podo:hall'));
  let plan = choice.plan || await firstPlan;
  if (state.layout && state.layout !== plan.version) plan = await fetchPlan(state.layout);
  if (plan.seats.length !== state.s.length) throw new Error('a state of another plan');
  if (plan !== choice.plan) return adopt(plan, state.s);
  return takeChanges([...state.s].entries());
}

function takeChanges(changes) {
  for (const [i, letter] of changes) choice.put(i, letter);
  painting.repaint();
  removeLost();
}

function adopt(plan, letters) {
  const first = choice.plan === null;
  const sumBefore = first ? 0 : choice.sum();
  choice.adopt(plan, letters);
  painting.draw();
  viewport.show(plan.box);
  basket();
  settings.ready = 'yes';
  if (first) return;
  showPrices(plan.grades);
  showNote('warn', sumBefore === choice.sum() ? settings.tChanged : fill(settings.tPrices, won(choice.sum())));
  removeLost();
}

// --- the choice ------------------------------------------------------------------------------------------------------

function toggle(i) {
  painting.showBest([]);
  const outcome = choice.toggle(i);
  if (outcome === 'limit') return say(settings.tLimit);
  if (outcome === 'not-free') return say(words.describe(i));
  show();
  return say(byId('alone').hidden ? words.describe(i) : settings.tAlone);
}

function choose(list) {
  choice.replace(list);
  show();
  if (!choice.seats.length) return;
  viewport.lookAt(points(choice.seats));
  say(words.names(choice.seats));
}

function remove(list) {
  choice.remove(list);
  show();
  painting.flashLost(list);
}

/* Chosen seats that are no longer free are lost, unless our own hold is on its way. */
function removeLost() {
  const lost = holding ? [] : choice.lost();
  if (lost.length) lose(lost);
}

/* A lost seat flips at once, the rest of the choice stays, the next best seats are offered. */
async function lose(list) {
  const count = choice.seats.length;
  remove(list);
  const box = showNote('bad', fill(settings.tLost, words.names(list)));
  try {
    const next = await seatsLike(settings.best, choice.plan, Math.min(count, choice.limit), list);
    if (!next.length || !box.isConnected) return;
    addOffer(box, settings.tNext + ' ' + words.names(next), settings.tTake);
    offer(next);
  } catch (e) { /* the map shows what is free */ }
}

function offer(next) {
  painting.showBest(next);
  onTakeNext(() => { painting.showBest([]); choose(next); });
}

// --- the map ---------------------------------------------------------------------------------------------------------

/* A hall so large that its seats are dots: first a section, then a seat. */
function openSection(s) {
  viewport.open(choice.plan.sections[s]);
  painting.labelRowsOf(s);
  settings.open = choice.plan.sectionNames[s];
  say(words.section(s));
}

function hover(point) {
  const i = seatAt(choice.plan, viewport.toPlan(point));
  byId('tip').textContent = i < 0 ? '' : words.describe(i);
  map.style.cursor = i >= 0 && choice.isFree(i) ? 'pointer' : '';
}

function press(point, isTouch) {
  const at = viewport.toPlan(point);
  const pitch = viewport.pitch();
  const section = pitch < 7 && choice.plan.sections.length > 1 ? sectionAt(choice.plan, at) : -1;
  if (section >= 0) return openSection(section);
  const i = seatAt(choice.plan, at);
  if (i < 0) return undefined;
  if (isTouch && pitch < 20) { // a finger is wider than such a seat: come nearer first
    viewport.zoom(28 / pitch, point);
    return say(words.describe(i));
  }
  choice.cursor = i;
  toggle(i);
  return painting.repaint();
}

function move(direction) {
  if (choice.cursor < 0) choice.cursor = Math.max(0, choice.letters.indexOf('a'));
  else choice.cursor = neighbour(choice.plan, choice.cursor, direction);
  painting.repaint();
  if (viewport.isAtEdge(choice.plan.seats[choice.cursor])) viewport.lookAt(points([choice.cursor]));
  say(words.describe(choice.cursor));
}

const openList = () => location.assign(byId('to-list').href);

// --- wiring ----------------------------------------------------------------------------------------------------------

const chooseAtCursor = () => { if (choice.cursor >= 0) toggle(choice.cursor); };
listenTo(map, viewport, () => choice.plan !== null, { hover, press, move, chooseAtCursor, openList });

followHold({
  onSent: () => { holding = true; },
  onFailed: () => { holding = false; removeLost(); },
  onRefused: (lost, next) => {
    lost.filter((i) => choice.isFree(i)).forEach((i) => choice.put(i, 'h'));
    remove(lost);
    if (next.length) offer(next);
  },
});

followBest(settings.best, (list) => { if (list.length) choose(list); else say(settings.tNone); });
followGrades((switchedOff) => painting.fade(switchedOff));
window.addEventListener('pageshow', (e) => { if (e.persisted) location.reload(); });

firstPlan.catch(() => { /* reported by the first state that waits for it */ });
new SeatStream({ state: settings.state, stream: settings.stream },
  { onState: takeState, onChanges: takeChanges, onUnreachable: openList }).start();
