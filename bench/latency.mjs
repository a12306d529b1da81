// How fast the built search answers, by language: [milliseconds until ready, median milliseconds of an answer].
// Usage: node latency.mjs ASSETS_DIR QUERIES.yml
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { builtData } from "../../tools/search-box/built.js";
import { createEngine } from "../../tools/search-box/engine.js";

const [assets, queryFile] = process.argv.slice(2);
const { queries } = parse(readFileSync(queryFile, "utf8"));
const { words, ...languages } = builtData(assets);

const times = {};
for (const [locale, data] of Object.entries(languages)) {
  const began = performance.now();
  const engine = createEngine(locale, data, words);
  const ready = performance.now() - began;
  const answers = queries.filter(({ lang }) => lang === locale).map(({ q }) => timed(() => engine.rank(q)));
  times[locale] = [ready, answers.sort((one, other) => one - other)[Math.floor(answers.length / 2)]];
}
process.stdout.write(JSON.stringify(times));

function timed(act) {
  const began = performance.now();
  act();
  return performance.now() - began;
}
