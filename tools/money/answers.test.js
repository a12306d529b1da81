/** The sentence that opens a result, in both languages: the `answers` of each tool's cases.yml. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { answerOf as borrowingAnswer } from "../borrowing/answer.js";
import { borrowingCost, KINDS as BORROWING } from "../borrowing/borrowing.js";
import { readText, valueFor } from "../form/kinds.js";
import { decimal } from "../numbers/fraction.js";
import { answerOf as overdueAnswer } from "../overdue-cost/answer.js";
import { latenessCost, KINDS as OVERDUE } from "../overdue-cost/overdue-cost.js";
import { answerOf as trueRateAnswer } from "../true-rate/answer.js";
import { trueRate, KINDS as TRUE_RATE } from "../true-rate/true-rate.js";

const TOOLS = {
  borrowing: {
    kinds: BORROWING,
    answer: (values, words) => borrowingAnswer({ values, ...borrowingCost({ "year-days": "360", ...values }) }, words),
  },
  "overdue-cost": { kinds: OVERDUE, answer: (values, words) => overdueAnswer(latenessCost(values, decimal("24")).results, words) },
  "true-rate": { kinds: TRUE_RATE, answer: (values, words) => trueRateAnswer(trueRate(values), words) },
};

for (const [name, { kinds, answer }] of Object.entries(TOOLS)) {
  const { words } = yaml(`../${name}/labels.yml`);
  for (const { fields, ...sentences } of yaml(`../${name}/cases.yml`).answers) {
    const values = Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, valueFor(readText(text, kinds[field]), kinds[field])]));
    for (const [locale, sentence] of Object.entries(sentences)) {
      test(`${name} answers ${JSON.stringify(fields)} in ${locale}`, () => {
        assert.equal(answer(values, inLanguage(words, locale)), sentence);
      });
    }
  }
}

function yaml(path) {
  return parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

function inLanguage(words, locale) {
  if (locale in words) return words[locale];
  return Object.fromEntries(Object.entries(words).map(([key, part]) => [key, inLanguage(part, locale)]));
}
