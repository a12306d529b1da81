/** Where the list stands beside the text; narrower, it opens below the title (as in `styles/base/10-shell.css`). */
const BESIDE = "(min-width: 80em)";

/** A heading is read from here on: px below the upper edge, below which an anchor leaves it. */
const READ_PX = 100;

/**
 * The list of headings: open where it stands beside the text, and it shows which of them is being read.
 * The list of pages shows the reader's own.
 * @param {Document} page
 */
export function mountContents(page) {
  const wide = matchMedia(BESIDE);
  const arrange = () => {
    for (const list of page.querySelectorAll(".toc--beside [data-contents]")) list.toggleAttribute("open", wide.matches);
  };
  arrange();
  if (wide.addEventListener) wide.addEventListener("change", arrange);
  page.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest(".toc a");
    if (link && !(wide.matches && link.closest(".toc--beside"))) link.closest("details").removeAttribute("open");
  });
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      markHeading(page);
    });
  }, { passive: true });
  markHeading(page);
  const here = page.querySelector("#nav [aria-current]");
  if (here) centre(here.closest("#nav"), here);
}

/** Marks the last heading that the reader has passed. */
function markHeading(page) {
  const links = [...page.querySelectorAll(".toc a")];
  const passed = links.filter((link) => {
    const heading = page.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading && heading.getBoundingClientRect().top < READ_PX;
  });
  const current = passed[passed.length - 1];
  for (const link of links) {
    if (link === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  if (current) centre(current.closest(".toc"), current);
}

/** Scrolls *box* alone, and only where *part* is out of its view. */
function centre(box, part) {
  const { top, bottom, height } = box.getBoundingClientRect();
  const place = part.getBoundingClientRect();
  if (place.top < top || place.bottom > bottom) box.scrollTop += place.top - top - height / 2;
}
