/** What the panel shows, as DOM nodes. Words of readers and pages only ever become text. */

/**
 * @param {string} name
 * @param {object} [attributes]
 * @param {(Node|string)[]} [children]
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, children = []) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/**
 * Results grouped by page; each link is an option of the list.
 *
 * @param {import("./engine.js").PageHit[]} pages
 * @param {(page: string, anchor: string) => string} addressOf
 * @returns {HTMLElement[]}
 */
export function resultGroups(pages, addressOf) {
  let number = 0;
  return pages.map(({ id, title, sections }, group) => {
    const name = element("p", { class: "search__page", id: `search-page-${group}` }, [title]);
    const options = sections.map((section) => option(section, addressOf(id, section.anchor), number++));
    return element("div", { class: "search__group", role: "group", "aria-labelledby": name.id }, [name, ...options]);
  });
}

/**
 * The answer itself, with its evidence and the place where it is explained.
 *
 * @param {import("./answers.js").Answer} answer
 * @param {{id: string, title: string}} page
 * @param {(page: string, anchor: string) => string} addressOf
 * @param {Record<string, any>} labels
 */
export function answerCard({ facts, anchor }, page, addressOf, labels) {
  const rows = facts.map((fact) => answerRow(fact, addressOf, labels));
  const more = element("a", { class: "search__more", href: addressOf(page.id, anchor) }, [labels.explained + page.title]);
  return element("section", { class: "search__answer", "aria-label": labels.answer }, [element("dl", {}, rows), more]);
}

/** What to try when nothing fits. */
export function nothingFound(query, labels, addressOf) {
  const nothing = element("p", { class: "search__nothing" }, [labels.nothing.replace("{query}", query)]);
  return [nothing, ...waysIn(labels.try, labels, addressOf)];
}

/** Where to begin, by situation. */
export function waysIn(words, labels, addressOf) {
  const ways = Object.entries(labels.ways).map(([page, way]) =>
    element("li", {}, [element("a", { href: addressOf(page, "") }, [way])]));
  return [element("p", {}, [words]), element("ul", { class: "search__ways" }, ways)];
}

function option({ heading, passage }, href, number) {
  const attributes = { id: `search-option-${number}`, class: "search__result", role: "option", tabindex: "-1", href };
  return element("a", { ...attributes, "aria-selected": "false", "data-guide": "search-result" }, [
    element("span", { class: "search__heading" }, marked(heading)),
    element("span", { class: "search__passage" }, marked(passage)),
  ]);
}

/** @param {import("./answers.js").Answer["facts"][number]} fact */
function answerRow({ id, page, label, value, status, phone }, addressOf, labels) {
  const figure = phone ? element("a", { href: `tel:${phone}` }, [value]) : value;
  const evidence = element("a", { class: "search__evidence", href: addressOf(page, `fact-${id}`) }, [labels.status[status]]);
  return element("div", {}, [element("dt", {}, [label]), element("dd", {}, [figure, " ", evidence])]);
}

function marked(pieces) {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? element("mark", {}, [text]) : text));
}
