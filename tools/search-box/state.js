/** Says in the box's status line what becomes of search before there are results. */

/**
 * @param {HTMLElement} root of the search box
 * @param {'loading' | 'failed' | ''} state empty once there is nothing to say
 */
export function showState(root, state) {
  root.classList.toggle("search--loading", state === "loading");
  root.classList.toggle("search--failed", state === "failed");
  root.querySelector('[data-guide="search-status"]').textContent = (state && root.dataset[state]) ?? "";
}
