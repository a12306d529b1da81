import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { unpackBzip2 } from "./bzip2.js";

const PACK = "import bz2, sys; sys.stdout.buffer.write(bz2.compress(sys.stdin.buffer.read(), int(sys.argv[1])))";

function packed(bytes, level = 9) {
  return new Uint8Array(execFileSync("python3", ["-c", PACK, String(level)], { input: bytes }));
}

const noise = Buffer.from(Array.from({ length: 250_000 }, (_, at) => (at * at * 2654435761) >>> (at % 13) & 255));

const cases = {
  "one letter": Buffer.from("a"),
  "Chinese words": Buffer.from("逾期一天算不算，今天该做什么。".repeat(300)),
  "long runs": Buffer.from(`${"a".repeat(4)}${"b".repeat(5)}${"c".repeat(259)}${"d".repeat(1000)}e`),
  "every byte": Buffer.from(Array.from({ length: 1024 }, (_, at) => at & 255)),
  "several blocks": noise,
};

for (const [name, bytes] of Object.entries(cases)) {
  test(`bzip2 is read back: ${name}`, () => {
    assert.deepEqual(Buffer.from(unpackBzip2(packed(bytes, 1))), bytes);
  });
}
