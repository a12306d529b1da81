import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { verdictOf } from "./verdict.js";

const { cases } = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));

for (const { ticked, verdict } of cases) {
  test(`ticking ${ticked.join(" and ") || "nothing"} gives ${verdict}`, () => {
    const signs = ticked.map((says) => ({ fraud: says === "fraud", ticked: true }));

    assert.equal(verdictOf([...signs, { fraud: true, ticked: false }]), verdict);
  });
}
