/* A worker that solves a challenge, so that the page stays quick; it says how far it is, and then the number or null. */
import { solve } from './challenge/solver.js';

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

self.onmessage = async ({ data }) => {
  self.postMessage({ number: await solve(data, sha256, (share) => self.postMessage({ share })) });
};
