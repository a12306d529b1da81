/** What search needs of a section's text, taken from the page itself: the file need not hold it twice. */

const LENGTH = 600;
const HEADING = /^H[1-6]$/;

/**
 * @param {import("../search-box/engine.js").LanguageData} data with sections that have no text, and no heading where they begin with one
 * @param {Document} page
 * @returns {import("../search-box/engine.js").LanguageData}
 */
export function withTexts(data, page) {
  /** @type {import("../search-box/engine.js").Section[]} */
  const sections = data.sections.map(([number, anchor, heading, , ...asked]) => {
    const place = page.getElementById(anchor || data.pages[number].id);
    return [number, anchor, heading || (place ? tidy(place.textContent) : ""), place ? textAt(place) : "", ...asked];
  });
  return { ...data, sections };
}

function textAt(place) {
  if (place.matches(".page")) return textAfter(place.querySelector("h1"));
  if (HEADING.test(place.tagName)) return textAfter(place);
  return tidy(place.tagName === "DT" ? place.nextElementSibling.textContent : place.textContent);
}

/** Text from a heading to the next one; a tool is to be filled in, not to be read. */
function textAfter(heading) {
  let text = "";
  for (let next = heading.nextElementSibling; next && !HEADING.test(next.tagName); next = next.nextElementSibling) {
    if (!next.matches("[data-tool], figure, section.part")) text += ` ${wordsOf(next)}`;
    if (text.length > LENGTH) break;
  }
  return tidy(text);
}

/** Cells of a table are words apart, though nothing stands between them. */
function wordsOf(element) {
  const cells = [...element.querySelectorAll("th, td")];
  return cells.length ? cells.map(({ textContent }) => textContent).join(" ") : element.textContent;
}

function tidy(text) {
  return text.replace(/\s+/g, " ").trim().slice(0, LENGTH);
}
