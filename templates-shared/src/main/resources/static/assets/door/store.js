/* What a gate keeps in this browser: the list of its event, who it has let in, and what the server has not heard yet. */

const NAME = 'podo-door';
let opening = null;

function open() {
  opening = opening || new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('events');
      request.result.createObjectStore('used');
      request.result.createObjectStore('unsent', { autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

/** Runs one transaction and answers what its request found, once it is on the disk. */
async function run(store, mode, action) {
  const transaction = (await open()).transaction(store, mode, { durability: 'strict' });
  const request = action(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @param event { list, keys, offset }: offset is the server's clock minus this phone's, in ms */
export const saveEvent = (id, event) => run('events', 'readwrite', (store) => store.put(event, id));

/** Applies a change to what is kept of every event; one that answers the same thing leaves it. */
export async function changeEvents(change) {
  const events = (await open()).transaction('events', 'readwrite').objectStore('events');
  events.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    const changed = change(cursor.value);
    if (changed !== cursor.value) cursor.update(changed);
    cursor.continue();
  };
}

export const loadEvent = (id) => run('events', 'readonly', (store) => store.get(id));

/** Who this phone has let in to an event: a Map of ticket id to { at, gate }. What the server has not heard is in it in any case. */
export async function loadUsed(eventId) {
  const used = new Map(await run('used', 'readonly', (store) => store.get(eventId)) || []);
  for (const [, { scan, ticketId }] of await listUnsent(eventId)) {
    if (scan && ticketId && !used.has(ticketId)) used.set(ticketId, { at: scan.scannedAt, gate: scan.gate });
  }
  return used;
}

export const saveUsed = (eventId, used) => run('used', 'readwrite', (store) => store.put([...used], eventId));

/**
 * @param item { scan, tried, ticketId }, { undo: id of a check-in } or { undone: scan }, with eventId; tried: the server may have heard it;
 * ticketId: who was let in by it
 */
export const keepUnsent = (item) => run('unsent', 'readwrite', (store) => store.add(item));

/** In the order in which they were kept: [key, item]. */
export async function listUnsent(eventId) {
  const keys = await run('unsent', 'readonly', (store) => store.getAllKeys());
  const items = await run('unsent', 'readonly', (store) => store.getAll());
  return keys.map((key, i) => [key, items[i]]).filter(([, item]) => item && item.eventId === eventId);
}

export const dropUnsent = (keys) => run('unsent', 'readwrite', (store) => {
  keys.forEach((key) => store.delete(key));
  return store.count();
});
