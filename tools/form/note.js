/** A sentence beside the results, in the tool's `data-note`; without words it goes. */

import { inVoices } from "./voices.js";

/**
 * @param {import("./form.js").Tool} tool
 * @param {string} words
 */
export function showNote({ root, locale }, words) {
  const place = root.querySelector("[data-note]");
  place.textContent = "";
  place.append(...inVoices(words, locale));
  place.hidden = !words;
}
