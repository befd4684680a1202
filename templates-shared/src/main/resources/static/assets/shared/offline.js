/*
 * Keeps a page and its files for when there is no network. Nothing of it outlives the log-out: page/account.js empties the caches.
 * The worker offline-worker.js answers from them.
 */

/** Below which pages are kept; the worker names its cache in the same way. */
const nameOf = (scope) => 'podo-offline' + scope.replaceAll('/', '-');

/** @param more addresses beside those that the page has loaded; answers whether the page will open without network */
export async function keepPage(scope, more = []) {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined') return false;
  try {
    await navigator.serviceWorker.register(scope + '/worker.js', { scope });
    const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
      .filter((url) => url.origin === location.origin && /^\/(assets|webjars|posters)\//.test(url.pathname)).map((url) => url.pathname);
    const files = new Set([...loaded, ...more]);
    const cache = await caches.open(nameOf(scope));
    for (const kept of await cache.keys()) {
      const { pathname } = new URL(kept.url);
      if (/^\/(assets|webjars|posters)\//.test(pathname) && !files.delete(pathname)) await cache.delete(kept);
    }
    await cache.addAll([...files]);
    const page = await fetch(location.pathname, { headers: { Accept: 'text/html' }, redirect: 'error' });
    if (page.ok) await cache.put(location.pathname, page);
    return page.ok;
  } catch (e) {
    return false;
  }
}
