/**
 * The offline app's worker, registered only when a reader asks. `GUIDE`, which the build puts in front, says what a copy
 * holds: {version, date, files: addresses below the guide's root, notices: language → words}.
 */
import { CACHES } from "./names.js";

const COPY = CACHES + GUIDE.version;
const AT_ONCE = 6; // as many as a browser asks one host for
const HASHED = /\.[0-9A-F]{8}\.\w+$/;

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
    while (waiting.length) await keep(copy, new URL(waiting.pop(), self.registration.scope).href);
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

/** What the network says; only without network the copy, which says so. */
async function answer(request) {
  try {
    return await fetch(request);
  } catch (fault) {
    const kept = await caches.match(request, { cacheName: COPY, ignoreSearch: true, ignoreVary: true });
    if (!kept) throw fault;
    return /^text\/html/.test(kept.headers.get("Content-Type")) ? withNotice(kept) : kept;
  }
}

async function withNotice(response) {
  const html = await response.text();
  const { headers } = response;
  const words = GUIDE.notices[/<html[^>]*\blang="?en/.test(html) ? "en" : "zh"];
  const notice = `<div class="notice notice--danger" role="status" data-kept-copy="${GUIDE.date}"><p>${words}</p></div>`;
  return new Response(html.replace(/<main[^>]*>/, (main) => main + notice), { headers });
}
