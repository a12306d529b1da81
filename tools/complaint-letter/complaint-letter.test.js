import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "yaml";

import { parseDate } from "../civil-date/civil-date.js";
import { compose, contradictions, missing, notChinese, plainText, readAnswers, textsOf, tidyText } from "./letter.js";
import { wordFile } from "./word.js";

const read = (path) => parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const { asks, cases, days, fields, foreign, lines, needs, ticks, tidy } = read("cases.yml");
const TODAY = parseDate("2026-11-29") ?? assert.fail();

for (const { says, typed, stands, missing: lacking = [], unread = [] } of cases) {
  test(says, () => {
    const given = readAnswers(typed, asks, ticks, fields);

    assert.deepEqual(given.unread, unread);
    if (stands) assert.deepEqual(compose(lines, textsOf(given.answers, fields, "zh"), given.held), stands);
    if (!unread.length) assert.deepEqual(missing(asks, needs, given.held), lacking);
  });
}

for (const { typed, is } of tidy) {
  test(`${JSON.stringify(typed)} is tidied to ${JSON.stringify(is)}`, () => assert.equal(tidyText(typed), is));
}

for (const { line, is } of foreign) {
  test(`“${line}” ${is ? "is" : "is not"} still in another language`, () => {
    assert.deepEqual(notChinese({ facts: `第一行\n${line}` }, fields), is ? { facts: [line] } : {});
    assert.deepEqual(notChinese({ name: line }, fields), {});
  });
}

for (const { typed, told } of days) {
  test(`days ${JSON.stringify(typed)} are told as ${JSON.stringify(told)}`, () => {
    const given = readAnswers(typed, asks, ticks, fields);
    assert.deepEqual(contradictions([], fields, given, TODAY), told);
  });
}

test("an answer in another language of the page gives the English its own words", () => {
  const { answers } = readAnswers({ reason: "lost-job", "called-family": true, "called-work": true, since: "2026-03-01" }, asks, ticks, fields);
  assert.deepEqual(textsOf(answers, fields, "en"), { reason: "I lost my job", whom: "my family; my workplace", since: "1 March 2026" });
});

test("the plain text has the title, a gap and one paragraph a line", () => {
  assert.equal(plainText("投诉书", ["甲", "乙"]), "投诉书\n\n甲\n乙\n");
});

