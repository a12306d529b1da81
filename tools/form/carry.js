/**
 * What was typed once follows the reader to the other tools, in the links of this page and nowhere else: nothing is stored.
 *
 * `data-carry-pages` of a tool lists the addresses of pages with tools. Every link to one of them (menus too) gets `#?amount=…`.
 * A link marked `data-carry-to="overdue-cost"` goes to that tool and fills it.
 */

import { addressOf } from "./address.js";

/**
 * @param {HTMLElement} root the tool
 * @param {string[]} pages relative addresses of pages that hold tools
 * @param {[string, string][]} fields names and texts to carry
 */
export function carryToLinks(root, pages, fields) {
  for (const link of root.querySelectorAll("a[data-carry-to]")) {
    const wanted = (link.dataset.carry || "amount").split(" ");
    link.hash = addressOf(String(link.dataset.carryTo), fields.filter(([name]) => wanted.includes(name)));
  }

  const amount = fields.filter(([name]) => name === "amount");
  const targets = new Set(pages.map((page) => withoutHash(new URL(page, document.baseURI))));
  targets.delete(withoutHash(window.location));
  for (const link of document.querySelectorAll("a[href]")) {
    const isPlain = !link.hash || link.hash.startsWith("#?");
    if (isPlain && !link.dataset.carryTo && targets.has(withoutHash(link))) link.hash = addressOf("", amount);
  }
}

function withoutHash(location) {
  return location.href.split("#")[0];
}
