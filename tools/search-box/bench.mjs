// How often search puts a fitting page among its first three: for each set of queries and language, overall and by kind.
// Usage: node tools/search-box/bench.mjs ASSETS_DIR QUERIES.yml… [--json] [--misses]
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

import { builtData } from "./built.js";
import { createEngine } from "./engine.js";

const PAGES_THAT_COUNT = 3;

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const [assets] = files;
const querySets = files.filter((file) => file.endsWith(".yml"));
/** @type {("zh" | "en")[]} */
const LOCALES = ["zh", "en"];

const { words, ...languages } = builtData(assets);
const engines = Object.fromEntries(LOCALES.map((locale) => [locale, createEngine(locale, languages[locale], words)]));

/** The page ids that a query finds, in order of rank. */
function pagesFor({ q, lang }) {
  return engines[lang].rank(q).map(({ page }) => languages[lang].pages[page].id);
}

function judged(query) {
  const pages = pagesFor(query).slice(0, PAGES_THAT_COUNT);
  return { ...query, pages, hit: query.answers.some((page) => pages.includes(page)) };
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
