/*
 * The guide without a network. Each version of the site keeps its files in a cache of its own, and of them only those
 * that are of this version by their digest: a page never meets the styles or scripts of another one, and of an upload
 * that is half done nothing is kept. A language is kept whole from the first look at one of its pages.
 * Written at build: VERSION is a digest of all FILES.
 */

const VERSION = {{ version }};
// By folder, each with its digest: what all share, and each language's own; "" is the main language's.
const FILES = {{ files }};
const SHARED = {{ shared }}; // The folder that all share.
const OFFLINE = {{ offline }}; // false: this worker removes itself and everything it kept.

const { scope } = self.registration;
// Several copies of the guide may stand on one origin, which has one room for all caches.
const FAMILY = `wallet-complaint-guide:${new URL(scope).pathname}:`;
const FORMERLY = /^wallet-complaint-guide-[0-9a-f]{16}$/;
const CACHE = FAMILY + VERSION;
const NO_ROOM = `${CACHE} has no room`; // An empty cache that says so, and outlives this worker.
const FINGERPRINT = /\/assets\/guide-[0-9a-f]{12}\/|\.[0-9a-f]{8}\.min\./;
const LOOSELY = { ignoreSearch: true, ignoreVary: true };
const AT_ONCE = 4; // Files that are fetched at the same time: more would take the line from the page that is read.
const PATIENCE = 3000; // Milliseconds that a page of a newer version may take to come, where an older one is kept.

class NoRoom extends Error {}
class OtherVersion extends Error {}

self.addEventListener("install", (event) => {
  event.waitUntil(OFFLINE ? keepWhatIsRead() : self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(OFFLINE ? begin() : end());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") {
    self.skipWaiting();
  }
  if (event.data === "forget") {
    event.waitUntil(forget().then(async () => event.ports[0].postMessage((await ours()).length)));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!OFFLINE || request.method !== "GET" || !request.url.startsWith(scope)) {
    return;
  }
  if (request.mode === "navigate" && self.registration.waiting) {
    event.respondWith(answerAnew(request));
  } else {
    event.respondWith(answer(request));
    if (request.mode === "navigate") {
      event.waitUntil(dropWhatNobodyReads().then(() => keepLanguage(folderOf(request.url))));
    }
  }
});

async function begin() {
  // The page of a first visit too: what it imports later is of this version, also after the next one is published.
  await self.clients.claim();
  await dropWhatNobodyReads();
}

async function forget() {
  await Promise.all((await ours()).map((name) => caches.delete(name)));
}

async function end() {
  await forget();
  await self.registration.unregister();
}

// Keeping -------------------------------------------------------------------------------------

/**
 * What all share, the languages of open pages, and those that the last version kept. With one file of another version,
 * or none, this version is not installed and the last one stays; without room it is, and keeps nothing.
 */
async function keepWhatIsRead() {
  const open = (await openPages()).map(({ url }) => folderOf(url));
  const known = await Promise.all(languages().map(async (folder) => await anyKept(addressOf(folder)) && folder));
  await keep(new Set([SHARED, ...open, ...known.filter((folder) => folder !== undefined)])).catch(unlessNoRoom);
}

/** A language from the first look at it; what does not come is tried again at the next. */
async function keepLanguage(folder) {
  try {
    if (!self.navigator.connection?.saveData && !await caches.has(NO_ROOM)) {
      await keep([SHARED, folder]);
    }
  } catch (error) {
    if (error instanceof OtherVersion) {
      await self.registration.update().catch(() => {});
    } else {
      await unlessNoRoom(error).catch(() => {}); // No network.
      await dropOthers();
    }
  }
}

async function unlessNoRoom(error) {
  if (!(error instanceof NoRoom)) {
    throw error;
  }
  // There may be room once the last version's files have gone; without any it is not tried again.
  if ((await others()).length === 0) {
    await caches.open(NO_ROOM);
  }
}

const underWay = new Map();

async function keep(folders) {
  for (const folder of folders) {
    if (!underWay.has(folder)) {
      underWay.set(folder, keepFolder(folder).finally(() => underWay.delete(folder)));
    }
    await underWay.get(folder);
  }
}

