/** Cost of a loan: the form, its results, the schedule as table, chart and file, and variants side by side. */

import { isoDate, today } from "../civil-date/civil-date.js";
import { drawChart, removeChart } from "../chart/chart.js";
import { carryToLinks } from "../form/carry.js";
import { comparison } from "../form/comparison.js";
import { csvText, saveFile } from "../form/csv.js";
import { fillWords, mountTool } from "../form/form.js";
import { readText, typedKinds } from "../form/kinds.js";
import { showNote } from "../form/note.js";
import { rateNote } from "../form/rate-note.js";
import { fillTable, headOf } from "../form/table.js";
import { formatPercent, formatYuan, grouped, shortSum, yuan } from "../numbers/format.js";
import { isOne } from "../numbers/typed.js";
import { answerOf } from "./answer.js";
import { KINDS, annualFromDaily, borrowingCost, dailyFromAnnual } from "./borrowing.js";

const PERCENTS = ["nominal-annual", "effective-annual"];
const RATES = ["daily", "annual"];

/** @type {ReturnType<typeof borrowingCost> & {values: Record<string, any>} | null} */
let shown = null;
/** @type {(kept: NonNullable<typeof shown>) => void} */
let keep = () => {};

mountTool("borrowing", {
  kinds: typedKinds,
  carry: carryToLinks,
  start(tool) {
    if (!tool.field("start").value) tool.field("start").value = isoDate(today());
    const annual = tool.field("annual");
    followRate(annual.value !== annual.defaultValue ? "annual" : "daily", tool); // it may be typed before this script has come
    keep = comparison(tool.root, {
      order: (all) => all,
      cells: (kept, all) => comparisonCells(kept, all, tool.data.words),
      remove: tool.data.words.remove,
    });
  },

  edited(names, tool) {
    const given = RATES.filter((name) => names.includes(name));
    const typed = given.filter((name) => tool.field(name).value.trim());
    if (typed.length === 2) typed.forEach((name) => { delete tool.field(name).dataset.derived; });
    else if (given.length || names.includes("year-days")) followRate(typed[0] || given[0] || leadingRate(tool), tool);
  },

  compute(values, tool) {
    const typed = RATES.filter((name) => !("derived" in tool.field(name).dataset));
    const rates = Object.fromEntries(RATES.map((name) => [name, typed.includes(name) ? values[name] : undefined]));
    return { values, ...borrowingCost({ ...values, ...rates }) };
  },

  show(outcome, tool) {
    shown = outcome;
    const { words } = tool.data;
    for (const [name, value] of Object.entries(outcome.results)) tool.output(name, value, resultText(name, value, words));
    const note = [rateNote(tool.field(leadingRate(tool)), words), !Number.isFinite(outcome.cost.nominal) ? words.beyond_note : ""].filter(Boolean).join(words.space);
    showNote(tool, note);
    showSchedule(outcome.cost.rows, tool);
    tool.carryToo([["payment", yuan(heaviestPayment(outcome.cost.rows))]]);
    return answerOf(outcome, words);
  },

  clear(tool) {
    shown = null;
    showNote(tool, "");
    tool.root.querySelector("[data-schedule]").hidden = true;
    removeChart(tool.root.querySelector(".chart"));
  },

  actions: {
    keep: () => shown && keep(shown),
    csv: (tool) => shown && saveSchedule(shown.cost.rows, tool),
  },
});

function leadingRate(tool) {
  return "derived" in tool.field("daily").dataset ? "annual" : "daily";
}

/** The other of the two rates follows the one that was typed. */
function followRate(leader, tool) {
  const follower = leader === "daily" ? "annual" : "daily";
  const convert = leader === "daily" ? annualFromDaily : dailyFromAnnual;
  const yearDays = tool.field("year-days").value;
  if (yearDays) RATES.forEach((name) => { tool.field(name).dataset.yearDays = yearDays; });
  const typed = readText(tool.field(leader).value, KINDS[leader], tool.field(leader).dataset);
  delete tool.field(leader).dataset.derived;
  tool.field(follower).dataset.derived = "";
  tool.field(follower).value = isOne(typed) && yearDays ? convert(typed, yearDays) : "";
}

function resultText(name, value, words) {
  if (PERCENTS.includes(name)) return value ? formatPercent(Number(value)) : words.beyond;
  return value && fillWords(words.yuan, { sum: grouped(value) });
}

/** Interest-first loans end with the principal: what must be affordable each month is the heaviest payment. */
function heaviestPayment(rows) {
  return rows.reduce((most, { payment }) => (payment > most ? payment : most), BigInt(0));
}

function showSchedule(rows, tool) {
  const box = tool.root.querySelector("[data-schedule]");
  box.hidden = false;
  fillTable(box.querySelector("table"), rows.map((row) => [
    String(row.number), isoDate(row.date), formatYuan(row.payment),
    formatYuan(row.principal), formatYuan(row.interest), formatYuan(row.balance), String(row.days),
  ]));
  const { words } = tool.data;
  drawChart(tool.root.querySelector(".chart"), {
    kind: "bars",
    title: words.chart_title,
    labels: rows.map(({ number }) => String(number)),
    series: [
      { name: words.principal, values: rows.map(({ principal }) => Number(principal) / 100) },
      { name: words.interest, values: rows.map(({ interest }) => Number(interest) / 100) },
    ],
    format: (value) => grouped(String(Math.round(value * 100) / 100)),
  });
}

function saveSchedule(rows, tool) {
  const lines = rows.map((row) => [
    String(row.number), isoDate(row.date), yuan(row.payment), yuan(row.principal), yuan(row.interest), yuan(row.balance), String(row.days),
  ]);
  saveFile(tool.data.words.file_name, csvText([headOf(tool.root.querySelector("[data-schedule] table")), ...lines]));
}

function comparisonCells({ values, cost, results, fee }, all, words) {
  const cheapest = all.reduce((least, other) => (costOf(other) < least ? costOf(other) : least), costOf({ cost, fee }));
  const name = fillWords(fee ? words.variant_with_fee : words.variant, {
    amount: shortSum(yuan(values.amount)),
    annual: resultText("nominal-annual", results["nominal-annual"], words),
    method: words.methods[values.method],
    instalments: String(values.instalments),
    fee: shortSum(yuan(fee)),
  });
  const settled = values.settle ? fillWords(words.variant_settled, { settle: isoDate(values.settle) }) : "";
  return [
    name + settled, grouped(results["first-payment"]), grouped(results["last-payment"]), grouped(results["total-cost"]),
    grouped(yuan(costOf({ cost, fee }) - cheapest)), ...PERCENTS.map((rate) => resultText(rate, results[rate], words)),
  ];
}

/** @returns {bigint} fen of interest and fee */
function costOf({ cost, fee }) {
  return cost.totals.interest + fee;
}
