/**
 * Keeps the reader's place: the link to the other language leads to the heading that is being read
 * (heading ids are equal in both languages), and takes the search question along.
 * @param {Document} page
 */
export function mountLanguageSwitch(page) {
  const link = page.querySelector("[data-language-switch]");
  if (!link) return;
  const address = link.getAttribute("href");
  const aim = () => {
    link.setAttribute("href", address + location.search + place(page));
  };
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
}

function place(page) {
  // A tool's address after the hash fills the same tool in the other language.
  if (location.hash.includes("?")) return location.hash;
  const passed = [...page.querySelectorAll("article h2[id], article h3[id]")].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  );
  // A short section's heading may stand at the top with the next one close below.
  const read = passed.find((heading) => heading.getBoundingClientRect().bottom > 0) || passed[passed.length - 1];
  return read ? `#${read.id}` : "";
}
