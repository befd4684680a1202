import { equal } from '../assert.js';
import { correct } from '../../../main/resources/static/assets/qr/correction.js';
import { textOf } from '../../../main/resources/static/assets/qr/content.js';
import { readQr } from '../../../main/resources/static/assets/qr/reader.js';

const TICKET = 'PODO1.eyJrIjoiV3NhT2lQSkwiLCJlIjoxMiwicyI6MTIwMDAwNDIsInQiOjQ3MTEsImciOjN9.' + 'kW3-_'.repeat(17) + 'A';
const SIZE = 320;

function modulesOf(text, level, version) {
  const rows = javaQr(text, level, version);
  return { bits: Uint8Array.from(rows, Number), dimension: Math.sqrt(rows.length) };
}

/** A picture of a code on paper: turned by an angle, leaning back, in light that fades from left to right, with noise. */
function pictureOf({ bits, dimension }, { pixels = 5, angle = 0, lean = 0, x = SIZE / 2, y = SIZE / 2, fade = 0, noise = 0 }) {
  const rgba = new Uint8ClampedArray(SIZE * SIZE * 4);
  let random = 7;
  for (let py = 0; py < SIZE; py++) {
    for (let px = 0; px < SIZE; px++) {
      const depth = 1 + lean * (py - y) / SIZE;
      const [dx, dy] = [(px - x) / depth, (py - y) / depth];
      const column = Math.floor((dx * Math.cos(angle) + dy * Math.sin(angle)) / pixels + dimension / 2);
      const row = Math.floor((dy * Math.cos(angle) - dx * Math.sin(angle)) / pixels + dimension / 2);
      const inside = row >= 0 && column >= 0 && row < dimension && column < dimension;
      const paper = row >= -4 && column >= -4 && row < dimension + 4 && column < dimension + 4;
      random = (random * 1103515245 + 12345) % 2147483648;
      const value = (inside && bits[row * dimension + column] ? 30 : paper ? 235 : 120) * (1 - fade * px / SIZE) + noise * (random / 2147483648 - 0.5);
      rgba.set([value, value, value, 255], 4 * (py * SIZE + px));
    }
  }
  return rgba;
}

export function modulesOfEveryVersionAndLevelAreRead() {
  for (let version = 1; version <= 20; version++) {
    for (const level of ['LOW', 'MEDIUM', 'QUARTILE', 'HIGH']) {
      const text = 'Podo' + (version > 1 ? version : '');
      const { bits, dimension } = modulesOf(text, level, version);
      equal(textOf(bits, dimension), text, level + ' ' + version);
    }
  }
}

export function aTicketIsReadHoweverItIsHeld() {
  const code = modulesOf(TICKET, 'MEDIUM', 9);
  equal(readQr(pictureOf(code, {}), SIZE), TICKET, 'straight');
  equal(readQr(pictureOf(code, { pixels: 3, x: 100, y: 220 }), SIZE), TICKET, 'small');
  equal(readQr(pictureOf(code, { angle: 0.3, pixels: 4.3 }), SIZE), TICKET, 'turned');
  equal(readQr(pictureOf(code, { angle: 0.42, pixels: 4.3 }), SIZE), TICKET, 'turned as far as the camera has to');
  equal(readQr(pictureOf(code, { angle: Math.PI - 0.2, pixels: 4.3 }), SIZE), TICKET, 'upside down');
  equal(readQr(pictureOf(code, { lean: 0.17, pixels: 4.6 }), SIZE), TICKET, 'leaning');
  equal(readQr(pictureOf(code, { fade: 0.6, noise: 30 }), SIZE), TICKET, 'in bad light');
}

export function aPictureWithoutACodeHasNone() {
  equal(readQr(new Uint8ClampedArray(SIZE * SIZE * 4), SIZE), null, 'dark');
  equal(readQr(new Uint8ClampedArray(SIZE * SIZE * 4).fill(255), SIZE), null, 'light');
  const noise = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let i = 0, random = 1; i < noise.length; i++) noise[i] = (random = (random * 1103515245 + 12345) % 2147483648) >> 20;
  equal(readQr(noise, SIZE), null, 'noise');
}

export function spotsAreMendedAndTooManyAreNoticed() {
  const { bits, dimension } = modulesOf(TICKET, 'MEDIUM', 9);
  for (let i = 20; i < 25; i++) for (let j = 20; j < 27; j++) bits[i * dimension + j] ^= 1;
  equal(textOf(bits, dimension), TICKET);
  for (let i = 12; i < 40; i++) for (let j = 12; j < 40; j++) bits[i * dimension + j] ^= (i * j) & 1;
  equal(textOf(bits, dimension), null);
}

export function fiveErrorsNeedTenChecks() {
  // 16 data bytes and 10 checks of the code in the standard's example, 1-M with the text 01234567
  const block = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17, 165, 36, 212, 193, 237, 54, 199, 135, 44, 85];
  const five = block.map((byte, i) => (i % 5 === 0 && i < 25 ? byte ^ (i + 77) : byte));
  equal(correct(five, 10), true);
  equal(five, block);
  const six = block.map((byte, i) => (i % 4 === 0 && i < 24 ? byte ^ (i + 77) : byte));
  equal(correct(six, 10), false);
}
