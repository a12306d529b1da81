import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { isNeeded } from "./checklist.js";

const { cases } = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));
const labels = parse(readFileSync(new URL("labels.yml", import.meta.url), "utf8"));

for (const { wanted, serves, needed } of cases) {
  test(`for ${wanted.join(", ") || "anything"}, what serves ${serves.join(", ")} is ${needed ? "kept" : "left out"}`, () => {
    assert.equal(isNeeded(wanted, serves), needed);
  });
}

test("every item serves kinds of case that can be ticked, and every kind has items", () => {
  const served = new Set(labels.items.flatMap((item) => item.for));

  assert.deepEqual([...served].sort(), Object.keys(labels.kinds).sort());
});
