// Computes the worked examples of a build with the tools' own arithmetic.
// Reads {examples: [{id, tool, inputs}]} from standard input, prints {id: {inputs, results, …}}:
// results are the plain decimals of the tools' outputs, shown the same as readers see them; a loan adds its schedule, a delay its first days,
// an offer its parts, and the tool "vectors" the published results beside ours.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

import { affordability, KINDS as AFFORD } from "./afford/afford.js";
import { borrowingCost, KINDS as BORROWING } from "./borrowing/borrowing.js";
import { isoDate } from "./civil-date/civil-date.js";
import { readText, valueFor } from "./form/kinds.js";
import { recompute } from "./money/vectors.js";
import { decimal } from "./numbers/fraction.js";
import { formatPercent, grouped, plainPercent, yuan } from "./numbers/format.js";
import { latenessCost, KINDS as OVERDUE } from "./overdue-cost/overdue-cost.js";
import { trueRate, KINDS as TRUE_RATE } from "./true-rate/true-rate.js";

const VECTORS = new URL("../tests/data/loan-vectors.yml", import.meta.url);
const PERCENT = 100;
const PERCENTS = new Set(["nominal-annual", "effective-annual", "yearly-rate", "debt-share"]);
// Only the browser compares with these two; an example's results do not depend on them.
const LIMIT = decimal("24");
const RULE = decimal("35");

const TOOLS = {
  borrowing(inputs) {
    /** @type {Record<string, any>} */
    const values = { "year-days": "360", ...valuesOf(inputs, BORROWING) };
    const { cost, results } = borrowingCost(values);
    return { results, schedule: cost.rows.map(scheduleRow) };
  },
  "true-rate"(inputs) {
    const { cost, results, isDated } = trueRate(valuesOf(inputs, TRUE_RATE));
    return isDated ? { results } : { results, parts: plainParts(cost.parts), flat: plainPercent(cost.steps.flat * PERCENT) };
  },
  "overdue-cost"(inputs) {
    const { results, days } = latenessCost(valuesOf(inputs, OVERDUE), LIMIT);
    return { results, days: days.map(lateDay) };
  },
  afford: (inputs) => ({ results: affordability(valuesOf(inputs, AFFORD), RULE).results }),
  vectors: () => ({ results: {}, vectors: publishedVectors() }),
};

const { examples } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(Object.fromEntries(examples.map((example) => [example.id, compute(example)]))));

function compute({ id, tool, inputs }) {
  if (!TOOLS[tool]) throw new Error(`data/examples.yml: ${id}: found tool “${tool}”; right: one of ${Object.keys(TOOLS).join(", ")}`);
  try {
    const computed = TOOLS[tool](inputs);
    return { tool, inputs, shown: shownResults(computed.results), ...computed };
  } catch (problem) {
    const said = [].concat(problem).map(({ message }) => message).join("; ");
    throw new Error(`data/examples.yml: ${id}: ${said}; right: inputs that the tool itself accepts`);
  }
}

/** Results without unit, in the form both languages share, rounded as the tools round. */
function shownResults(results) {
  return Object.fromEntries(Object.entries(results).map(([name, value]) =>
    [name, value && PERCENTS.has(name) ? formatPercent(Number(value)) : grouped(value)]));
}

function valuesOf(inputs, kinds) {
  return Object.fromEntries(Object.entries(inputs).map(([name, given]) => {
    const read = kinds[name] && readText(String(given), kinds[name]);
    if (!read) throw new Error(`found ${name}: ${given}`);
    return [name, valueFor(read, kinds[name])];
  }));
}

function scheduleRow({ number, date, days, principal, interest, payment, balance }) {
  return {
    number, date: isoDate(date), days,
    principal: yuan(principal), interest: yuan(interest), payment: yuan(payment), balance: yuan(balance),
  };
}

function lateDay({ day, date, lateInterest, extraOverNormal }) {
  return { day, date: isoDate(date), interest: yuan(lateInterest), extra: yuan(extraOverNormal) };
}

function plainParts(parts) {
  return Object.fromEntries(Object.entries(parts).map(([name, sum]) => [name, yuan(sum)]));
}

/** One entry a vector, in the order of the file, with every result that was recomputed. */
function publishedVectors() {
  const { vectors } = parse(readFileSync(VECTORS, "utf8"));
  const lines = recompute(vectors);
  return vectors
    .map(({ id, trust, published }) => ({
      id, trust,
      wrong: published ? Number(Object.values(published)[0]).toFixed(2) : "",
      lines: lines.filter(({ vector }) => vector === id),
    }))
    .filter((vector) => vector.lines.length);
}
