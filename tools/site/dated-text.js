import { isDue } from "./review-notice.js";

/**
 * Shows what a page says once a day has passed (`data-after`), in place of what it said until then (`data-until`).
 * Without script the text of before stands, which names the day itself.
 * @param {Document} page
 * @param {Date} now
 */
export function switchDatedText(page, now) {
  for (const part of page.querySelectorAll("[data-until]")) part.hidden = isDue(String(part.dataset.until), now);
  for (const part of page.querySelectorAll("[data-after]")) part.hidden = !isDue(String(part.dataset.after), now);
}
