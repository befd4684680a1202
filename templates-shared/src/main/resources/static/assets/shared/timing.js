/** Delays that keep many browsers from asking in the same moment. No DOM. */

/** A duration between 80 % and 120 % of the given one. */
export const jitter = (ms, random = Math.random) => ms * (0.8 + random() * 0.4);

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
