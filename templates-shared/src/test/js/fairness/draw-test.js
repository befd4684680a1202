import { equal } from '../assert.js';
import { bytesOf, hexOf, placeOf, recompute } from '../../../main/resources/static/assets/fairness/draw.js';

/* Java's hash functions; javaSha256 and javaHmacSha256 are given by ScriptTest. */
const hashes = {
  sha256: (bytes) => bytesOf(javaSha256(hexOf(bytes))),
  hmac: (key) => (text) => bytesOf(javaHmacSha256(hexOf(key), text)),
};

/* Computed with Python's hashlib and hmac. */
const DRAW = { seed: '00112233445566778899aabbccddeeff', ticketIds: ['t-1', 't-5', 't-4', 't-2', 't-3'] };
const PUBLISHED = {
  seedHash: 'a8faed6abbf35c12a4b26e40f6feb19d736d90045c83b9f9a31f638d323e6811',
  listHash: '38dc3c487604438a380934ae6de67d55e11364b522aada5922f681a458adc039',
};

async function check(draw, published = PUBLISHED) {
  const results = {};
  await recompute(draw, published, hashes, (name, fits) => { results[name] = fits; });
  return results;
}

export async function aPublishedDrawFits() {
  equal(await check(DRAW), { seed: true, list: true, order: true });
}

export async function twoTicketsThatChangedPlacesAreFound() {
  const [first, second, ...others] = DRAW.ticketIds;
  equal(await check({ ...DRAW, ticketIds: [second, first, ...others] }), { seed: true, list: true, order: false });
}

export async function aTicketThatWasAddedLaterIsFound() {
  equal((await check({ ...DRAW, ticketIds: [...DRAW.ticketIds, 't-9'] })).list, false);
}

export async function anotherSeedIsFound() {
  const found = await check({ ...DRAW, seed: DRAW.seed.replace(/ff$/, 'fe') });
  equal(found.seed, false);
  equal(found.list, true);
}

export async function aTicketThatIsListedTwiceIsFound() {
  const [first, ...others] = DRAW.ticketIds;
  equal(await check({ ...DRAW, ticketIds: [first, first, ...others] }), { seed: true, list: false, order: false });
}

export async function progressEndsAtOne() {
  const shares = [];
  await recompute(DRAW, PUBLISHED, hashes, () => {}, (share) => shares.push(share));
  equal(shares, [1]);
}

export function hexAndBytesAreInverse() {
  equal(hexOf(bytesOf('00ff7a')), '00ff7a');
  equal(bytesOf('').length, 0);
}

const IDS = ['a', 'b', 'c'];

export function aTicketHasItsDrawnPlace() {
  equal(placeOf('b', IDS, 0), { pattern: 'tMine', args: [2], mark: '' });
  equal(placeOf('b', IDS, 2), { pattern: 'tMine', args: [2], mark: '' });
}

export function anotherNumberThanTheDrawnOneContradicts() {
  equal(placeOf('b', IDS, 3), { pattern: 'tMineOther', args: [2, 3], mark: 'no' });
}

export function aNumberAfterTheDrawnOnesCameLater() {
  equal(placeOf('z', IDS, 7), { pattern: 'tMineLate', args: [7, 3], mark: 'so' });
}

export function aDrawnNumberThatIsNotInTheListContradicts() {
  equal(placeOf('z', IDS, 2).mark, 'no');
  equal(placeOf('z', IDS, 0).mark, 'so', 'of somebody else\'s ticket nobody can tell');
}
