/* Reads the text of a QR code in a square picture. Nothing here needs a browser. */
import { textOf } from './content.js';
import { cornersOf, darkOf } from './picture.js';
import { dimensionOf, sample, trios } from './sampling.js';

const TRIES = 6;

/** @param rgba four bytes for each pixel; null when no code can be read */
export function readQr(rgba, size) {
  const dark = darkOf(rgba, size);
  for (const trio of trios(cornersOf(dark, size)).slice(0, TRIES)) {
    const guess = dimensionOf(trio);
    for (const dimension of guess === 0 ? [] : [guess, guess + 4, guess - 4]) {
      const bits = dimension < 21 ? null : sample(dark, size, trio, dimension);
      const text = bits && textOf(bits, dimension);
      if (text !== null && text !== undefined) return text;
    }
  }
  return null;
}
