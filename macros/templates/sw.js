/*
 * The whole guide without a network. Each version of the site keeps all its files in a cache of its own, so that
 * no page ever meets the styles or scripts of another version. Written at build: VERSION is a digest of all FILES.
 */

const VERSION = {{ version }};
const FILES = {{ files }};
const OFFLINE = {{ offline }}; // false: this worker removes itself and everything it kept.

const FAMILY = "wallet-complaint-guide-";
const CACHE = FAMILY + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(OFFLINE ? keepAll() : self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(OFFLINE ? dropOthers(CACHE) : dropOthers(null).then(() => self.registration.unregister()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") {
    self.skipWaiting();
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (OFFLINE && request.method === "GET" && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
  }
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache, which may hold files of the last version.
  await cache.addAll(FILES.map((file) => new Request(new URL(file, self.registration.scope), { cache: "reload" })));
}

async function dropOthers(kept) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== kept).map((name) => caches.delete(name)));
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) {
    return kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const lost = request.mode === "navigate" && await cache.match(new URL("404.html", self.registration.scope));
    if (!lost) {
      throw error;
    }
    return lost;
  }
}
