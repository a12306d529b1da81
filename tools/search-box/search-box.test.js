import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";

import { addressesLike } from "./addresses.js";
import { withCompanions } from "./companions.js";
import { createEngine } from "./engine.js";
import { keyOf, termOf } from "./keys.js";
import { fold, simplifiedFrom } from "./normalise.js";
import { numbersIn } from "./numbers.js";
import { passageOf } from "./passage.js";
import { asksForASum } from "./sums.js";
import { languageFrom, tokensOf } from "./tokens.js";

const cases = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));
const simplified = simplifiedFrom("麼么辦办貸贷");
const language = languageFrom([["overdue", ["逾期", "overdue"]], ["repay", ["还款", "repay", "repaid"]]], simplified);
/** @type {import("./engine.js").Words} */
const words = { concepts: [["overdue", ["逾期", "overdue", "late"]], ["rate", ["rate"]], ["weilidai", ["weilidai"]]], stop: "怎么办 吗 the is what does it", simplified: "麼么辦办", beside: ["weilidai"], subject: ["weilidai"], sums: { tool: "rate", beside: [], cost: [] } };
/** @type {import("./engine.js").LanguageData} */
const data = {
  pages: [{ id: "index", title: "Start" }, { id: "overdue/index", title: "Overdue" }],
  sections: [
    [0, "", "Start", "Numbers to call and where to begin."],
    [1, "", "Overdue", "You missed a payment: pay today."],
    [1, "penalty", "Penalty interest", "Half as much again as the rate, 罚息 each day.", "what does it cost"],
    [1, "record", "The record", "The report keeps it five years."],
  ],
  words: { overdue: ["behind"] },
  answers: [{ asks: ["late rate"], page: 1, anchor: "penalty", facts: [] }],
  labels: {},
};

describe("a page of details", () => {
  const pages = [{}, { companion: 2 }, {}, {}];
  /** @type {any[]} */
  const sections = [[0, ""], [1, ""], [2, ""], [2, "more"], [3, ""]];
  const hit = (page) => ({ page, sections: [{ id: page }] });
  const order = (hits) => withCompanions(hits.map(hit), pages, sections).map(({ page }) => page);

  it("brings its companion up behind it", () => assert.deepEqual(order([1, 0, 3, 2]), [1, 2, 0, 3]));
  it("leaves a companion that ranks higher where it is", () => assert.deepEqual(order([2, 0, 1]), [2, 0, 1]));
  it("brings the page that deals with a claim", () => {
    const claims = [...sections, [0, "claim-x", "A claim", "", "", 3]];

    assert.deepEqual(withCompanions([{ page: 0, sections: [{ id: 5 }] }], pages, claims).map(({ page }) => page), [0, 3]);
  });
  it("brings the top of a companion that no word was found on", () => {
    const [, companion] = withCompanions([hit(1)], pages, sections);

    assert.deepEqual([companion.page, companion.sections[0].id], [2, 2]);
  });
});

describe("numbers", () => {
  for (const { text, values } of cases.numbers) {
    it(`reads ${text}`, () => assert.deepEqual(numbersIn(text).map(({ value }) => value), values));
  }
});

it("takes no space or comma for part of a number", () => assert.deepEqual(numbersIn("95384, 12378 。").map(({ end }) => end), [5, 12]));

describe("a query for a sum", () => {
  const { groups, sums } = parse(readFileSync(new URL("../../data/synonyms.yml", import.meta.url), "utf8"));
  const known = languageFrom(groups.map(({ id, zh, en }) => [id, [...zh, ...en].map(String)]), simplified);
  const terms = (names) => new Set(names.map((name) => `#${name}`));

  for (const { query, is } of cases.sums) {
    it(`${is ? "is" : "is not"} ${query}`, () => {
      const folded = fold(query, simplified);

      assert.equal(asksForASum(folded, tokensOf(folded, known), { beside: terms(sums.beside), cost: terms(sums.cost) }), is);
    });
  }
});

describe("folding", () => {
  for (const { text, folded } of cases.folded) {
    it(`takes ${text} as ${folded}, place by place`, () => assert.equal(fold(text, simplified), folded));
  }
});

describe("terms", () => {
  for (const { one, other, term } of cases.alike) {
    it(`are shared by ${one} and ${other}`, () => {
      const terms = [one, other].map((text) => tokensOf(text, language).map((token) => token.term));

      assert.ok(terms.every((some) => some.includes(term)), JSON.stringify(terms));
    });
  }

  it("are overlapping pairs of Han characters with their places", () => {
    assert.deepEqual(tokensOf("看罚息", language).map(({ term, start, end }) => [term, start, end]), [["看罚", 0, 2], ["罚息", 1, 3]]);
  });

  it("come back from their keys, and a beginning of a term begins its key", () => {
    assert.equal(termOf(keyOf("罚息")), "罚息");
    assert.ok(keyOf("罚息").startsWith(keyOf("罚")));
    assert.equal(termOf(keyOf("interest")), "interest");
  });
});

describe("a word that stands on no page", () => {
  const pages = ["罚息", "催收", "宽限期", "penalty", "complaint"].map((word) => ({ id: word, title: word }));
  const sections = pages.map(({ title }, page) => /** @type {import("./engine.js").Section} */ ([page, "", title, ""]));
  const engine = createEngine("zh", { ...data, pages, sections, answers: [] }, words);

  for (const { typed, found } of cases.like) {
    it(`finds ${found} for ${typed}`, () => assert.equal(engine.search(typed).pages[0].id, found));
  }
  it("is not mixed with others where it does stand on one", () => {
    assert.deepEqual(engine.search("催收").pages.map(({ id }) => id), ["催收"]);
  });
});

