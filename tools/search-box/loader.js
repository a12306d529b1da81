/** All of search that every page carries: it waits for a reader who wants to search, then loads the rest. */

import "./slash-key.js";

/**
 * Makes the search box of a page load its scripts at its first use: focus (which `/` gives, too), or `?q=` in the address.
 *
 * @param {Document} doc
 */
export function mountSearch(doc) {
  const root = doc.querySelector("[data-search]");
  if (!root) return;

  const input = root.querySelector('[data-guide="search-input"]');
  const load = once(() => {
    root.classList.add("search--loading");
    if (root.dataset.style) addStyle(doc, root.dataset.style); // on a disk all styles are there
    for (const address of [root.dataset.index, root.dataset.engine]) addScript(doc, address, () => giveUp(root));
  });
  // A finger comes down a tenth of a second before the box has the focus.
  input.addEventListener("pointerdown", load);
  input.addEventListener("focus", load);
  // A reader may be in the box before this script has come.
  input.addEventListener("input", load);
  if (doc.activeElement === input) load();
  const asked = new URLSearchParams(doc.location.search).get("q");
  if (!asked) return;
  input.value = asked;
  load();
}

function once(act) {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** What cannot be searched can still be looked through: the link to all pages comes back. */
function giveUp(root) {
  root.classList.remove("search--loading");
  root.classList.add("search--failed");
}

/** Not async, so that the index is there when the engine starts. */
function addScript(doc, address, onFailure) {
  const script = doc.createElement("script");
  script.src = address;
  script.async = false;
  script.addEventListener("error", onFailure);
  doc.head.append(script);
}

function addStyle(doc, href) {
  doc.head.append(Object.assign(doc.createElement("link"), { rel: "stylesheet", href }));
}
