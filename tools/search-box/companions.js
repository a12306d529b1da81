/**
 * A page of details brings along the page it belongs to, which says what to do first: whoever asks about a kind of scam
 * may have paid already. That page stands next among the results, whether it holds the words asked for or not. So does
 * the page that deals with a claim of the register.
 *
 * @template {{page: number, sections: {id: number}[]}} Hit
 * @param {Hit[]} hits pages in order of rank
 * @param {{companion?: number}[]} pages
 * @param {import("./engine.js").Section[]} sections
 */
export function withCompanions(hits, pages, sections) {
  const shown = [];
  for (const hit of hits) {
    if (shown.some(({ page }) => page === hit.page)) continue;
    shown.push(hit);
    const [, , , , , ofRow] = sections[hit.sections[0].id];
    const companion = ofRow ?? pages[hit.page].companion;
    if (companion === undefined || shown.some(({ page }) => page === companion)) continue;
    shown.push(hits.find(({ page }) => page === companion) ?? { page: companion, sections: [topOf(companion, sections)] });
  }
  return shown;
}

function topOf(page, sections) {
  return { id: sections.findIndex(([number]) => number === page), terms: new Set() };
}
