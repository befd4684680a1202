/*
 * The hash of the sealed seed, noted in the lobby where the server cannot change it. The fairness page compares it after the draw.
 */
import { remember, remembered } from './storage.js';

const key = (event, line = '') => 'podo-seal-' + event + line;

/** @param line nothing, or '?presale=' and the number of a presale, which has a draw of its own */
export const notedSeal = (event, line) => remembered('localStorage', key(event, line));

export async function noteSeal(event, line) {
  if (notedSeal(event, line)) return;
  try {
    const answer = await fetch('/api/events/' + event + '/fairness' + line, { headers: { Accept: 'application/json' } });
    if (answer.ok) remember('localStorage', key(event, line), (await answer.json()).seedHash);
  } catch (e) { /* then the fairness page has nothing to compare */ }
}
