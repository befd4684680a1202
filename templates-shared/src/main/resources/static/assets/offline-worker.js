/*
 * The service worker of /tickets and of /door. Pages come from the network, and from the cache when it does not answer; files have their
 * version in their address and come from the cache first. Only the page itself decides what is kept (shared/offline.js).
 */
const SCOPE = new URL(self.registration.scope).pathname;
const CACHE = 'podo-offline' + SCOPE.replaceAll('/', '-');
const PATIENCE = 4000;
const FILES = /^\/(assets|webjars|posters)\//;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (e.request.mode === 'navigate') e.respondWith(page(e.request, url));
  else if (FILES.test(url.pathname)) e.respondWith(file(e.request, url));
});

async function page(request, url) {
  const network = fetch(request);
  const kept = await find(url.pathname);
  if (!kept) return network;
  const late = new Promise((resolve) => { setTimeout(() => resolve(kept), PATIENCE); });
  return Promise.race([network.catch(() => kept), late]);
}

async function file(request, url) {
  return await find(url.pathname) || fetch(request);
}

async function find(path) {
  return caches.has(CACHE).then((has) => (has ? caches.open(CACHE).then((cache) => cache.match(path)) : undefined));
}
