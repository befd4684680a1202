/*
 * ALTCHA's challenge: the number from 0 to maxnumber for which SHA-256 of salt + number, in hexadecimal digits, is the given hash. Chosen over ALTCHA's own
 * element, which writes styles into the page and makes its worker of a blob: our Content-Security-Policy allows neither.
 */
const AT_ONCE = 256; // hashes that are under way together: waiting for each alone takes longer than computing it

/**
 * @param sha256 bytes -> bytes, or a promise of them
 * @param done called now and then with the share of numbers that were tried
 * @returns the number; null when there is none
 */
export async function solve({ salt, challenge, maxnumber }, sha256, done = () => {}) {
  const wanted = bytesOf(challenge);
  for (let first = 0; first <= maxnumber; first += AT_ONCE) {
    const hashes = [];
    for (let number = first; number < first + AT_ONCE && number <= maxnumber; number += 1) hashes.push(sha256(textBytes(salt + number)));
    const found = (await Promise.all(hashes)).findIndex((hash) => isSame(hash, wanted));
    if (found >= 0) return first + found;
    done(first / maxnumber);
  }
  return null;
}

/** What is sent, before it is written in base64. */
export function solutionText({ algorithm, challenge, salt, signature }, number) {
  return JSON.stringify({ algorithm, challenge, number, salt, signature });
}

function bytesOf(digits) {
  return (digits.match(/../g) || []).map((pair) => parseInt(pair, 16));
}

/* Salts are ASCII. */
function textBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function isSame(hash, wanted) {
  return hash.length === wanted.length && wanted.every((byte, i) => hash[i] === byte);
}
