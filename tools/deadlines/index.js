/** Deadline tracker: when the answer is due, what to do today, and the dates as a calendar file. */

import { addDays, daysBetween, formatDate, isoDate, today } from "../civil-date/civil-date.js";
import { saveFile } from "../save-file/save-file.js";
import { isOne } from "../numbers/typed.js";
import { FieldProblem, countWords, fillWords, mountTool } from "../form/form.js";
import { readText, typedKinds, valueFor } from "../form/kinds.js";
import { typeBlank } from "../say/index.js";
import { calendarFile } from "./calendar.js";
import { answerOf, datesOf, stageOf } from "./deadlines.js";

/** A day further away than this is a slip of the pen. */
const MOST_DAYS_AWAY = 3650;

let shownDates = [];

mountTool("deadlines", {
  kinds: typedKinds,
  waits: true,

  edited: (names, tool) => {
    const [byDays, byDate] = ["days-ago", "received"].map((name) => names.includes(name) && tool.field(name).value.trim());
    // An address that gives both has to mean one day.
    if (byDays && byDate) return;
    if (names.includes("days-ago")) takeDaysAgo(tool);
    else if (names.includes("received")) tool.field("days-ago").value = "";
  },

  compute: ({ kind, received, "days-ago": daysAgo }, { data }) => {
    if (daysAgo !== undefined && daysBetween(received, today()) !== daysAgo) throw new FieldProblem("received", "contradicts");
    if (Math.abs(daysBetween(received, today())) > MOST_DAYS_AWAY) throw new FieldProblem("received", "far");
    return {
      kind,
      received,
      dates: datesOf(kind, received, data.limits),
      stage: kind === "complaint" ? stageOf(received, today(), data.limits) : "",
    };
  },

  show: (outcome, tool) => {
    shownDates = outcome.dates;
    for (const { name, date } of outcome.dates) tool.output(name, isoDate(date), formatDate(date, tool.locale));
    const advice = adviceOf(outcome, tool);
    tool.output("now", outcome.stage, advice);
    showParts(tool, outcome);
    if (outcome.stage) sayWhatWasChosen(outcome, tool);
    const { kind, dates, stage } = outcome;
    return stage === "ahead" ? advice : answerOf(kind, dates, today(), tool.data.words.answer, (date) => formatDate(date, tool.locale));
  },

  clear: (tool) => {
    shownDates = [];
    showParts(tool, { kind: "", stage: "" });
  },

  actions: {
    calendar: (tool) => saveFile(calendarOf(shownDates, tool), tool.data.words.file, "text/calendar"),
  },
});

function takeDaysAgo(tool) {
  const read = readText(tool.field("days-ago").value, "days");
  const days = isOne(read) ? valueFor(read, "days") : -1;
  if (days >= 0 && days <= MOST_DAYS_AWAY) tool.field("received").value = isoDate(addDays(today(), -days));
}

function adviceOf({ stage, received }, { data }) {
  if (!stage) return "";
  const days = Math.abs(daysBetween(received, today()));
  return fillWords(data.words.stages[stage], { days: countWords(data.words.count, days) });
}

/** The sentences to say name the day and the number of days that follow from what was typed. */
function sayWhatWasChosen({ received }, { root, locale }) {
  const days = String(daysBetween(received, today()));
  for (const saying of root.querySelectorAll("[data-saying]")) {
    typeBlank(saying, "0", isoDate(received), "date", locale);
    typeBlank(saying, "1", days, "amount", locale);
  }
}

/** Shows the dates and the advice that belong to what was asked; the others keep their places, hidden. */
function showParts({ root }, { kind, stage }) {
  root.querySelector("[data-results]").hidden = !kind;
  for (const part of root.querySelectorAll("[data-kind-of-date]")) part.hidden = part.dataset.kindOfDate !== kind;
  for (const part of root.querySelectorAll("[data-stage]")) part.hidden = part.dataset.stage !== stage;
}

function calendarOf(dates, { data }) {
  const { events, product, calendar, tomorrow } = data.words;
  const entries = dates.map(({ name, date }) => ({ name, date, ...events[name], reminder: fillWords(tomorrow, events[name]) }));
  return calendarFile(entries, { productId: product, calendar, timestamp: Date.now() });
}
