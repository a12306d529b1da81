import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { covered, recompute } from "./vectors.js";

const { vectors } = parse(readFileSync(new URL("../../tests/data/loan-vectors.yml", import.meta.url), "utf8"));
const NOT_OURS = new Set(["eu-swd128-rounding"]); // tested with the numbers, where rounding lives

for (const { vector, quantity, expected, ours } of recompute(vectors)) {
  test(`${vector}: ${quantity} is ${expected}`, () => assert.equal(ours, expected));
}

test("every published vector is recomputed", () => {
  const missing = vectors.map(({ id }) => id).filter((id) => !covered().includes(id) && !NOT_OURS.has(id));

  assert.deepEqual(missing, []);
});
