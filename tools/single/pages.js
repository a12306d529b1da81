import { fill } from "../form/fill.js";

/**
 * Shows the page that the address names (`#costs/index`), or that holds what it names: a heading, a row, a tool (`#borrowing?…`).
 * @param {Window} view
 */
export function mountPages(view) {
  const page = view.document;
  const pages = [...page.querySelectorAll(".page")];
  const [first] = pages;
  /** @type {HTMLElement | null} */
  let shown = null;

  const route = () => {
    const target = targetOf(page, view.location.hash);
    const wanted = (target && target.closest(".page")) || shown || first;
    if (wanted === shown) return;
    const isFirst = !shown;
    if (shown) shown.classList.remove("page--shown");
    wanted.classList.add("page--shown");
    shown = wanted;
    page.title = wanted.dataset.page;
    markInMenu(page, wanted.id);
    listHeadings(page, wanted);
    closeMenu(page);
    if (target && target !== wanted) target.scrollIntoView();
    else view.scrollTo(0, 0);
    if (!isFirst) focusOn(wanted);
  };
  view.addEventListener("hashchange", route);
  route();
  /** @type {HTMLElement} */ (first.parentElement).dataset.ready = "";
}

/** What the part of an address after `#` names. */
function targetOf(page, hash) {
  const tool = /^#([a-z-]+)\?/.exec(hash);
  if (tool) return page.querySelector(`[data-tool="${tool[1]}"]`);
  return page.getElementById(plain(hash.slice(1)));
}

function plain(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a lone % is no encoded letter
  }
}

function markInMenu(page, id) {
  for (const link of page.querySelectorAll(".nav a")) {
    if (link.getAttribute("href") === `#${id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Lists the headings of the page below its title. */
function listHeadings(page, shown) {
  const headings = [...shown.querySelectorAll("article h2[id]")];
  const toc = page.querySelector(".toc");
  toc.hidden = headings.length < 3;
  toc.classList.toggle("toc--beside", !shown.querySelector("[data-wide]"));
  shown.querySelector("h1").after(toc);
  fill(toc.querySelector("ul"), ...headings.map((heading) => {
    const item = page.createElement("li");
    const link = page.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    item.append(link);
    return item;
  }));
}

function closeMenu(page) {
  page.getElementById("nav").classList.remove("nav--open");
  page.querySelector("[data-menu]").setAttribute("aria-expanded", "false");
}

/** Tells a screen reader which page it is on now. */
function focusOn(shown) {
  const heading = shown.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
