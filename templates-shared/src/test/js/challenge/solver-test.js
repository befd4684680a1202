import { equal } from '../assert.js';
import { bytesOf, hexOf } from '../../../main/resources/static/assets/fairness/draw.js';
import { solutionText, solve } from '../../../main/resources/static/assets/challenge/solver.js';

/* Java's hash function, given by ScriptTest. */
const sha256 = (bytes) => bytesOf(javaSha256(hexOf(bytes)));

/* Computed with Python's hashlib: SHA-256 of "0a1b?expires=1&fan=7&" + 700. */
const CHALLENGE = {
  algorithm: 'SHA-256',
  challenge: '218d1a84d0849bc31a7b43b46d7dab23d6672618dd4f5511be6abf8f7191ff2c',
  maxnumber: 1000,
  salt: '0a1b?expires=1&fan=7&',
  signature: 's',
};

export async function theNumberIsFound() {
  equal(await solve(CHALLENGE, sha256), 700);
}

export async function theLastNumberIsFoundToo() {
  equal(await solve({ ...CHALLENGE, maxnumber: 700 }, sha256), 700);
}

export async function aChallengeWithoutANumberEnds() {
  equal(await solve({ ...CHALLENGE, maxnumber: 699 }, sha256), null);
}

export async function itSaysHowFarItIs() {
  const shares = [];
  await solve(CHALLENGE, sha256, (share) => shares.push(share));
  equal(shares, [0, 0.256]);
}

export function theSolutionHasWhatTheServerChecks() {
  equal(JSON.parse(solutionText(CHALLENGE, 700)), {
    algorithm: 'SHA-256', challenge: CHALLENGE.challenge, number: 700, salt: CHALLENGE.salt, signature: 's',
  });
}
