/*
 * The hash of the sealed seed, noted in the lobby where the server cannot change it. The fairness page compares it after the draw.
 */
import { remember, remembered } from './storage.js';

const key = (event) => 'podo-seal-' + event;

export const notedSeal = (event) => remembered('localStorage', key(event));

export async function noteSeal(event) {
  if (notedSeal(event)) return;
  try {
    const answer = await fetch('/api/events/' + event + '/fairness', { headers: { Accept: 'application/json' } });
    if (answer.ok) remember('localStorage', key(event), (await answer.json()).seedHash);
  } catch (e) { /* then the fairness page has nothing to compare */ }
}
