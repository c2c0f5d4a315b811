// Keeps what is the same for everybody: styles, scripts, icons and the page that says there is no connection. Pages and data
// always come from the server, for they may be somebody's own.
'use strict';

const KEPT = 'motcua-1';
const OFFLINE = '/offline.html';
const STATIC = /^\/(css|js|webjars|icons)\/|^\/(favicon\.svg|offline\.html)$/;

self.addEventListener('install', event => {
  event.waitUntil(caches.open(KEPT)
    .then(kept => kept.addAll([OFFLINE, '/css/offline.css', '/favicon.svg']))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate' && !address.pathname.startsWith('/camunda')) {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  } else if (STATIC.test(address.pathname)) {
    event.respondWith(fresh(event));
  }
});

// From the server while there is one, so that a new version is seen at once; what was kept is for when there is none.
async function fresh(event) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(event.request);
    if (answer.ok && answer.type === 'basic') {
      event.waitUntil(kept.put(event.request, answer.clone()));
    }
    return answer;
  } catch (offline) {
    return await kept.match(event.request) || Response.error();
  }
}
