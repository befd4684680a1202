/**
 * Computes a published draw again. No DOM: the hash functions are given, so that a test needs no browser.
 *
 * A draw is {seed, ticketIds}: the seed as hex, the tickets in the order that was drawn. The order is that of the lots: lot = HMAC-SHA-256
 * of the ticket's id, keyed with SHA-256(seed followed by the list hash); list hash = SHA-256 of the ids sorted and joined by "\n".
 */

const BATCH = 1000; // lots between two reports of progress

export const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));

/**
 * Reports whether 'seed', 'list' and 'order' fit what was published before, each as soon as it is known.
 *
 * @param published {seedHash, listHash} as the page shows them, not those of the file that is checked
 * @param hashes {sha256(bytes), hmac(key bytes)}; hmac answers a function from text to bytes; all may be asynchronous
 * @param report takes the name and whether it fits
 * @param progress takes the share of lots that are computed, 0 to 1
 */
export async function recompute(draw, published, hashes, report, progress = () => {}) {
  const seed = bytesOf(draw.seed);
  const listHash = await hashes.sha256(utf8([...draw.ticketIds].sort().join('\n')));
  report('seed', hexOf(await hashes.sha256(seed)) === published.seedHash);
  report('list', hexOf(listHash) === published.listHash);
  const key = await hashes.sha256(new Uint8Array([...seed, ...listHash]));
  report('order', await isAscending(draw.ticketIds, await hashes.hmac(key), progress));
}

/* Published in drawn order means: the lots ascend. Nothing has to be sorted. */
async function isAscending(ids, lotOf, progress) {
  let last = '';
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const lots = await Promise.all(batch.map(lotOf));
    for (let i = 0; i < lots.length; i++) {
      const lot = hexOf(lots[i]) + batch[i];
      if (lot <= last) return false;
      last = lot;
    }
    progress((from + lots.length) / ids.length);
  }
  return true;
}

/**
 * A ticket's place in the draw, as the name of a pattern, its arguments and a mark: '' fits, 'no' contradicts, 'so' is unknown.
 *
 * @param ownNumber the number that the line gave, when the ticket is the fan's own; 0 otherwise
 */
export function placeOf(ticket, ids, ownNumber) {
  const drawn = ids.indexOf(ticket) + 1;
  if (drawn && ownNumber && drawn !== ownNumber) return { pattern: 'tMineOther', args: [drawn, ownNumber], mark: 'no' };
  if (drawn) return { pattern: 'tMine', args: [drawn], mark: '' };
  if (ownNumber > ids.length) return { pattern: 'tMineLate', args: [ownNumber, ids.length], mark: 'so' };
  // a drawn number without a place in the list is wrong; for somebody else's ticket it is unknown
  return { pattern: 'tMineNo', args: [], mark: ownNumber ? 'no' : 'so' };
}

export const utf8 = (text) => new TextEncoder().encode(text);
