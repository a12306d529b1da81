/** The sentence that opens a result, or that a letter takes over, in both languages: the `answers` of each tool's cases.yml. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { affordability, sentenceForLetter, KINDS as AFFORD } from "../afford/afford.js";
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
  afford: {
    kinds: AFFORD,
    answer: (values, words, letter) => sentenceForLetter(values, affordability(values, decimal("55")).leftBefore, letter),
  },
  "true-rate": { kinds: TRUE_RATE, answer: (values, words) => trueRateAnswer(trueRate(values), words) },
};

for (const [name, { kinds, answer }] of Object.entries(TOOLS)) {
  const labels = yaml(`../${name}/labels.yml`);
  for (const { fields, ...sentences } of yaml(`../${name}/cases.yml`).answers) {
    const values = Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, valueFor(readText(text, kinds[field]), kinds[field])]));
    for (const [locale, sentence] of Object.entries(sentences)) {
      test(`${name} answers ${JSON.stringify(fields)} in ${locale}`, () => {
        const [words, letter] = [labels.words, labels[`sentence_${locale}`] || {}].map((part) => inLanguage(part, locale));
        assert.equal(answer(values, words, letter), sentence);
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
