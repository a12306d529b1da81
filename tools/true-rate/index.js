/** The true annual rate of an offer: the form, its result, where the rate comes from, and offers ranked by it. */

import { carryToLinks } from "../form/carry.js";
import { comparison } from "../form/comparison.js";
import { csvText, saveFile } from "../form/csv.js";
import { fillWords, mountTool } from "../form/form.js";
import { typedKinds } from "../form/kinds.js";
import { showNote } from "../form/note.js";
import { fillTable, headOf } from "../form/table.js";
import { formatPercent, formatYuan, grouped, yuan } from "../numbers/format.js";
import { answerOf } from "./answer.js";
import { isQuoted, trueRate } from "./true-rate.js";

const PERCENT = 100;
const PERCENTS = ["effective-annual", "nominal-annual"];

/** @typedef {ReturnType<typeof trueRate> & {name: string}} Shown */

/** @type {Shown | null} */
let shown = null;
/** @type {Shown[]} */
let kept = [];
/** @type {(offer: Shown) => void} */
let keep = () => {};

mountTool("true-rate", {
  kinds: typedKinds,
  carry: carryToLinks,
  start(tool) {
    keep = comparison(tool.root, {
      order: (all) => { kept = all.sort(byRate); return kept; },
      cells: (offer, all) => comparisonCells(offer, all, tool.data.words),
      remove: tool.data.words.remove,
    });
  },

  edited(names, tool) {
    if (names.length === 1 && names[0] === "payment") tool.field("sold").value = "payment";
    followQuote(names, tool);
  },

  compute(values, tool) {
    const follows = "derived" in tool.field("payment").dataset;
    return { name: values.offer, ...trueRate({ ...values, payment: follows ? undefined : values.payment }) };
  },

  show(outcome, tool) {
    shown = outcome;
    const { words } = tool.data;
    const { results } = outcome;
    for (const name of PERCENTS) tool.output(name, results[name], percentText(outcome, name, words));
    tool.output("total-cost", results["total-cost"], fillWords(words.yuan, { sum: grouped(results["total-cost"]) }));
    if ("derived" in tool.field("payment").dataset) tool.field("payment").value = outcome.isDated ? "" : yuan(outcome.payment);
    showOrigin(outcome, tool);
    showNote(tool, words.notes[outcome.note] || "");
    return answerOf(outcome, words);
  },

  clear(tool) {
    shown = null;
    showNote(tool, "");
    if ("derived" in tool.field("payment").dataset) tool.field("payment").value = "";
    tool.root.querySelector("[data-origin]").hidden = true;
    tool.root.querySelector("[data-dated]").hidden = true;
  },

  actions: {
    keep: (tool) => keepShown(tool),
    csv: (tool) => saveOffers(tool),
  },
});

/** An offer told as a flat rate or as yuan a day becomes a monthly payment; one that an address gives beside it must be the same. */
function followQuote(names, tool) {
  const payment = tool.field("payment");
  const quoted = isQuoted({ sold: tool.field("sold").value, quote: tool.field("quote").value });
  if (quoted && !names.includes("payment")) payment.dataset.derived = "";
  else delete payment.dataset.derived;
}

function showOrigin({ isDated, cost }, tool) {
  const box = tool.root.querySelector("[data-origin]");
  box.hidden = isDated || !Number.isFinite(cost.nominal);
  tool.root.querySelector("[data-dated]").hidden = !isDated;
  if (box.hidden) return;
  const { words } = tool.data;
  const { parts, steps } = cost;
  fillTable(box.querySelector("table"), [
    [words.origin.quoted, formatYuan(parts.interest), points(steps.flat)],
    [words.origin.balance, "", points(steps.onBalance - steps.flat)],
    [words.origin.kept_back, formatYuan(parts.keptBack), points(steps.withKeptBack - steps.onBalance)],
    [words.origin.monthly_fees, formatYuan(parts.monthlyFees), points(steps.withMonthlyFees - steps.withKeptBack)],
    [words.origin.together, formatYuan(cost.totalCost), points(steps.withMonthlyFees)],
  ]);
}

function byRate({ cost: { effective: one } }, { cost: { effective: other } }) {
  return one === other ? 0 : one - other; // two rates beyond all bounds have no difference
}

/** Dated sums have no simple rate; a rate beyond all bounds is told in words. */
function percentText({ results, isDated }, name, words) {
  if (isDated && name === "nominal-annual") return "";
  return results[name] ? formatPercent(Number(results[name])) : words.beyond;
}

function points(share) {
  return formatPercent(share * PERCENT);
}

function keepShown(tool) {
  if (!shown) return;
  const name = shown.name || fillWords(tool.data.words.unnamed, { number: String(kept.length + 1) });
  keep({ ...shown, name });
  tool.announce(fillWords(tool.data.words.kept, { name }));
}

function comparisonCells(offer, all, words) {
  const place = all.indexOf(offer) + 1;
  return [
    fillWords(words.ranked, { place: String(place), name: offer.name }),
    ...PERCENTS.map((rate) => percentText(offer, rate, words)),
    grouped(offer.results["total-cost"]),
    differenceWords(offer, all[0], words),
  ];
}

/** In words, how many points a year an offer costs more than the cheapest, and through which of its parts. */
function differenceWords(offer, cheapest, words) {
  if (offer === cheapest) return words.cheapest;
  if (!Number.isFinite(offer.cost.effective)) return "";
  const more = points(offer.cost.effective - cheapest.cost.effective);
  if (offer.isDated || cheapest.isDated) return fillWords(words.more_undivided, { more });
  const of = ({ cost: { steps } }) => [steps.onBalance, steps.withKeptBack - steps.onBalance, steps.withMonthlyFees - steps.withKeptBack];
  const [interest, keptBack, monthly] = of(offer).map((part, index) => points(part - of(cheapest)[index]));
  return fillWords(words.more, { more: points(offer.cost.nominal - cheapest.cost.nominal), interest, kept_back: keptBack, monthly });
}

function saveOffers(tool) {
  const table = tool.root.querySelector("[data-comparison] table");
  const rows = kept.map((offer) => comparisonCells(offer, kept, tool.data.words).map((cell) => cell.replace(/(\d),(?=\d)/g, "$1")));
  if (rows.length) saveFile(tool.data.words.file_name, csvText([headOf(table).slice(0, -1), ...rows]));
}
