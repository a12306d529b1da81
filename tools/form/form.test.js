import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, parseAddress } from "./address.js";
import { csvText } from "./csv.js";
import { isWithin, readText } from "./kinds.js";
import { fillWords } from "./words.js";

const CELLS = [
  ["plain", "plain"], ["10000.00", "10000.00"], ["", ""], ["two words", "two words"],
  ["a,b", '"a,b"'], ['say "yes"', '"say ""yes"""'], ['"', '""""'], ["line\nbreak", '"line\nbreak"'], ["line\r\nbreak", '"line\r\nbreak"'], ["中文，", "中文，"],
];
for (const [cell, written] of CELLS) {
  test(`a file for spreadsheets holds ${JSON.stringify(cell)} as ${written}`, () => {
    assert.equal(csvText([[cell, "next"], ["last"]]), `\uFEFF${written},next\r\nlast\r\n`);
  });
}

/** @type {[string, boolean][]} */
const BOUNDS = [
  ["1000000", true], ["100万", true], ["1百万", true], ["1000000.01", false], ["999999.99", true],
  ["100", true], ["99.99", false], ["100.00", true], ["0", false], ["-100", false],
];
for (const [typed, within] of BOUNDS) {
  test(`${typed} ${within ? "is" : "is not"} from 100 to 1000000`, () => {
    assert.equal(isWithin(readText(typed, "money"), { min: "100", max: "1000000" }), within);
  });
}

test("a field without bounds takes every number, and a date none", () => {
  assert.ok(isWithin(readText("-1000000000", "money"), {}));
  assert.ok(isWithin(readText("2026-01-31", "date"), { min: "5", max: "6" }));
});

/** @type {[string, ReturnType<typeof parseAddress>][]} */
const ADDRESSES = [
  ["#borrowing?amount=10000&daily=0.05", { tool: "borrowing", fields: [["amount", "10000"], ["daily", "0.05"]] }],
  ["#?amount=10000", { tool: "", fields: [["amount", "10000"]] }],
  ["#true-rate?flows=a%0Ab", { tool: "true-rate", fields: [["flows", "a\nb"]] }],
  ["#fees", null], ["", null], ["#Fees?x=1", null],
];
for (const [hash, found] of ADDRESSES) {
  test(`the address ${hash || "without a part after #"} ${found ? "fills fields" : "is an ordinary anchor"}`, () => {
    assert.deepEqual(parseAddress(hash), found);
  });
}

test("an address that was made is read back", () => {
  const fields = /** @type {[string, string][]} */ ([["flows", "2026-01-01:1,000 & more\n#"], ["offer", "甲=乙"]]);

  assert.deepEqual(parseAddress(addressOf("true-rate", fields)), { tool: "true-rate", fields });
});

test("words are filled by name, and a name without a value stays", () => {
  assert.equal(fillWords("{sum} yuan, {sum} of {all}", { sum: "5" }), "5 yuan, 5 of {all}");
  assert.equal(fillWords("{sum}", { sum: "" }), "");
});
