const STATUSES = { confirmed: "evidence--confirmed", reported: "evidence--reported", uncertain: "evidence--uncertain" };

/**
 * Tells those who hear the page what the mark beside a figure leads to; on the web it is written in the page.
 * @param {Document} page
 * @param {[string, Record<string, string>]} words what the mark is, and a figure's status
 */
export function nameEvidence(page, [evidence, statuses]) {
  for (const link of page.querySelectorAll("a.evidence:not([aria-label])")) {
    const status = Object.keys(STATUSES).find((name) => link.classList.contains(STATUSES[name]));
    link.setAttribute("aria-label", evidence + /** @type {Element} */ (link.parentElement).querySelector("data").textContent + (status ? statuses[status] : ""));
  }
}
