import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "yaml";

import { compose, missing, plainText, tidyText } from "./letter.js";
import { wordFile } from "./word.js";

const { cases, lines, required, tidy } = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));

for (const { says, texts, ticks, stands, missing: lacking } of cases) {
  test(says, () => {
    const tidied = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, tidyText(text)]));

    assert.deepEqual(compose(lines, tidied, new Set(ticks)), stands);
    assert.deepEqual(missing(required, tidied), lacking);
  });
}

for (const { typed, is } of tidy) {
  test(`${JSON.stringify(typed)} is tidied to ${JSON.stringify(is)}`, () => assert.equal(tidyText(typed), is));
}

test("the plain text has the title, a gap and one paragraph a line", () => {
  assert.equal(plainText("投诉书", ["甲", "乙"]), "投诉书\n\n甲\n乙\n");
});

test("a Word file holds the words as words", () => {
  const files = unzipSync(wordFile("标题", ["一 & 二\n<三>"]));
  const text = strFromU8(files["word/document.xml"]);

  assert.deepEqual(Object.keys(files), ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
  assert.match(text, /一 &amp; 二<\/w:t><w:br\/><w:t xml:space="preserve">&lt;三&gt;/);
});
