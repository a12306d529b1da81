import { fill } from "../form/fill.js";
import { nameEvidence } from "./evidence.js";
import { unpack } from "./unpack.js";

/**
 * On a disk: puts the parts that all pages of a language share in their places, before any other script looks for them.
 *
 * @typedef {object} Frame what `assets/frame-LOCALE.js` holds
 * @property {string} source address of that file
 * @property {string} home folder of the language's home page as seen from that file; addresses in the parts are seen from there
 * @property {string} other folder of the other language's home page, as seen from this language's
 * @property {{engine?: string, index?: string}} search files of search as seen from the home page
 * @property {[string, Record<string, string>]} evidence words for the links to evidence: what they are, and a figure's status
 * @property {Record<string, string>} parts markup by the selector of the place-holder that it takes the place of
 */

/**
 * @param {Document} page
 * @param {Frame} frame
 */
export function putFrame(page, frame) {
  const inside = pathInside(new URL(frame.home, frame.source), page.location);
  const up = "../".repeat(inside.split("/").length - 1);
  for (const [selector, markup] of Object.entries(frame.parts)) {
    const place = page.querySelector(selector);
    if (place) place.outerHTML = markup; // the build's own, never a reader's
    const part = page.querySelector(selector);
    if (part) aim(part, up);
  }
  page.querySelector("[data-language-switch]").setAttribute("href", up + frame.other + inside);
  const search = page.querySelector("[data-search]");
  for (const [kind, name] of Object.entries(frame.search)) search.dataset[kind] = up + name;
  markPage(page, up + (inside || "index.html"));
  listHeadings(page);
  dateNotice(page);
  nameEvidence(page, frame.evidence);
}

/** Path of the page below the folder *home* (`costs/index.html`). */
function pathInside(home, { pathname }) {
  return pathname.startsWith(home.pathname) ? pathname.slice(home.pathname.length) : "";
}

/** Makes links seen from the home page lead to the same place from here. */
function aim(part, up) {
  for (const link of part.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    if (!/^(#|\w+:)/.test(address)) link.setAttribute("href", up + address);
  }
}

/** Marks the page in the list of pages, and names its section above the text. */
function markPage(page, address) {
  const links = [...page.querySelectorAll(".nav a")];
  for (const link of links) link.removeAttribute("aria-current");
  const own = links.find((link) => link.getAttribute("href") === address);
  if (own) own.setAttribute("aria-current", "page");
  const section = own && own.closest(".nav__section");
  const path = page.querySelector(".path");
  if (path && section) path.lastElementChild.textContent = section.querySelector(".nav__title").textContent;
}

/** Lists the headings beside the text. */
function listHeadings(page) {
  const list = page.querySelector(".toc ul");
  if (!list) return;
  fill(list, ...[...page.querySelectorAll("article h2[id]")].map((heading) => {
    const item = page.createElement("li");
    const link = page.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    item.append(link);
    return item;
  }));
}

/** The day on which the page's facts are due stands at its foot. */
function dateNotice(page) {
  const notice = page.querySelector("[data-review-by]");
  const due = [...page.querySelectorAll(".foot__dates time")].pop();
  if (!notice || !due) return;
  notice.dataset.reviewBy = due.dateTime;
  notice.querySelector("time").textContent = due.textContent;
}

// The scripts with the indexes of search, which load at its first use, call this.
self.guideUnpack = unpack;
if (self.guideFrame) putFrame(document, self.guideFrame);
