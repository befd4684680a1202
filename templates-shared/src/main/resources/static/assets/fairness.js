/* Entry for the fairness page: checks a published draw in the fan's own browser. */
import { placeOf, recompute } from './fairness/draw.js';
import { canHash, hashes } from './fairness/hashes.js';
import { fill, number } from './shared/format.js';
import { getJson } from './shared/http.js';
import { notedSeal } from './shared/seal.js';

const byId = (id) => document.getElementById(id);
const box = byId('check');
const words = box?.dataset;

function say(text, mark) {
  const item = document.createElement('li');
  item.textContent = text;
  if (mark) item.classList.add(mark);
  byId('proof').append(item);
}

const sayFit = (fits, yes, no) => say(fits ? yes : no, fits ? '' : 'no');

async function check(ticket) {
  const draw = await getJson(words.draw);
  const patterns = {
    seed: [words.tSeed, words.tSeedNo],
    list: [fill(words.tList, number(draw.ticketIds.length)), words.tListNo],
    order: [words.tOrder, words.tOrderNo],
  };
  await recompute(draw, words, hashes,
    (name, fits) => sayFit(fits, ...patterns[name]),
    (share) => { byId('checking').value = share; });
  const seal = notedSeal(words.event, words.line);
  if (seal) sayFit(seal === words.seedHash, words.tSeal, words.tSealNo);
  if (!ticket) return;
  const ownNumber = ticket === words.ticket && words.number ? Number(words.number) : 0;
  const place = placeOf(ticket, draw.ticketIds, ownNumber);
  say(fill(words[place.pattern], ...place.args.map(number)), place.mark);
}

async function submitted(e) {
  e.preventDefault();
  const button = box.querySelector('button');
  if (button.disabled) return;
  button.disabled = true;
  byId('proof').replaceChildren();
  byId('checking').hidden = false;
  byId('checking').value = 0;
  byId('said').textContent = words.tWorking;
  try {
    await check(byId('ticket').value.trim());
    byId('said').textContent = '';
  } catch (failure) {
    byId('said').textContent = words.tFailed;
  }
  byId('checking').hidden = true;
  button.disabled = false;
}

if (box && canHash()) box.querySelector('form').addEventListener('submit', submitted);
else if (box) box.hidden = true;
