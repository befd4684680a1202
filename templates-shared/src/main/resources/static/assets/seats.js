/* Entry for the seat page: joins plan, choice, painting, viewport, input and the live state. */
import { drawAreas, paintAreas } from './seats/area-painting.js';
import { areaAt, Areas } from './seats/areas.js';
import { followFold, showBasket, showPrices } from './seats/basket.js';
import { Choice } from './seats/choice.js';
import { listenTo } from './seats/input.js';
import { Losses } from './seats/losses.js';
import { neighbour, seatAt, sectionAt } from './seats/lookup.js';
import { Painting } from './seats/painting.js';
import { planOf } from './seats/plan.js';
import { followShut, showNote } from './seats/refusals.js';
import { SeatStream } from './seats/stream.js';
import { followBest, followGrades } from './seats/tools.js';
import { Viewport } from './seats/viewport.js';
import { SeatWords } from './seats/words.js';
import { fill, won } from './shared/format.js';
import { getJson } from './shared/http.js';
import { watchNetwork, whenReachable } from './shared/network.js';

const byId = (id) => document.getElementById(id);
const map = byId('map');
const settings = map.dataset;
const choice = new Choice(Number(settings.limit), settings.blocked === 'sold', (settings.closed || '').split(',').filter(Boolean).map(Number));
const words = new SeatWords(settings, choice);
const painting = new Painting(map, choice, settings.tStage);
const viewport = new Viewport(
  () => ({ w: map.clientWidth, h: map.clientHeight }),
  (transform) => {
    painting.svg.style.transform = transform;
    map.classList.toggle('near', viewport.scale > 1);
  });
const areas = new Areas(choice, () => { losses.forget(); basket(); });
const losses = new Losses({ settings, choice, words, painting, show, choose });
const firstPlan = fetchPlan();

const points = (list) => list.map((i) => choice.plan.seats[i]);

function say(text) {
  byId('said').textContent = text;
  byId('tip').textContent = text;
}

function show() {
  painting.repaint();
  areas.show();
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
  if (choice.plan && !/[ah]/.test(state.s) && !state.areas?.some((left) => left > 0)) document.dispatchEvent(new Event('podo:hall'));
  let plan = choice.plan || await firstPlan.catch(() => fetchPlan());
  if (state.layout && state.layout !== plan.version) plan = await fetchPlan(state.layout);
  if (plan.seats.length !== state.s.length) throw new Error('a state of another plan');
  if (plan !== choice.plan) return adopt(plan, state.s, state.areas || []);
  return takeChanges([...state.s].entries(), plan.areas.map((area, k) => [area.id, state.areas?.[k] ?? 0]));
}

function takeChanges(changes, changedAreas) {
  for (const [i, letter] of changes) choice.put(i, letter);
  areas.take(changedAreas);
  paintAreas(painting.svg, areas.left);
  painting.repaint();
  losses.find();
}

function adopt(plan, letters, left) {
  const first = choice.plan === null;
  const sumBefore = first ? 0 : choice.sum();
  choice.adopt(plan, letters);
  areas.adopt(plan, left);
  if (first) choice.replace((settings.chosen || '').split(',').filter(Boolean).map((seq) => seq - 1));
  painting.draw();
  drawAreas(painting, areas.left);
  viewport.show(plan.box);
  basket();
  settings.ready = 'yes';
  if (first) return;
  showPrices(plan.grades);
  showNote('warn', sumBefore === choice.sum() ? settings.tChanged : fill(settings.tPrices, won(choice.sum())));
  losses.find();
}

// --- the choice ------------------------------------------------------------------------------------------------------

function toggle(i) {
  losses.forget();
  const outcome = choice.toggle(i);
  if (outcome === 'limit') return say(settings.tLimit);
  if (outcome === 'not-free') return say(words.describe(i));
  show();
  return say(byId('alone').hidden ? words.describe(i) : settings.tAlone);
}

function choose(list) {
  losses.forget();
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

// --- the map ---------------------------------------------------------------------------------------------------------

/* A hall so large that its seats are dots: first a section, then a seat. */
function openSection(s) {
  viewport.open(choice.plan.sections[s]);
  painting.labelRowsOf(s);
  settings.open = choice.plan.sectionNames[s];
  say(words.section(s));
}

function openArea(area) {
  byId('fold').closest('.basket').classList.add('open');
  areas.open(area);
  say(areas.describe(area, choice.plan.grades[area.grade], settings.tArea));
}

function hover(point) {
  const at = viewport.toPlan(point);
  const i = seatAt(choice.plan, at);
  const area = i < 0 && areaAt(choice.plan, at);
  if (area) {
    byId('tip').textContent = areas.describe(area, choice.plan.grades[area.grade], settings.tArea);
    map.style.cursor = 'pointer';
    return;
  }
  byId('tip').textContent = i < 0 ? '' : words.describe(i);
  map.style.cursor = i >= 0 && choice.isFree(i) ? 'pointer' : '';
}

function press(point, isTouch) {
  const at = viewport.toPlan(point);
  const pitch = viewport.pitch();
  const section = pitch < 7 && choice.plan.sections.length > 1 ? sectionAt(choice.plan, at) : -1;
  if (section >= 0) return openSection(section);
  const area = areaAt(choice.plan, at);
  if (area) return openArea(area);
  const i = seatAt(choice.plan, at);
  if (i < 0) return undefined;
  // a finger is wider than such a seat: come nearer; what it meant is clear where it covers no more than the next seats
  if (isTouch && pitch < 20) viewport.zoom(28 / pitch, point);
  if (isTouch && pitch < 12) return say(words.describe(i));
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

followBest(settings.best, (found) => {
  if (found.areas.length) areas.choose(found.areas);
  else if (found.seats.length) choose(found.seats);
  else say(settings.tNone);
}, () => say(settings.tFailed));
followFold();
followShut();
watchNetwork();
followGrades((switchedOff) => painting.fade(switchedOff));
window.addEventListener('pageshow', (e) => { if (e.persisted) whenReachable(() => location.reload()); });

firstPlan.catch(() => { /* reported by the first state that waits for it */ });
new SeatStream({ state: settings.state, stream: settings.stream },
  { onState: takeState, onChanges: takeChanges, onUnreachable: () => whenReachable(openList) }).start();
