// How often search puts a fitting page among its first three: for each set of queries and language, overall and by kind.
// Usage: node tools/search-box/bench.mjs ASSETS_DIR QUERIES.yml… [--json] [--misses]
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

import { builtData } from "./built.js";
import { createEngine } from "./engine.js";

const PAGES_THAT_COUNT = 3;
const SECTIONS_THAT_COUNT = 2; // as many as a reader is shown of a page

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const [assets] = files;
const querySets = files.filter((file) => file.endsWith(".yml"));
/** @type {("zh" | "en")[]} */
const LOCALES = ["zh", "en"];

const { words, ...languages } = builtData(assets);
const engines = Object.fromEntries(LOCALES.map((locale) => [locale, createEngine(locale, languages[locale], words)]));

/** What a query finds: pages, as ids in order of rank, and sections of the first one, as `page#anchor`. */
function foundFor({ q, lang }) {
  const { pages, sections } = languages[lang];
  const ranked = engines[lang].rank(q);
  const best = ranked.slice(0, 1).flatMap((page) => page.sections.slice(0, SECTIONS_THAT_COUNT));
  return { pages: ranked.map(({ page }) => pages[page].id), places: best.map(({ id }) => `${pages[sections[id][0]].id}#${sections[id][1]}`) };
}

/** A page has to be among the first; a section that is named has to be on the first page, and shown there. */
function judged(query) {
  const { pages, places } = foundFor(query);
  const first = pages.slice(0, PAGES_THAT_COUNT);
  return { ...query, pages: first, places, hit: query.answers.some((answer) => [...first, ...places].includes(answer)) };
}

function rateOf(results) {
  const hits = results.filter(({ hit }) => hit).length;
  return { hits, of: results.length, rate: results.length ? hits / results.length : 1 };
}

const report = [];
const misses = [];
for (const file of querySets) {
  const results = parse(readFileSync(file, "utf8")).queries.map(judged);
  for (const lang of LOCALES) {
    const own = results.filter((result) => result.lang === lang);
    const kinds = Object.fromEntries(Object.entries(Object.groupBy(own, ({ kind }) => kind)).map(([kind, some]) => [kind, rateOf(some)]));
    report.push({ set: path.basename(file, ".yml"), lang, ...rateOf(own), kinds });
  }
  misses.push(...results.filter(({ hit }) => !hit));
}

if (options.includes("--json")) {
  process.stdout.write(JSON.stringify({ report, misses }));
} else {
  for (const { set, lang, hits, of, rate, kinds } of report) {
    const byKind = Object.entries(kinds).map(([kind, some]) => `${kind} ${some.hits}/${some.of}`).join(", ");
    process.stdout.write(`${set} ${lang}: ${hits}/${of} = ${(rate * 100).toFixed(1)} %  (${byKind})\n`);
  }
  if (options.includes("--misses")) {
    for (const { q, lang, kind, answers, pages } of misses) process.stdout.write(`${lang} ${kind}: ${q} → ${pages.join(", ")} (not ${answers.join(", ")})\n`);
  }
}
