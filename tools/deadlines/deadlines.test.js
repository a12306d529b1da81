import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { formatDate, isoDate, parseDate } from "../civil-date/civil-date.js";
import { calendarFile } from "./calendar.js";
import { answerOf, datesOf, stageOf } from "./deadlines.js";

const { limits, dates, stages, answers } = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));
const labels = parse(readFileSync(new URL("labels.yml", import.meta.url), "utf8")).answer;
const day = (text) => parseDate(text) ?? assert.fail(text);

for (const { kind, received, ...due } of dates) {
  test(`a ${kind} received on ${received}`, () => {
    const found = datesOf(kind, day(received), limits).map(({ name, date }) => [name, isoDate(date)]);

    assert.deepEqual(found, Object.entries(due));
  });
}

for (const { received, today, stage } of stages) {
  test(`received on ${received}, on ${today} it is time to ${stage}`, () => {
    assert.equal(stageOf(day(received), day(today), limits), stage);
  });
}

for (const { kind, received, today, en } of answers) {
  test(`the answer on ${today} to a ${kind} received on ${received}`, () => {
    /** @param {any} all @returns {any} */
    const english = (all) => Object.fromEntries(Object.entries(all).map(([name, pair]) => [name, pair.en]));
    const words = { next: english(labels.next), passed: english(labels.passed) };

    assert.equal(answerOf(kind, datesOf(kind, day(received), limits), day(today), words, (date) => formatDate(date, "en")), en);
  });
}

test("a calendar file has all-day events with a reminder on the morning before", () => {
  const event = { name: "simple", date: day("2028-02-29"), title: "投诉答复到期；简单, 15", description: "第一行\n第二行", reminder: "明天：答复到期" };

  const file = calendarFile([event], { productId: "-//weilidai-guide//deadlines//ZH", calendar: "期限", timestamp: 1577836800000 });

  assert.match(file, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(file, /\r\nDTSTART;VALUE=DATE:20280229\r\n/);
  assert.match(file, /\r\nTRIGGER:-PT15H\r\n/);
  assert.match(file, /\r\nDTSTAMP:20200101T000000Z\r\n/);
  assert.match(file, /\r\nDTEND;VALUE=DATE:20280301\r\n/);
  assert.match(file, /\r\nUID:simple@weilidai-guide\r\nSEQUENCE:0\r\n/);
  assert.match(file, /\r\nDESCRIPTION:明天：答复到期\r\nTRIGGER/);
  assert.match(file, /简单\\, 15/);
  assert.match(file, /第一行\\n第二行/);
  assert.match(file, /END:VCALENDAR\r\n$/);
});

test("signs that a calendar file uses itself are marked as words", () => {
  const event = { name: "simple", date: day("2028-02-29"), title: "C:\\a; b, c", description: "a\r\nb", reminder: "b" };

  const file = calendarFile([event], { productId: "-//weilidai-guide//deadlines//ZH", calendar: "期限", timestamp: 0 });

  assert.ok(file.includes("SUMMARY:C:\\\\a\\; b\\, c\r\nDESCRIPTION:a\\nb\r\n"), file);
});

test("long lines of a calendar file go on in the next one, no character cut", () => {
  const event = { name: "simple", date: day("2028-02-29"), title: "答".repeat(60), description: "a", reminder: "b" };

  const file = calendarFile([event], { productId: "-//weilidai-guide//deadlines//ZH", calendar: "期限", timestamp: 0 });

  for (const line of file.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  assert.ok(file.replaceAll("\r\n ", "").includes(`SUMMARY:${"答".repeat(60)}\r\n`));
});
