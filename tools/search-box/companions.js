/**
 * A page of details brings along the page it belongs to, which says what to do first: whoever asks about a kind of scam
 * may have paid already. That page stands next among the results, whether it holds the words asked for or not.
 *
 * @param {{page: number, sections: object[]}[]} hits pages in order of rank
 * @param {{companion?: number}[]} pages
 * @param {[number, string, string, string][]} sections
 */
export function withCompanions(hits, pages, sections) {
  const shown = [];
  for (const hit of hits) {
    if (shown.some(({ page }) => page === hit.page)) continue;
    shown.push(hit);
    const { companion } = pages[hit.page];
    if (companion === undefined || shown.some(({ page }) => page === companion)) continue;
    shown.push(hits.find(({ page }) => page === companion) ?? { page: companion, sections: [topOf(companion, sections)] });
  }
  return shown;
}

function topOf(page, sections) {
  return { id: sections.findIndex(([number]) => number === page), terms: new Set() };
}
