/* Reed–Solomon over the field of 256 elements with x⁸ + x⁴ + x³ + x² + 1, as QR codes use it. Nothing here needs a browser. */

const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i++) {
  EXP[i] = x;
  LOG[x] = i;
  x = x & 0x80 ? (x << 1) ^ 0x11d : x << 1;
}
for (let i = 255; i < 512; i++) EXP[i] = EXP[i - 255];

const times = (a, b) => (a === 0 || b === 0 ? 0 : EXP[LOG[a] + LOG[b]]);
const inverse = (a) => EXP[255 - LOG[a]];

/** The value at x of a polynomial whose first coefficient is the lowest. */
const valueAt = (polynomial, x) => polynomial.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0);

/** Corrects a block in place; false when it has more errors than its last {@code checks} bytes can mend. */
export function correct(block, checks) {
  const syndromes = [...Array(checks).keys()].map((i) => block.reduce((sum, byte) => times(sum, EXP[i]) ^ byte, 0));
  if (syndromes.every((one) => one === 0)) return true;
  const locator = locatorOf(syndromes);
  const errors = locator.length - 1;
  if (errors * 2 > checks) return false;
  const evaluator = [...Array(checks).keys()].map((i) => locator.slice(0, i + 1)
    .reduce((sum, coefficient, j) => sum ^ times(coefficient, syndromes[i - j]), 0)).slice(0, errors);
  const slope = locator.map((coefficient, i) => (i % 2 === 1 ? coefficient : 0)).slice(1);
  let mended = 0;
  for (let place = 0; place < block.length; place++) {
    const root = EXP[(255 - place) % 255];
    if (valueAt(locator, root) !== 0) continue;
    const divisor = valueAt(slope, root);
    if (divisor === 0) return false;
    const value = times(EXP[place], times(valueAt(evaluator, root), inverse(divisor)));
    block[block.length - 1 - place] ^= value;
    mended++;
  }
  return mended === errors;
}

/** Berlekamp and Massey: the shortest polynomial that makes the syndromes. */
function locatorOf(syndromes) {
  let locator = [1];
  let before = [1];
  let length = 0;
  let shift = 1;
  let last = 1;
  for (let n = 0; n < syndromes.length; n++) {
    let gap = syndromes[n];
    for (let i = 1; i <= length; i++) gap ^= times(locator[i] ?? 0, syndromes[n - i]);
    if (gap === 0) {
      shift++;
      continue;
    }
    const factor = times(gap, inverse(last));
    const next = [...locator, ...Array(Math.max(0, before.length + shift - locator.length)).fill(0)];
    before.forEach((coefficient, i) => { next[i + shift] ^= times(factor, coefficient); });
    if (2 * length <= n) {
      [before, last, length, shift] = [locator, gap, n + 1 - length, 1];
    } else {
      shift++;
    }
    locator = next;
  }
  return locator.slice(0, length + 1);
}
