import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { readBlank } from "./blank.js";

const read = (name) => parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const cases = read("cases.yml");
const labels = read("labels.yml");

describe("what is typed into a blank", () => {
  for (const { kind, typed, problem = "", ...expected } of cases.blanks) {
    it(`${kind}: ${typed}`, () => assert.deepEqual(readBlank(typed, kind, "en", labels), { ...expected, problem }));
  }

  for (const typed of cases.empty) {
    it(`leaves the blank: “${typed}”`, () => assert.equal(readBlank(typed, "words", "en", labels), null));
  }

  it("has a reader for each kind of blank", () => {
    for (const kind of Object.values(labels.kinds)) assert.ok(readBlank("1", String(kind), "en", labels));
  });
});

describe("lines in pinyin", () => {
  const table = read("../../data/pinyin.yml");
  const input = JSON.stringify({ lines: cases.lines.map(({ zh }) => zh), ...table });
  const written = JSON.parse(execFileSync(process.execPath, [new URL("pinyin.mjs", import.meta.url).pathname], { input, encoding: "utf8" }));

  for (const { zh, pinyin } of cases.lines) it(zh, () => assert.equal(written[zh], pinyin));
});
