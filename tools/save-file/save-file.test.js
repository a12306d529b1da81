import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";

import { storedZip } from "./stored-zip.js";

const FILES = { "one.xml": "<a>信</a>", "folder/two.txt": "", "three.txt": "x".repeat(70000) };

test("an archive gives back its files", () => {
  const read = unzipSync(storedZip(FILES));

  assert.deepEqual(Object.fromEntries(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)])), FILES);
});

test("each file stands beside its right sum, which Word checks", () => {
  const zip = storedZip(FILES);
  const view = new DataView(zip.buffer);
  let at = 0;
  for (const text of Object.values(FILES)) {
    const bytes = new TextEncoder().encode(text);

    assert.equal(view.getUint32(at, true), 0x04034b50);
    assert.equal(view.getUint32(at + 14, true), crc32(bytes));
    at += 30 + view.getUint16(at + 26, true) + bytes.length;
  }
  assert.equal(view.getUint32(at, true), 0x02014b50);
  assert.equal(view.getUint32(at + 16, true), crc32(new TextEncoder().encode(FILES["one.xml"])));
});
