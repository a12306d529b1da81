/** What stands above what, on guides of a few sections; how well readers are served is measured on the real pages. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { createEngine } from "./engine.js";
import { simplifiedFrom } from "./normalise.js";
import { stopWords, termsOf } from "./query.js";
import { languageFrom } from "./tokens.js";

const CONCEPTS = /** @type {[string, string[]][]} */ ([
  ["late", ["late", "逾期还款"]], ["hotline", ["hotline"]], ["year", ["12 months", "annual"]], ["weilidai", ["weilidai", "微粒贷"]], ["rate", ["rate"]],
]);
const WORDS = { concepts: CONCEPTS, stop: "the of", simplified: "", beside: ["weilidai"], subject: ["weilidai"], sums: { tool: "rate", beside: [], cost: [] } };

/** An engine for sections given as `[page, anchor, heading, text]`. */
function engineOf(sections, answers = []) {
  const pages = Array.from({ length: Math.max(...sections.map(([page]) => page)) + 1 }, (_, page) => ({ id: `page-${page}`, title: `Title ${page}` }));
  return createEngine("en", { pages, sections, words: {}, answers, labels: {} }, WORDS);
}

const ORDERS = [
  {
    says: "a row of a register stands below the page that explains it",
    sections: [[0, "claim-x", "One", "penalty named here"], [1, "x", "Two", "penalty named here"]], first: [1, 0],
  },
  {
    says: "a heading counts more than a text",
    sections: [[0, "a", "One", "a penalty is named here"], [1, "b", "Penalty", "a word is named here"]], first: [1, 0],
  },
  {
    says: "a page with several sections that fit may pass a page with a single one that fits a little better",
    sections: [[0, "a", "One", "penalty named twice here, penalty"], ...["b", "c", "d"].map((anchor) => [1, anchor, "Two", "penalty named once among words"])], first: [1, 0],
  },
  {
    says: "but with two of them it stays below",
    sections: [[0, "a", "One", "penalty named twice here, penalty"], ...["b", "c"].map((anchor) => [1, anchor, "Two", "penalty named once among words"])], first: [0, 1],
  },
];

describe("pages", () => {
  for (const { says, sections, first } of ORDERS) {
    it(says, () => assert.deepEqual(engineOf(sections).rank("penalty").map(({ page }) => page), first));
  }

  const many = engineOf(Array.from({ length: 7 * 5 }, (_, at) => [Math.floor(at / 5), `s${at}`, "Heading", "penalty named here"]));

  it("are shown five at most, each with two sections at most", () => {
    const { pages } = many.search("penalty");

    assert.deepEqual(pages.map(({ sections }) => sections.length), [2, 2, 2, 2, 2]);
  });
  it("rank by three sections at most", () => assert.ok(many.rank("penalty").every(({ sections }) => sections.length === 3)));
});

describe("terms of a query", () => {
  const language = languageFrom(CONCEPTS, simplifiedFrom(""));
  const groups = { subject: new Set(["#weilidai"]), sums: { tool: "#rate", beside: new Set(), cost: new Set() } };
  const weights = (query) => Object.fromEntries(termsOf(query, language, stopWords(WORDS.stop, language), groups, new Set(["催收", "逾期", "还款", "期还"])).map(({ term, weight }) => [term, weight]));

  for (const [query, ...heaviestFirst] of [
    ["late 777777 fees", "#late", "777777", "fee"],
    ["逾期还款 催收", "#late", "催收", "逾期"],
    ["weilidai fees", "fee", "#weilidai"],
  ]) {
    it(`weigh, in “${query}”, in this order: ${heaviestFirst.join(", ")}`, () => {
      const given = weights(query);

      assert.deepEqual(heaviestFirst, [...heaviestFirst].sort((a, b) => given[b] - given[a]));
      assert.equal(new Set(heaviestFirst.map((term) => given[term])).size, heaviestFirst.length);
    });
  }
});

describe("an answer", () => {
  const answer = (...asks) => ({ asks, page: 0, anchor: "", facts: [] });
  const engine = engineOf([[0, "", "Start", "Words."]], [answer("hotline"), answer("annual"), answer("weilidai")]);

  for (const [query, asks] of [
    ["hotline", "hotline"],
    ["12 months", "annual"], // the number is part of the name, not asked for beside it
    ["weilidai hotline", "hotline"],
    ["weilidai", undefined], // what may stand beside any question is no question
    ["words", undefined],
    ["hotline 5000", undefined],
  ]) {
    it(`to ${query} is ${asks ? `that to ${asks}` : "not given"}`, () => assert.equal(engine.search(String(query)).answer?.asks[0], asks));
  }
});
