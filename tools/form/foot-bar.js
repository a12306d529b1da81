const MARGIN_PX = 8; // room for the ring around what has the focus

/**
 * Keeps what has the focus clear of the bar at the foot of the screen (WCAG 2.4.11): of a field of several lines browsers
 * bring no more than the caret into view.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} bar below the form, stuck to the foot of the screen while it is shown
 */
export function keepClearOf(form, bar) {
  form.addEventListener("focusin", ({ target }) => requestAnimationFrame(() => {
    const { top, bottom } = /** @type {Element} */ (target).getBoundingClientRect();
    const hidden = bottom - bar.getBoundingClientRect().top + MARGIN_PX;
    if (!bar.hidden && hidden > 0) window.scrollBy(0, Math.min(hidden, top - MARGIN_PX));
  }));
}
