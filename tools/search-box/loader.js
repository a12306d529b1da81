/** All of search that every page carries: it waits for a reader who wants to search, then loads the rest. */

import "./slash-key.js";
import { showState } from "./state.js";
import { isForInputMethod } from "./typed.js";

/** After so long a reader is told, and the next key asks again. */
const PATIENCE_MS = 10000;

/**
 * Makes the search box of a page load its scripts at its first use: focus (which `/` gives, too), or `?q=` in the address.
 * Where they do not come, the box says so, shows the link to all pages, and asks again at the next key.
 *
 * @param {Document} doc
 */
export function mountSearch(doc) {
  const root = doc.querySelector("[data-search]");
  if (!root) return;

  const input = root.querySelector('[data-guide="search-input"]');
  let isLoading = false;
  const load = async () => {
    if (isLoading || isThere(root)) return;
    isLoading = true;
    showState(root, "loading");
    const giveUp = () => {
      isLoading = false;
      if (!isThere(root)) showState(root, "failed");
    };
    const timer = setTimeout(giveUp, PATIENCE_MS);
    addStyle(doc, root.dataset.style);
    await Promise.all([root.dataset.index, root.dataset.engine].map((address) => scriptRun(doc, address)));
    clearTimeout(timer);
    giveUp();
  };
  // A finger comes down a tenth of a second before the box has the focus; a reader may be in the box before this script.
  for (const event of ["pointerdown", "focus", "input"]) input.addEventListener(event, load);
  input.addEventListener("keydown", (event) => {
    if (isThere(root) || event.key !== "Enter" || isForInputMethod(event)) return;
    root.wantsToFollow = true;
    load();
  });
  root.dataset.ready = "";

  if (doc.activeElement === input) load();
  const asked = new URLSearchParams(doc.location.search).get("q");
  if (!asked) return;
  input.value = asked;
  load();
}

/** Whether the box's own script has run: a file that came need not be the one that was asked for. */
function isThere(root) {
  return Boolean(root.searchBox);
}

/** Waits until a script has run or failed. Not async, so that the index is there when the engine starts. */
function scriptRun(doc, src) {
  return new Promise((done) => {
    const script = Object.assign(doc.createElement("script"), { src, async: false, onload: done, onerror: done });
    doc.head.append(script);
  });
}

/** On a disk all styles are there. */
function addStyle(doc, href) {
  if (!href || doc.querySelector(`link[href="${href}"]`)) return;
  doc.head.append(Object.assign(doc.createElement("link"), { rel: "stylesheet", href }));
}
