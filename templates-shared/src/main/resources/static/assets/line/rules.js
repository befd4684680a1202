/** What follows from a place in the line and from the pulse that all pages receive. No DOM. */
import { isOver } from '../shared/ends.js';

const SPEED = 500; // pages of a crowd that load anew in a second

/** Whether the line may still change for this fan. */
export const isLive = (state) => ['LOBBY', 'WAITING', 'OFFERED', 'CLOSED'].includes(state);

/** Whether an offer has ended. */
export const isLapsed = ({ state, offerEnds }, now) => state === 'OFFERED' && offerEnds !== null && now >= offerEnds;

/** Whether the room's state in the pulse contradicts the state that the page shows. */
export function contradicts(roomState, state, closedBecause) {
  if (isOver(closedBecause)) return state !== 'CLOSED';
  if (state === 'LOBBY') return roomState !== 'LOBBY';
  if (state === 'WAITING') return roomState === 'CLOSED';
  return state === 'CLOSED' && roomState !== 'CLOSED';
}

/** How many are ahead at most, by the number that is being served; never more than was known before. */
export function aheadAtMost(number, serving, known) {
  const ahead = Math.max(0, number - serving - 1);
  return known === null ? ahead : Math.min(known, ahead);
}

/** The word for "paused" that belongs to the room: 'paused', 'draining' or none. */
export function pauseWord(state, roomState) {
  if (state !== 'LOBBY' && state !== 'WAITING') return null;
  if (roomState === 'PAUSED') return 'paused';
  return roomState === 'DRAINING' ? 'draining' : null;
}

/**
 * Milliseconds after which a page loads its new state: a change for the whole room takes a second, or as long as a crowd of this size
 * needs, at most 30 s. Each time that brought nothing doubles a further delay of 4 s, up to 300 s.
 */
export function refreshDelay(crowd, fruitless, random = Math.random) {
  const spread = Math.min(30000, Math.max(1000, crowd / SPEED * 1000));
  return random() * spread + Math.min(300000, fruitless && 2000 * 2 ** fruitless);
}

/**
 * The wait as the name of a pattern and its arguments, in minutes. The range (seconds) was true `age` milliseconds ago and has run down
 * since; null is an unknown wait.
 */
export function waitText(range, age) {
  if (!range) return ['unknown'];
  const gone = age / 1000;
  const to = Math.max(0, range.to - gone);
  const from = Math.floor(Math.max(0, range.from - gone) / 60);
  const upTo = Math.ceil(to / 60);
  if (to <= 15) return ['soon'];
  if (from === 0) return ['minutesUpTo', upTo];
  return from === upTo ? ['minutes', upTo] : ['minuteRange', from, upTo];
}

/** A number from a data attribute or JSON; null where it is missing or empty. */
export const numberOrNull = (text) => (text === undefined || text === '' || text === null ? null : Number(text));
