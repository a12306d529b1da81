/** What being late costs: the form, its result, the first thirty days as table and chart, and where the courts' yearly limit is passed. */

import { addDays, isoDate, today } from "../civil-date/civil-date.js";
import { drawChart, removeChart } from "../chart/chart.js";
import { carryToLinks } from "../form/carry.js";
import { csvText, saveFile } from "../form/csv.js";
import { countWords, fillWords, mountTool } from "../form/form.js";
import { typedKinds } from "../form/kinds.js";
import { showNote } from "../form/note.js";
import { rateNote } from "../form/rate-note.js";
import { fillTable, headOf } from "../form/table.js";
import { decimal, toDecimal } from "../numbers/fraction.js";
import { formatPercent, formatYuan, grouped, yuan } from "../numbers/format.js";
import { answerOf } from "./answer.js";
import { latenessCost } from "./overdue-cost.js";

const DAYS_LATE_AT_FIRST = 7;

/** @type {ReturnType<typeof latenessCost> | null} */
let shown = null;

mountTool("overdue-cost", {
  kinds: typedKinds,
  carry: carryToLinks,
  start(tool) {
    if (!tool.field("paid").value) tool.field("paid").value = isoDate(today());
    if (!tool.field("due").value) tool.field("due").value = isoDate(addDays(today(), -DAYS_LATE_AT_FIRST));
  },

  compute: (values, tool) => latenessCost(values, decimal(tool.data.limit)),

  show(outcome, tool) {
    shown = outcome;
    const { words } = tool.data;
    const { results } = outcome;
    tool.output("days-late", results["days-late"], countWords(words.days, Number(results["days-late"])));
    for (const name of ["late-interest", "extra-over-normal"]) {
      tool.output(name, results[name], fillWords(words.yuan, { sum: grouped(results[name]) }));
    }
    tool.output("yearly-rate", results["yearly-rate"], results["yearly-rate"] && formatPercent(Number(results["yearly-rate"])));
    showLimit(outcome, tool);
    showDays(outcome.days, tool);
    showNote(tool, rateNote(tool.field("daily"), words));
    return answerOf(results, words);
  },

  clear(tool) {
    shown = null;
    showNote(tool, "");
    tool.root.querySelector("[data-limit]").hidden = true;
    tool.root.querySelector("[data-days]").hidden = true;
    removeChart(tool.root.querySelector(".chart"));
  },

  actions: { csv: (tool) => shown && saveDays(shown.days, tool) },
});

function showLimit({ limit, crossingDaily }, tool) {
  const { words } = tool.data;
  const box = tool.root.querySelector("[data-limit]");
  box.hidden = false;
  const verdict = fillWords(words.above[limit.above], { days: String(limit.lastDayAbove), limit: tool.data.limit });
  const excess = limit.excess > BigInt(0) ? fillWords(words.excess, { sum: formatYuan(limit.excess), limit: tool.data.limit }) : "";
  const crossing = fillWords(words.crossing, { daily: toDecimal(crossingDaily, 4), limit: tool.data.limit });
  box.querySelector("p").textContent = [verdict, excess, crossing].filter(Boolean).join(words.space);
}

function showDays(days, tool) {
  const { words } = tool.data;
  const box = tool.root.querySelector("[data-days]");
  box.hidden = false;
  fillTable(box.querySelector("table"), days.map((row) => [
    String(row.day), isoDate(row.date), formatYuan(row.lateInterest), formatYuan(row.extraOverNormal), formatYuan(row.limitSum),
  ]));
  drawChart(tool.root.querySelector(".chart"), {
    kind: "lines",
    title: fillWords(words.chart_title, { limit: tool.data.limit }),
    labels: days.map(({ day }) => String(day)),
    series: [
      { name: words.all, values: days.map(({ all }) => Number(all) / 100) },
      { name: words.normal, values: days.map(({ lateInterest, extraOverNormal }) => Number(lateInterest - extraOverNormal) / 100) },
      { name: fillWords(words.limit_line, { limit: tool.data.limit }), values: days.map(({ limitSum }) => Number(limitSum) / 100) },
    ],
    format: (value) => grouped(String(Math.round(value * 100) / 100)),
  });
}

function saveDays(days, tool) {
  const lines = days.map((row) => [String(row.day), isoDate(row.date), yuan(row.lateInterest), yuan(row.extraOverNormal), yuan(row.limitSum)]);
  saveFile(tool.data.words.file_name, csvText([headOf(tool.root.querySelector("[data-days] table")), ...lines]));
}
