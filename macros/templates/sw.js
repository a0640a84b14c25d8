/*
 * The guide without a network. Each version of the site keeps its files in a cache of its own, so that no page ever
 * meets the styles or scripts of another version. A language is kept whole from the first look at one of its pages.
 * Written at build: VERSION is a digest of all FILES.
 */

const VERSION = {{ version }};
const FILES = {{ files }}; // By folder: what all share, and each language's own; "" is the main language's.
const SHARED = {{ shared }}; // The folder that all share.
const OFFLINE = {{ offline }}; // false: this worker removes itself and everything it kept.

const FAMILY = "wallet-complaint-guide-";
const CACHE = FAMILY + VERSION;
const FINGERPRINT = /\/guide-|\.[0-9a-f]{8}\.min\./;

self.addEventListener("install", (event) => {
  event.waitUntil(OFFLINE ? keepWhatIsRead() : self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(OFFLINE ? dropOthers(CACHE) : dropOthers(null).then(() => self.registration.unregister()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") {
    self.skipWaiting();
  }
  if (event.data === "forget") {
    event.waitUntil(dropOthers(null).then(async () => {
      const left = (await caches.keys()).filter((name) => name.startsWith(FAMILY));
      event.ports[0].postMessage(left.length);
    }));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (OFFLINE && request.method === "GET" && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
    if (request.mode === "navigate") {
      // No network, or no room: the next look at this language tries again.
      event.waitUntil(keep(folderOf(request.url)).catch(() => {}));
    }
  }
});

/** What all share, the languages of open pages, and those that the last version kept. */
async function keepWhatIsRead() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.map(({ url }) => folderOf(url));
  const known = await Promise.all(languages().map(async (folder) => await caches.match(addressOf(folder)) && folder));
  const folders = new Set([SHARED, ...open, ...known.filter((folder) => folder !== undefined)]);
  await Promise.all([...folders].map(keep));
}

async function keep(folder) {
  const cache = await caches.open(CACHE);
  const [last] = FILES[folder].slice(-1);
  if (!await cache.match(addressOf(last))) {
    // Past the browser's own cache, which may hold files of the last version, but for those that never change.
    await cache.addAll(FILES[folder].map((file) => (
      new Request(addressOf(file), { cache: FINGERPRINT.test(file) ? "default" : "reload" })
    )));
  }
}

function languages() {
  return Object.keys(FILES).filter((folder) => folder !== SHARED);
}

/** The folder of the language that a page is in. */
function folderOf(url) {
  const path = url.slice(self.registration.scope.length);
  return languages().find((folder) => folder && path.startsWith(folder)) ?? "";
}

function addressOf(file) {
  return new URL(file, self.registration.scope).href;
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
    const lost = request.mode === "navigate" && await cache.match(addressOf(`${folderOf(request.url)}404.html`));
    if (!lost) {
      throw error;
    }
    return lost;
  }
}