test("a Word file holds the words as words", () => {
  const files = unzipSync(wordFile("标题", ["一 & 二\n<三>"]));
  const text = strFromU8(files["word/document.xml"]);

  assert.deepEqual(Object.keys(files), ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
  assert.match(text, /一 &amp; 二<\/w:t><w:br\/><w:t xml:space="preserve">&lt;三&gt;/);
});

// The letters themselves: every one, with every answer that its form offers.

const table = read("../../data/letters.yml");
const facts = Object.fromEntries(read("../../data/facts.yml").facts.map(({ id, value }) => [id, value]));
const realFields = Object.fromEntries(table.fields.map(({ id, options, ...field }) => [id, { ...field, options: options && Object.fromEntries(options.map(({ id: option, zh = "", en = "" }) => [option, [zh, en]])) }]));
const listed = (value) => [].concat(value ?? []);
const rules = table.premises.map(({ id, when, days: apartBy, ...rest }) => {
  const [[name, pair]] = Object.entries(rest).filter(([key]) => key !== "zh" && key !== "en");
  return { id, at: pair[1], when: listed(when), [name]: pair.map((side) => (side.startsWith("fact:") ? `=${facts[side.slice(5)]}` : side)), days: apartBy && Number(facts[apartBy.slice(5)]) };
});
const DAYS = ["2026-07-01", "2026-08-01", "2026-11-09", "2026-11-10", "2026-11-29"];
const SUMS = ["800", "900.50"];

/** Whatever a reader may type or choose to make an answer hold. */
function* waysToGive(id, letter) {
  const choice = table.fields.find((field) => field.options?.some((option) => option.id === id));
  const field = realFields[id];
  if (choice) yield choice.kind === "choice" ? { [choice.id]: id } : { [id]: true };
  else if (!field) yield { [id]: true };
  else if (field.kind === "date") yield* DAYS.map((day) => ({ [id]: day }));
  else if (field.kind === "money") yield* SUMS.map((sum) => ({ [id]: sum }));
  else if (field.kind === "several") yield { [Object.keys(field.options)[0]]: true };
  else if (field.kind === "choice") yield { [id]: Object.keys(field.options)[0] };
  else yield { [id]: field.kind === "months" ? "12" : "甲" };
  if (!letter) throw new Error(id);
}

const asksOf = (letter) => Object.fromEntries(letter.asks.map(({ field, ...ask }) => [field, ask]));
const ticksOf = (letter) => listed(letter.ticks).map(({ id }) => id);
const answersOf = (letter) => [
  ...ticksOf(letter),
  ...letter.asks.flatMap(({ field, options }) => (realFields[field].options ? options ?? Object.keys(realFields[field].options) : [field])),
];

/** Sums and days as the table of premises means them, worked out here a second time. */
function isImpossible(premise, typed) {
  const holds = (id) => Boolean(typed[id]) || Object.values(typed).includes(id);
  const size = (name) => (name.startsWith("fact:") ? facts[name.slice(5)] : typed[name] ?? (name === "date" ? "2026-11-29" : undefined));
  if (!listed(premise.when).every(holds)) return false;
  if (premise.apart) return premise.apart.every(holds);
  const [first, second] = (premise.order ?? premise.below).map(size);
  if (!first || !second) return false;
  if (premise.days) return (Date.parse(second) - Date.parse(first)) / 86400000 < Number(facts[premise.days.slice(5)]);
  const order = first.includes("-") ? first.localeCompare(second) : Number(first) - Number(second);
  return premise.order ? order > 0 : order >= 0;
}

for (const letter of table.letters) {
  test(`${letter.id}: any two answers that cannot be true together are told, and no others`, () => {
    const answers = answersOf(letter);
    for (const one of answers) for (const other of answers) {
      for (const first of waysToGive(one, letter)) for (const second of waysToGive(other, letter)) for (const third of conditions(letter)) {
        const typed = { ...first, ...second, ...third };
        const given = readAnswers(typed, asksOf(letter), ticksOf(letter), realFields);
        const told = contradictions(rules, realFields, given, TODAY).map(({ reason }) => reason).filter((reason) => !["past", "coming"].includes(reason));
        const expected = table.premises.filter((premise) => isImpossible(premise, typed)).map(({ id }) => id);
        assert.deepEqual(told, expected, JSON.stringify(typed));
      }
    }
  });
}

/** What the premises hang on, where this letter offers it. */
function* conditions(letter) {
  yield {};
  for (const id of new Set(table.premises.flatMap(({ when }) => listed(when)))) {
    if (answersOf(letter).includes(id)) yield* waysToGive(id, letter);
  }
}

for (const letter of table.letters) {
  test(`${letter.id}: each paragraph stands by its own answers alone`, () => {
    const shared = Object.fromEntries(table.shared.map(({ id, paragraphs }) => [id, paragraphs]));
    const paragraphs = letter.paragraphs.flatMap((entry) => (entry.use ? shared[entry.use] : [entry]));
    const pieces = paragraphs.map(({ zh, when }) => ({
      when: listed(when),
      parts: zh.split(/(\{[a-z-]+\})/).filter(Boolean).map((text) => (/^\{(?!to\})/.test(text) ? { field: text.slice(1, -1) } : { text })),
    }));
    const plain = new Set(compose(pieces, {}, new Set()));
    for (const id of answersOf(letter)) for (const typed of waysToGive(id, letter)) {
      const { answers, held } = readAnswers(typed, asksOf(letter), ticksOf(letter), realFields);
      const added = compose(pieces, textsOf(answers, realFields, "zh"), held).filter((text) => !plain.has(text));
      const own = pieces.filter(({ parts, when }) => when.some((name) => held.has(name)) || parts.some(({ field }) => held.has(field)));
      assert.ok(added.length <= own.length, `${id}: ${added.join(" / ")}`);
    }
  });
}
