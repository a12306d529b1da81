/** Where the list stands beside the text; narrower, it opens below the title (as in `styles/base/10-shell.css`). */
const BESIDE = "(min-width: 80em)";

/**
 * The list of headings: open where it stands beside the text, and it shows which of them is being read.
 * The list of pages shows its reader's own one.
 * @param {Document} page
 */
export function mountContents(page) {
  const wide = matchMedia(BESIDE);
  const arrange = () => {
    for (const list of listsIn(page, ".toc--beside [data-contents]")) list.open = wide.matches;
  };
  arrange();
  if (wide.addEventListener) wide.addEventListener("change", arrange);
  let waiting = 0;
  addEventListener("scroll", () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      markHeading(page);
    });
  }, { passive: true });
  markHeading(page);
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".toc a") : null;
    const list = /** @type {HTMLDetailsElement | null | undefined} */ (link?.closest("[data-contents]"));
    if (link && list && !(wide.matches && link.closest(".toc--beside"))) list.open = false;
  });
  const pages = page.getElementById("nav");
  const here = pages?.querySelector("[aria-current]");
  if (here) centre(pages, here);
}

/** @param {Document} page @param {string} selector @returns {NodeListOf<HTMLDetailsElement>} */
function listsIn(page, selector) {
  return page.querySelectorAll(selector);
}

/** Marks the last heading that the reader has passed. */
function markHeading(page) {
  /** @type {HTMLAnchorElement | undefined} */
  let current;
  for (const link of page.querySelectorAll(".toc a")) {
    link.removeAttribute("aria-current");
    const heading = page.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading && heading.getBoundingClientRect().top < innerHeight / 3) current = link;
  }
  if (!current) return;
  current.setAttribute("aria-current", "location");
  const box = current.closest(".toc");
  if (box.scrollHeight > box.clientHeight) centre(box, current);
}

/** Scrolls *box* alone, and only where *part* is out of its view. */
function centre(box, part) {
  const { top, bottom, height } = box.getBoundingClientRect();
  const place = part.getBoundingClientRect();
  if (place.top < top || place.bottom > bottom) box.scrollTop += place.top - top - height / 2;
}
