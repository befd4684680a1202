/* A browser may forbid storage; then nothing is remembered and nothing fails. */

export function remembered(storage, key) {
  try { return window[storage].getItem(key); } catch (e) { return null; }
}

export function remember(storage, key, value) {
  try { window[storage].setItem(key, value); } catch (e) { /* nothing is remembered */ }
}

/** Everything of this site. */
export function forget(storage) {
  try { window[storage].clear(); } catch (e) { /* there is nothing */ }
}
