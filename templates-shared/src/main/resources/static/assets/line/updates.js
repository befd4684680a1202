/*
 * Updates from the server. The fan's own place is exact and shown at once; the line's status is the same for all pages, and a change in it
 * is loaded by each page after a random pause.
 */
import { number } from '../shared/format.js';
import { jitter } from '../shared/timing.js';
import { disconnect, isStreaming } from './connection.js';
import { fruitlessLoads, get, refresh, refreshLater } from './refresh.js';
import { aheadAtMost, contradicts, pauseWord, refreshDelay } from './rules.js';
import { asleep, heartbeatLater, me } from './state.js';
import { markConnected, notices, setText, showAhead, showSeatsLeft, showWait } from './view.js';

let askedAt = 0;
let crowd = 0;
let rebuilt = null; // whether the line had been rebuilt at the last status; null before the first one

/** Asks for the fan's own place, at most once in 0.9 s. */
export async function ask() {
  if (asleep()) return disconnect();
  if (Date.now() - askedAt < 900) return undefined;
  askedAt = Date.now();
  heartbeatLater();
  try {
    const answer = await get('/me', 'application/json');
    if (answer.ok) takePlace(await answer.json());
    else if (answer.status === 401 || answer.status === 404) refreshLater(jitter(2000)); // logged out, or no longer in line
  } catch (e) { /* the connection watch shows the outage and asks again */ }
  return undefined;
}

export function takePlace(place) {
  markConnected();
  heartbeatLater();
  me.poll = place.pollAfterMillis || me.poll;
  if (place.state !== me.state) return void refresh();
  me.number = place.number ?? me.number;
  if (place.state === 'OFFERED' && place.offerExpiresAt) me.offerEnds = Date.parse(place.offerExpiresAt);
  if (place.state === 'WAITING') showWaiting(place);
  return showSeatsLeft(place.seatsLeft);
}

function showWaiting(place) {
  showAhead(place.ahead ?? place.position);
  showWait(place.eta);
  if (place.behind !== null) setText('behind', number(place.behind));
  setText('few', place.tooFewSeats ? notices.few : '');
  if (!isStreaming()) setText('paused', place.paused ? notices.paused : '');
}

export function takePulse(pulse) {
  markConnected();
  showSeatsLeft(pulse.seatsLeft);
  const crowdBefore = crowd;
  crowd = Math.max(pulse.lobby || 0, pulse.waiting || 0);
  const rebuiltSince = pulse.rebuilt === true && rebuilt === false; // while this page was open
  rebuilt = pulse.rebuilt === true;
  if (rebuilt) setText('rebuilt', notices.rebuilt);
  setText('paused', notices[pauseWord(me.state, pulse.state)] ?? '');
  if (rebuiltSince || contradicts(pulse.state, me.state, pulse.closedBecause)) refreshLater(refreshDelay(Math.max(crowd, crowdBefore), fruitlessLoads()));
  else if (me.state === 'WAITING') advance(pulse);
}

/* The place follows from the number that is being served: an upper bound until the next own answer. */
function advance(pulse) {
  if (pulse.state === 'PAUSED' || pulse.state === 'DRAINING') showWait(null);
  if (!me.number || pulse.serving === null) return;
  showAhead(aheadAtMost(me.number, pulse.serving, me.ahead));
  if (typeof pulse.waiting === 'number') setText('behind', number(Math.max(0, pulse.waiting - me.ahead - 1)));
  if (typeof pulse.sellable === 'number' && pulse.sellable >= 0) setText('few', me.ahead >= pulse.sellable ? notices.few : '');
  // it may be this fan's turn; a fan who was passed over and came back asks no more often than a page that polls
  if (pulse.serving >= me.number && Date.now() - askedAt >= me.poll) ask();
}
