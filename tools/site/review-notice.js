/**
 * Tells the reader of an old copy that its facts were due for review. Needs no network.
 * @param {Document} page
 * @param {Date} now
 */
export function mountReviewNotice(page, now) {
  const notice = page.querySelector("[data-review-by]");
  if (notice) notice.hidden = !isDue(String(notice.dataset.reviewBy), now);
}

/**
 * Whether the civil day *reviewBy* (ISO) has passed on the device's calendar.
 * @param {string} reviewBy
 * @param {Date} now
 */
export function isDue(reviewBy, now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` > reviewBy;
}
