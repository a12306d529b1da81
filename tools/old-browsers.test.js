/** The lint's own rule: it names what the oldest browsers lack, and nothing that they have. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ESLint } from "eslint";

const LACKED = [
  ['text.replaceAll("a", "b");', "replaceAll"],
  ["rows.toSorted();", "toSorted"],
  ["rows.at(-1);", "at"],
  ["panel.showModal();", "showModal"],
  ["Object.groupBy(rows, kindOf);", "groupBy"],
  ["Promise.any(asked);", "any"],
  ["structuredClone(rows);", "structuredClone"],
  ["new WeakRef(panel);", "WeakRef"],
  ['new Intl.ListFormat("en");', null], // a name inside another is not looked at
];
const HAD = [
  "rows.map(kindOf).flat();", "panel.append(text);", "text.matchAll(/a/g);", 'fetch("a");', "panel.closest(text);", "rows.at?.(-1);",
  "Promise.allSettled(asked);", "new AbortController();", 'new Intl.DateTimeFormat("en").format(now);', "index.fetch(text);",
];

const eslint = new ESLint({ overrideConfig: { rules: { "no-undef": "off" } } });

for (const [code, name] of [...LACKED, ...HAD.map((code) => [code, null])]) {
  test(`${code} ${name ? `names ${name}` : "is left alone"}`, async () => {
    const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath: "tools/form/form.js" });

    assert.deepEqual(messages.map(({ message }) => message.split(" ")[0]), name ? [name] : []);
  });
}