async function keepFolder(folder) {
  const cache = await caches.open(CACHE);
  const files = Object.entries(FILES[folder]);
  const [last] = files.splice(-1);
  if (await cache.match(addressOf(last[0]))) {
    return;
  }
  // A generator ends for all who take from it when one of them fails.
  const waiting = (function* each() { yield* files; }());
  const take = async () => {
    for (const [file, digest] of waiting) {
      await keepFile(cache, file, digest);
    }
  };
  try {
    const taken = await Promise.allSettled(Array.from({ length: AT_ONCE }, take));
    const failed = taken.find(({ status }) => status === "rejected");
    if (failed) {
      throw failed.reason;
    }
    await keepFile(cache, ...last); // So that with it all are there.
  } catch (error) {
    if (error instanceof NoRoom) {
      await Promise.all(Object.keys(FILES[folder]).map((file) => cache.delete(addressOf(file))));
    }
    throw error;
  }
}

async function keepFile(cache, file, digest) {
  const address = addressOf(file);
  if (!await cache.match(address)) {
    const whole = await ofThisVersion(address, digest);
    await cache.put(address, whole).catch((error) => { throw new NoRoom(error); });
  }
}

/** A file with that digest: an earlier version's if it has not changed, else the network's. */
async function ofThisVersion(address, digest) {
  const usual = FINGERPRINT.test(address) ? "default" : "no-cache";
  const ways = [
    () => anyKept(address),
    () => fetch(address, { cache: usual }),
    // Past all caches between, which may hold what a half-done upload left in them.
    () => fetch(address, { cache: "reload" }),
  ];
  for (const way of ways) {
    const found = await way();
    if (found?.ok) {
      const content = await found.arrayBuffer();
      if (await digestOf(content) === digest) {
        return new Response(content, { headers: found.headers });
      }
    }
  }
  throw new OtherVersion(address);
}

async function digestOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content), 0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What was kept -------------------------------------------------------------------------------

function anyKept(address) {
  return caches.match(address, LOOSELY);
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(FAMILY) || FORMERLY.test(name));
}

async function others() {
  return (await ours()).filter((name) => name !== CACHE && name !== NO_ROOM);
}

async function dropOthers() {
  await Promise.all((await others()).map((name) => caches.delete(name)));
}

/** Pages that are open may still ask for scripts of their version; once none is, the others' files go. */
async function dropWhatNobodyReads() {
  if ((await openPages()).length === 0) {
    await dropOthers();
  }
}

async function openPages() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return windows.filter(({ url }) => url.startsWith(scope));
}

// Addresses -----------------------------------------------------------------------------------

function languages() {
  return Object.keys(FILES).filter((folder) => folder !== SHARED);
}

/** The folder of the language that a page is in. */
function folderOf(url) {
  const path = url.slice(scope.length);
  return languages().find((folder) => folder && path.startsWith(folder)) ?? "";
}

function addressOf(file) {
  return new URL(file, scope).href;
}

// Answers -------------------------------------------------------------------------------------

async function answer(request) {
  const kept = await whatIsKept(request).catch(() => undefined); // A device may have lost its storage.
  if (kept) {
    return kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const lost = request.mode === "navigate" && await anyKept(addressOf(`${folderOf(request.url)}404.html`));
    if (!lost) {
      throw error;
    }
    return lost;
  }
}

/** A page while a newer version waits to take over: that version's from the network, or what is kept. */
async function answerAnew(request) {
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const fresh = await Promise.race([fetch(request).catch(() => undefined), late]);
  return fresh && fresh.status < 500 ? fresh : answer(request);
}

async function whatIsKept(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, LOOSELY);
  if (kept) {
    return kept;
  }
  if (request.mode === "navigate") {
    return await wayToPage(cache, new URL(request.url));
  }
  // What has a fingerprint is the same in every version, and the page that asks may be of another.
  return FINGERPRINT.test(request.url) ? anyKept(request.url) : undefined;
}

/** `/en` and `/en/index.html` lead to `/en/`, as hosts do. */
async function wayToPage(cache, { pathname, search }) {
  const page = new URL(`${pathname.replace(/\/(index\.html)?$/, "")}/`, scope).href;
  return await cache.match(page, LOOSELY) && Response.redirect(page + search);
}
