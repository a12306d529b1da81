/**
 * Keeps the reader's place: the link to the other language leads to what the reader last used or read here (ids are equal
 * in both languages), and takes the search question along.
 * @param {Document} page
 */
export function mountLanguageSwitch(page) {
  const link = page.querySelector("[data-language-switch]");
  if (!link) return;
  const address = link.getAttribute("href");
  const placeRead = followReading(page);
  const aim = () => {
    // A tool that was used says in `data-place` how its address fills the same tool in the other language.
    link.setAttribute("href", address + location.search + (link.dataset.place || placeRead()));
  };
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
}

/** Who goes back stands still for so long where he reads. */
const REST_MS = 1000;

/**
 * Remembers the place that was read last: the link stands at the top, and on the way there nothing is read.
 * @returns {() => string} the place as the part of an address after its page
 */
function followReading(page) {
  let last = location.hash;
  let height = scrollY;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => { last = placeNow(page) || last; };
  addEventListener("scroll", () => {
    clearTimeout(timer);
    if (scrollY > height) look();
    else timer = setTimeout(look, REST_MS);
    height = scrollY;
  }, { passive: true });
  addEventListener("hashchange", () => { last = location.hash; });
  return () => {
    look();
    return last;
  };
}

/** Where on the page its reader is; empty at its top. */
function placeNow(page) {
  const named = page.getElementById(location.hash.slice(1));
  if (named && isInView(named)) return location.hash;
  if (scrollY < innerHeight / 3) return "";
  const passed = [...page.querySelectorAll("article h2[id], article h3[id]")].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  );
  // A short section's heading may stand at the top with the next one close below.
  const read = passed.find((heading) => heading.getBoundingClientRect().bottom > 0) || passed[passed.length - 1];
  return read ? `#${read.id}` : "";
}

function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
