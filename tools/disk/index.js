/**
 * On a disk: puts the parts that all pages of a language share in their places, before any other script looks for them.
 *
 * @typedef {object} Frame what `assets/frame-LOCALE.js` holds
 * @property {string} source address of that file
 * @property {string} home folder of the language's home page, as seen from that file; addresses in the parts are seen from there
 * @property {{engine?: string, index?: string}} search files of search beside that file
 * @property {Record<string, string>} parts markup by the selector of its place
 */

/**
 * @param {Document} page
 * @param {Frame} frame
 */
export function putFrame(page, frame) {
  const home = new URL(frame.home, frame.source);
  for (const [selector, markup] of Object.entries(frame.parts)) {
    for (const place of page.querySelectorAll(selector)) {
      place.innerHTML = markup; // the build's own, never a reader's
      aim(place, home);
    }
  }
  dateNotice(page);
  const search = page.querySelector("[data-search]");
  for (const [kind, name] of Object.entries(frame.search)) search.dataset[kind] = new URL(name, frame.source).href;
}

/** Makes links seen from the home page lead to the same place from here, and marks the page itself in the list of pages. */
function aim(place, home) {
  for (const link of place.querySelectorAll("a[href]")) {
    if (link.getAttribute("href").startsWith("#")) continue;
    link.href = new URL(link.getAttribute("href"), home).href;
    link.removeAttribute("aria-current");
    if (place.id === "nav" && link.pathname === place.ownerDocument.location.pathname) link.setAttribute("aria-current", "page");
  }
}

/** The day on which the page's facts are due stands at its foot. */
function dateNotice(page) {
  const shown = page.querySelector("[data-review-by] time");
  const due = [...page.querySelectorAll(".foot__dates time")].pop();
  if (shown && due) shown.textContent = due.textContent;
}

if (self.guideFrame) putFrame(document, self.guideFrame);