describe("a passage", () => {
  const text = "First words. Then the fee is named here, and more words follow after it.";
  const passage = (length) => passageOf(text, tokensOf(text, language), new Set(["fee"]), length);

  it("marks what was found", () => assert.deepEqual(passage(200).filter(({ marked }) => marked).map((piece) => piece.text), ["fee"]));
  it("begins with the sentence that was found", () => assert.equal(passage(40)[1].text, "Then the "));
  it("is the whole text when that is short", () => assert.equal(passage(200).map((piece) => piece.text).join(""), text));
  it("ends with a whole word", () => assert.match(String(passage(40).at(-2)?.text), / $/));
  it("is a piece of the text, without empty parts, and says what was left out at either end", () => {
    const words = fc.array(fc.constantFrom("fee", "loan", "a", "due.", "欠款。", "罚息"), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(words, fc.integer({ min: 5, max: 80 }), (parts, length) => {
      const whole = parts.join(" ");
      const pieces = passageOf(whole, tokensOf(whole, language), new Set(["fee"]), length).map((piece) => piece.text);
      const [before, after] = [pieces[0] === "… ", pieces.at(-1) === " …"];
      const shown = pieces.slice(before ? 1 : 0, after ? -1 : undefined).join("");

      assert.ok(pieces.every(Boolean));
      assert.ok(before ? whole.slice(1).includes(shown) : whole.startsWith(shown));
      assert.ok(after ? whole.slice(0, -1).includes(shown) : whole.endsWith(shown));
    }));
  });
  it("says that one character was left out", () => {
    const whole = `。${"fee ".repeat(30)}`;
    assert.equal(passageOf(whole, tokensOf(whole, language), new Set(["fee"]), 20)[0].text, "… ");
  });
});

describe("the engine", () => {
  const engine = createEngine("en", data, words);
  const found = (query) => engine.search(query).pages.map(({ id }) => id);

  it("finds a page by a synonym", () => assert.deepEqual(found("late"), ["overdue/index"]));
  it("finds a page by a synonym of its own language alone", () => assert.deepEqual(found("behind"), ["overdue/index"]));
  it("finds a page by a word of the other language", () => assert.deepEqual(found("逾期"), ["overdue/index"]));
  it("finds a page by one Han character", () => assert.deepEqual(found("罚"), ["overdue/index"]));
  it("finds a page by the beginning of a word", () => assert.deepEqual(found("penal"), ["overdue/index"]));
  it("finds a page by how readers ask for it", () => assert.deepEqual(found("what does it cost"), ["overdue/index"]));
  it("takes no notice of spaces between Han characters", () => assert.deepEqual(found("罚 息"), found("罚息")));
  it("finds the same whether the subject of the guide is named or not", () => assert.deepEqual(found("weilidai penalty"), found("penalty")));
  it("looks up words that say nothing when there are no others", () => assert.deepEqual(found("what does it"), ["overdue/index"]));
  it("looks them up too where the others stand on no page", () => assert.deepEqual(found("what does 777777"), ["overdue/index"]));
  it("leaves them alone where one section holds the others", () => {
    const anchors = (query) => engine.search(query).pages.flatMap(({ sections }) => sections.map(({ anchor }) => anchor));
    assert.deepEqual(anchors("report"), ["record"]);
    assert.deepEqual(anchors("what does the report"), ["record"]);
  });
  it("finds a page by one letter, of a heading or else of a text", () => assert.deepEqual([found("p"), found("y")], [["overdue/index"], ["overdue/index"]]));
  it("groups the sections of a page, the best first", () => {
    assert.deepEqual(engine.search("penalty report").pages[0].sections.map(({ anchor }) => anchor), ["penalty", "record"]);
  });
  it("gives the answer when a query asks for it", () => assert.equal(engine.search("what is the 逾期 rate of weilidai").answer?.anchor, "penalty"));
  it("gives no answer to half a question", () => assert.equal(engine.search("rate").answer, undefined));
  it("gives no answer to a question about something else too", () => assert.equal(engine.search("late rate for 5000").answer, undefined));
  it("finds nothing for words that no page has", () => assert.deepEqual(found("zzqxv"), []));
  it("makes its index in portions, in the same order", async () => {
    const slow = createEngine("en", data, words, setImmediate);
    await slow.ready;

    assert.deepEqual(slow.search("late"), engine.search("late"));
  });
});

describe("addresses of results", () => {
  for (const [sitemap, page, anchor, address] of [
    ["../sitemap/", "costs/index", "fees", "../costs/#fees"],
    ["sitemap/", "index", "", "./"],
    ["../../sitemap/", "index", "late", "../../#late"],
    ["../sitemap.html", "costs/index", "fees", "../costs/index.html#fees"],
    ["sitemap.html", "index", "", "index.html"],
    ["#sitemap", "costs/index", "fees", "#fees"],
    ["#sitemap", "costs/index", "", "#costs/index"],
  ]) {
    it(`from ${sitemap} to ${page} ${anchor}`, () => assert.equal(addressesLike(sitemap)(page, anchor), address));
  }
});
