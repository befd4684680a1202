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

/**
 * Pages and lists that are kept for when there is no network. What a gate has let in and not sent yet stays: it holds ids of tickets and
 * times, and nobody else knows them.
 */
export async function forgetKept() {
  if (typeof caches !== 'undefined') {
    const names = await caches.keys().catch(() => []);
    names.filter((name) => name.startsWith('podo-offline')).forEach((name) => caches.delete(name).catch(() => false));
  }
  if (typeof indexedDB === 'undefined') return;
  const opening = indexedDB.open('podo-door');
  opening.onupgradeneeded = () => opening.transaction.abort(); // there is none
  opening.onsuccess = () => {
    const lists = opening.result.transaction(['events', 'used'], 'readwrite');
    lists.objectStore('events').clear();
    lists.objectStore('used').clear();
    lists.oncomplete = () => opening.result.close();
  };
}
