/** Cost of a loan: the form, its results, the schedule as table, chart and file, and variants side by side. */

import { isoDate, today } from "../civil-date/civil-date.js";
import { drawChart, removeChart } from "../chart/chart.js";
import { carryToLinks } from "../form/carry.js";
import { comparison } from "../form/comparison.js";
import { csvText, saveFile } from "../form/csv.js";
import { fillWords, mountTool } from "../form/form.js";
import { typedKinds } from "../form/kinds.js";
import { fillTable, headOf } from "../form/table.js";
import { formatPercent, formatYuan, grouped, yuan } from "../numbers/format.js";
import { readPercent } from "../numbers/typed.js";
import { annualFromDaily, borrowingCost, dailyFromAnnual } from "./borrowing.js";

const PERCENTS = ["nominal-annual", "effective-annual"];
const PERCENT = 100;

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

  edited(name, tool) {
    if (["daily", "annual"].includes(name)) followRate(name, tool);
    if (name === "year-days") followRate(annualLeads(tool) ? "annual" : "daily", tool);
  },

  compute: (values, tool) => ({ values, ...borrowingCost(values, annualLeads(tool)) }),

  show(outcome, tool) {
    shown = outcome;
    const { words } = tool.data;
    for (const [name, value] of Object.entries(outcome.results)) tool.output(name, value, value && resultText(name, value, words));
    showSchedule(outcome.cost.rows, tool);
    tool.carryToo([["payment", yuan(heaviestPayment(outcome.cost.rows))]]);
    return fillWords(words.summary, {
      interest: formatYuan(outcome.cost.totals.interest),
      repaid: formatYuan(outcome.cost.totals.payment),
      nominal: formatPercent(outcome.cost.nominal * PERCENT),
    });
  },

  clear(tool) {
    shown = null;
    tool.root.querySelector("[data-schedule]").hidden = true;
    removeChart(tool.root.querySelector(".chart"));
  },

  actions: {
    keep: () => shown && keep(shown),
    csv: (tool) => shown && saveSchedule(shown.cost.rows, tool),
  },
});

function annualLeads(tool) {
  return "derived" in tool.field("daily").dataset;
}

/** The other of the two rates follows the one that was typed. */
function followRate(leader, tool) {
  const follower = leader === "daily" ? "annual" : "daily";
  const typed = readPercent(tool.field(leader).value);
  const convert = leader === "daily" ? annualFromDaily : dailyFromAnnual;
  delete tool.field(leader).dataset.derived;
  tool.field(follower).dataset.derived = "";
  tool.field(follower).value = typed ? convert(typed, tool.field("year-days").value) : "";
}

function resultText(name, value, words) {
  return PERCENTS.includes(name) ? formatPercent(Number(value)) : fillWords(words.yuan, { sum: grouped(value) });
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
    amount: grouped(yuan(values.amount).replace(/\.00$/, "")),
    annual: formatPercent(cost.nominal * PERCENT),
    method: words.methods[values.method],
    instalments: String(values.instalments),
    fee: grouped(yuan(fee).replace(/\.00$/, "")),
  });
  const settled = values.settle ? fillWords(words.variant_settled, { settle: isoDate(values.settle) }) : "";
  return [
    name + settled, grouped(results["first-payment"]), grouped(results["last-payment"]), grouped(results["total-cost"]),
    grouped(yuan(costOf({ cost, fee }) - cheapest)), formatPercent(Number(results["nominal-annual"])), formatPercent(Number(results["effective-annual"])),
  ];
}

/** @returns {bigint} fen of interest and fee */
function costOf({ cost, fee }) {
  return cost.totals.interest + fee;
}
