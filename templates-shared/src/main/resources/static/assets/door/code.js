/* The texts of tickets: the signed code of a QR, docs/ticket-codes.md, and the code that people type. Nothing here needs a browser. */

const VERSION = 'PODO1';
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes of a text in base64url; null for another text. */
export function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 6 / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const six = DIGITS.indexOf(letter);
    if (six < 0) return null;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

/** What a signed code says, before anybody has checked its signature; null for another text. */
export function parseCode(text) {
  const parts = text.trim().split('.');
  if (parts.length !== 3 || parts[0] !== VERSION || text.length > 300) return null;
  const payload = bytesOf(parts[1]);
  const signature = bytesOf(parts[2]);
  if (!payload || !signature || signature.length !== 64) return null;
  try {
    const said = JSON.parse(String.fromCharCode(...payload));
    if (!said || typeof said.k !== 'string' || ![said.e, said.t, said.g].every(Number.isSafeInteger)) return null;
    return { key: said.k, event: said.e, ticket: said.t, generation: said.g, signed: parts[0] + '.' + parts[1], signature };
  } catch (e) {
    return null;
  }
}

/** The code that people read and type as it is printed; letters that look alike are one. Null for what can't be one. */
export function typedCode(text) {
  const bare = text.replace(/[\s\p{Pd}]+/gu, '').toUpperCase();
  const found = /^(?:P[O0]D[O0])?([0-9A-Z]{16})$/.exec(bare);
  if (!found) return null;
  const letters = found[1].replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1');
  return 'PODO-' + letters.match(/.{4}/g).join('-');
}
