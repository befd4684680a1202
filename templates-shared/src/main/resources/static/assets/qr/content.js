/* From the modules of a QR code to its text: format, mask, blocks, bytes (ISO/IEC 18004). Nothing here needs a browser. */
import { correct } from './correction.js';

/** For each level (L, M, Q, H) and version from 1: check bytes in a block, and number of blocks. */
const CHECKS = [
  [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
  [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
  [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
  [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28],
];
const BLOCKS = [
  [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
  [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
  [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25],
];
const MASKS = [
  (r, c) => (r + c) % 2, (r) => r % 2, (r, c) => c % 3, (r, c) => (r + c) % 3, (r, c) => ((r >> 1) + Math.floor(c / 3)) % 2,
  (r, c) => ((r * c) % 2) + ((r * c) % 3), (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2, (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2,
];
const LEVELS = [1, 0, 3, 2]; // as the format spells M, L, H, Q

/** @return the text of a code in bytes; null for another, or one that can't be read */
export function textOf(bits, dimension) {
  const version = (dimension - 17) / 4;
  const format = formatOf(bits, dimension);
  if (!format || version > CHECKS[0].length) return null;
  const words = wordsOf(bits, dimension, version, MASKS[format & 7]);
  const data = dataOf(words, CHECKS[LEVELS[(format >> 3) & 3]][version - 1], BLOCKS[LEVELS[(format >> 3) & 3]][version - 1]);
  return data && bytesAsText(data, version);
}

/** Level and mask, five bits; the nearest of all 32 spellings, null when none is near. */
function formatOf(bits, dimension) {
  const at = (row, column) => bits[row * dimension + column];
  const first = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => at(8, column)).concat([7, 5, 4, 3, 2, 1, 0].map((row) => at(row, 8)));
  const second = [1, 2, 3, 4, 5, 6, 7].map((i) => at(dimension - i, 8)).concat([8, 7, 6, 5, 4, 3, 2, 1].map((i) => at(8, dimension - i)));
  let best = null;
  let least = 4;
  for (let format = 0; format < 32; format++) {
    const spelled = spell(format);
    for (const read of [first, second]) {
      const wrong = read.reduce((sum, bit, i) => sum + (bit !== ((spelled >> (14 - i)) & 1) ? 1 : 0), 0);
      if (wrong < least) [best, least] = [format, wrong];
    }
  }
  return best === null ? null : best | 32; // so that 0 is no refusal
}

function spell(format) {
  let rest = format << 10;
  for (let i = 14; i >= 10; i--) if ((rest >> i) & 1) rest ^= 0x537 << (i - 10);
  return ((format << 10) | rest) ^ 0x5412;
}

function wordsOf(bits, dimension, version, mask) {
  const taken = takenBy(dimension, version);
  const words = [];
  let word = 0;
  let count = 0;
  let up = true;
  for (let right = dimension - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let i = 0; i < dimension; i++) {
      const row = up ? dimension - 1 - i : i;
      for (const column of [right, right - 1]) {
        if (taken[row * dimension + column]) continue;
        word = (word << 1) | (bits[row * dimension + column] ^ (mask(row, column) === 0 ? 1 : 0));
        if (++count % 8 === 0) {
          words.push(word & 255);
          word = 0;
        }
      }
    }
    up = !up;
  }
  return words;
}

/** Modules that hold no data. */
function takenBy(dimension, version) {
  const taken = new Uint8Array(dimension * dimension);
  const fill = (top, left, height, width) => {
    for (let row = top; row < top + height; row++) taken.fill(1, row * dimension + left, row * dimension + left + width);
  };
  fill(0, 0, 9, 9);
  fill(0, dimension - 8, 9, 8);
  fill(dimension - 8, 0, 8, 9);
  fill(6, 0, 1, dimension);
  fill(0, 6, dimension, 1);
  if (version >= 7) {
    fill(0, dimension - 11, 6, 3);
    fill(dimension - 11, 0, 3, 6);
  }
  const places = alignments(version, dimension);
  for (const row of places) {
    for (const column of places) {
      const corner = (row === 6 && column === 6) || (row === 6 && column === dimension - 7) || (row === dimension - 7 && column === 6);
      if (!corner) fill(row - 2, column - 2, 5, 5);
    }
  }
  return taken;
}

function alignments(version, dimension) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((dimension - 13) / (count - 1) / 2) * 2;
  return [6, ...[...Array(count - 1).keys()].map((i) => dimension - 7 - i * step).reverse()];
}

/** The blocks are woven into each other; short ones come first. */
function dataOf(words, checks, count) {
  const short = Math.floor(words.length / count);
  const long = words.length % count;
  const blocks = [...Array(count).keys()].map((i) => ({ data: short - checks + (i >= count - long ? 1 : 0), words: [] }));
  let at = 0;
  for (let i = 0; i < short - checks + 1; i++) for (const block of blocks) if (i < block.data) block.words.push(words[at++]);
  for (let i = 0; i < checks; i++) for (const block of blocks) block.words.push(words[at++]);
  return blocks.every((block) => correct(block.words, checks)) ? blocks.flatMap((block) => block.words.slice(0, block.data)) : null;
}

/** Bytes alone: ticket codes have small letters, so they are never spelled in another way. */
function bytesAsText(data, version) {
  const wide = version >= 10;
  if (data[0] >> 4 !== 4) return null;
  const nibbles = data.flatMap((byte) => [byte >> 4, byte & 15]);
  const head = wide ? 5 : 3;
  const length = nibbles.slice(1, head).reduce((sum, nibble) => sum * 16 + nibble, 0);
  if (head + 2 * length > nibbles.length) return null;
  let text = '';
  for (let i = head; i < head + 2 * length; i += 2) text += String.fromCharCode(nibbles[i] * 16 + nibbles[i + 1]);
  return text;
}
