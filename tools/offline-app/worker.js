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
const PAGE = /(\/|\.html)$/;
const NOT_FOUND = "404.html";
const OLD_TABS = addressOf("old-tabs"); // where the copy keeps who was there before it
const SILENCE = new Error("no answer");
let patience_ms = PATIENCE_MS;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET" || !url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(event.request));
  if (mode === "navigate") event.waitUntil(forgetOldTabs());
});

/** @param {string} name below the guide's root */
function addressOf(name) {
  return new URL(name, self.registration.scope).href;
}

/** Everything or nothing: what was kept before a failure is thrown away. */
async function keepAll() {
  const waiting = [...GUIDE.files];
  const copy = await caches.open(COPY);
  const keepSome = async () => {
    while (waiting.length) await keep(copy, addressOf(/** @type {string} */ (waiting.pop())));
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
  const isMeantToFail = url.endsWith(NOT_FOUND); // hosts give this page in many ways
  const isPlain = response.ok && !response.redirected;
  if (!(isPlain || isMeantToFail) || PAGE.test(url) !== isPage(response)) throw new Error(`${response.status} ${url}`);
  const { headers } = response;
  const body = await response.blob();
  if (PAGE.test(url) && !isOurs(await textOf(body))) throw new Error(`another page at ${url}`);
  await copy.put(url, new Response(body, { headers }));
}

/**
 * The new copy takes the place of older ones. Tabs that are open may still ask for the files that their pages name, so
 * these stay until none of those tabs is left.
 */
async function takeOver() {
  const copy = await caches.open(COPY);
  for (const name of await caches.keys()) {
    if (!name.startsWith(CACHES) || name === COPY) continue;
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      if (HASHED.test(request.url) && !(await copy.match(request))) await copy.put(request, /** @type {Response} */ (await old.match(request)));
    }
    await copy.put(OLD_TABS, new Response(JSON.stringify(await openTabs())));
    await caches.delete(name);
  }
}

async function forgetOldTabs() {
  const copy = await caches.open(COPY);
  const noted = await copy.match(OLD_TABS);
  if (!noted) return;
  const [old, open] = [await noted.json(), await openTabs()];
  if (old.some((id) => open.includes(id))) return;
  const own = new Set(GUIDE.files.map(addressOf));
  for (const { url } of await copy.keys()) if (!own.has(url)) await copy.delete(url);
}

async function openTabs() {
  return (await self.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ id }) => id);
}

/** What the network says; where it fails, does not answer, or another than the guide answers, the copy, which says so. */
async function answer(request) {
  if (HASHED.test(request.url)) return (await keptAt(request.url)) || fetch(request);
  const asked = ask(request);
  asked.then(() => { patience_ms = PATIENCE_MS; }, () => {});
  try {
    return await Promise.race([asked, silence(patience_ms)]);
  } catch (fault) {
    // Who reads on need not wait as long for the next page.
    if (fault === SILENCE) patience_ms = IMPATIENCE_MS;
    return (await keptFor(request)) || asked.catch(() => fetch(request));
  }
}

/** The guide's answer; fails where the server is ill or somebody else answers, as the gates of hotels and trains do. */
async function ask(request) {
  if (request.mode !== "navigate") return sound(await fetch(request), isPage);
  // Followed here: otherwise nobody sees that the way leads to another host.
  const response = sound(await fetch(request.url, { cache: request.cache, credentials: "same-origin" }));
  if (!isPage(response)) return response;
  // A page that stops halfway is no answer either.
  if (!isOurs(await response.clone().text())) throw new Error("another page");
  return response.redirected ? Response.redirect(response.url) : response;
}

/** @param {Response} response @param {(response: Response) => boolean} [isWrong] */
function sound(response, isWrong = () => false) {
  if (response.status >= 500 || isWrong(response)) throw new Error(`${response.status}`);
  return response;
}

/** What the copy has for a request; for a page that it does not have, the page for wrong addresses. */
async function keptFor({ url, mode }) {
  const kept = await keptAt(url);
  if (kept) return isPage(kept) ? withNotice(kept) : kept;
  if (mode !== "navigate") return undefined;
  const { origin, pathname, search } = new URL(url);
  const folder = origin + pathname.replace(/\/(index\.html)?$|$/, "/");
  if (await keptAt(folder)) return Response.redirect(folder + search);
  const page = await keptAt(addressOf(url.startsWith(addressOf("en/")) ? `en/${NOT_FOUND}` : NOT_FOUND));
  return page && withNotice(page, 404);
}

function keptAt(url) {
  return caches.match(url, { cacheName: COPY, ignoreSearch: true, ignoreVary: true });
}

function silence(limit_ms) {
  return new Promise((_, fail) => setTimeout(() => fail(SILENCE), limit_ms));
}

function isPage(response) {
  return /^text\/html/.test(response.headers.get("Content-Type"));
}

/** Whether a page is the guide's, by what all its pages have and hardly another. */
function isOurs(html) {
  return /<html[^>]*\bno-js\b/.test(html) && /<main[^>]*\bid="?content\b/.test(html);
}

/** `Blob.text` is younger than Safari 13. */
function textOf(blob) {
  return new Response(blob).text();
}

async function withNotice(response, status = 200) {
  const html = await response.text();
  const { headers } = response;
  const words = GUIDE.notices[/<html[^>]*\blang="?en/.test(html) ? "en" : "zh"];
  const notice = `<div class="notice notice--danger" role="status" data-kept-copy="${GUIDE.date}"><p>${words}</p></div>`;
  return new Response(html.replace(/<main[^>]*>/, (main) => main + notice), { status, headers });
}
