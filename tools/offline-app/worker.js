/**
 * The offline app's worker, registered only when a reader asks. `GUIDE`, which the build puts in front, says what a copy
 * holds: {version, date, files: addresses below the guide's root, notices: language → words}.
 */
import { CACHES } from "./names.js";

const COPY = CACHES + GUIDE.version;
const AT_ONCE = 6; // as many as a browser asks one host for
const PATIENCE_MS = 6000; // how long a network may take that has answered before
const IMPATIENCE_MS = 1500; // and one that has not
const HASHED = /\.[0-9A-F]{8}\.\w+$/;
const SILENCE = new Error("no answer");
let patience_ms = PATIENCE_MS;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});
self.addEventListener("activate", (event) => event.waitUntil(removeOldCopies()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

/** Everything or nothing: what was kept before a failure is thrown away. */
async function keepAll() {
  const waiting = [...GUIDE.files];
  const copy = await caches.open(COPY);
  const keepSome = async () => {
    while (waiting.length) await keep(copy, new URL(/** @type {string} */ (waiting.pop()), self.registration.scope).href);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
  } catch (fault) {
    waiting.length = 0;
    await caches.delete(COPY);
    throw fault;
  }
}

async function keep(copy, url) {
  // A file whose name carries its hash is the same in every copy; all else is asked for anew.
  const old = HASHED.test(url) && (await caches.match(url));
  const response = old || (await fetch(url, { cache: "no-cache" }));
  if (!response.ok || response.redirected) throw new Error(`${response.status} ${url}`);
  await copy.put(url, response);
}

async function removeOldCopies() {
  for (const name of await caches.keys()) if (name.startsWith(CACHES) && name !== COPY) await caches.delete(name);
}

/** What the network says; where it fails or does not answer, the copy, which says so. */
async function answer(request) {
  if (HASHED.test(request.url)) return (await keptFor(request)) || fetch(request);
  const asked = fetch(request).then(whole);
  asked.then(() => { patience_ms = PATIENCE_MS; }, () => {});
  try {
    return await Promise.race([asked, silence(patience_ms)]);
  } catch (fault) {
    // Who reads on need not wait as long for the next page.
    if (fault === SILENCE) patience_ms = IMPATIENCE_MS;
    const kept = await keptFor(request);
    if (!kept) return asked;
    return isPage(kept) ? withNotice(kept) : kept;
  }
}

function keptFor(request) {
  return caches.match(request, { cacheName: COPY, ignoreSearch: true, ignoreVary: true });
}

/** A page that stops halfway is no answer either. */
async function whole(response) {
  if (isPage(response)) await response.clone().arrayBuffer();
  return response;
}

function silence(limit_ms) {
  return new Promise((_, fail) => setTimeout(() => fail(SILENCE), limit_ms));
}

function isPage(response) {
  return /^text\/html/.test(response.headers.get("Content-Type"));
}

async function withNotice(response) {
  const html = await response.text();
  const { headers } = response;
  const words = GUIDE.notices[/<html[^>]*\blang="?en/.test(html) ? "en" : "zh"];
  const notice = `<div class="notice notice--danger" role="status" data-kept-copy="${GUIDE.date}"><p>${words}</p></div>`;
  return new Response(html.replace(/<main[^>]*>/, (main) => main + notice), { headers });
}
