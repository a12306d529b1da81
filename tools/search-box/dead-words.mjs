// Prints, as JSON, what no reader can find anything by: for each language, groups of synonyms none of whose words
// stand on a page. How readers ask for sections does not count as standing on a page.
// Usage: node tools/search-box/dead-words.mjs ASSETS_DIR
import { builtData } from "./built.js";
import { simplifiedFrom } from "./normalise.js";
import { isConcept, languageFrom, tokensOf } from "./tokens.js";

const { words, ...languages } = builtData(process.argv[2]);

function deadIn({ pages, sections, words: more }) {
  /** @type {[string, string[]][]} */
  const concepts = words.concepts.map(([concept, core]) => [concept, [...core, ...(more[concept] ?? [])]]);
  const language = languageFrom(concepts, simplifiedFrom(words.simplified));
  const texts = [...pages.map(({ title }) => title), ...sections.flatMap(([, , heading, text]) => [heading, text])];
  const living = new Set(texts.flatMap((text) => tokensOf(text, language)).map(({ term }) => term).filter(isConcept));
  return words.concepts.map(([concept]) => concept).filter((concept) => !living.has(`#${concept}`));
}

process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(languages).map(([locale, data]) => [locale, deadIn(data)]))));
