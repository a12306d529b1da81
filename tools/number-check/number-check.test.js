import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";

import { checkSender, isOneSlipApart } from "./sender.js";

const { cases, contacts } = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));

for (const { typed, verdict, reason, contact, all } of cases) {
  test(`${JSON.stringify(typed)} is ${verdict || "nothing to check"}${reason ? ` (${reason})` : ""}`, () => {
    const found = checkSender(typed, contacts);

    assert.equal(found ? found.verdict : null, verdict);
    if (reason) assert.equal(found?.reason, reason);
    if (contact) assert.equal(found?.contact?.id, contact);
    if (all) assert.deepEqual(found?.all.map((piece) => piece.verdict), all);
  });
}

test("a long message is read to its end, and an endless one as far as two thousand characters", () => {
  assert.equal(checkSender(`${"好".repeat(1950)} 13800138000`, contacts)?.reason, "mobile");
  assert.equal(checkSender(`${"好".repeat(2000)} 13800138000`, contacts)?.reason, "name-other");
});

test("no text at all is ever taken for the bank unless it holds the bank's number, name or address", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
    const found = checkSender(typed, contacts);

    if (found && found.verdict === "official") assert.match(typed.normalize("NFKC"), /9\D*5\D*3\D*8\D*4|微众银行|webank/i);
  }));
});

test("a number of the bank with any other digit around it is not the bank's", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99999 }), fc.boolean(), (extra, before) => {
    const found = checkSender(before ? `${extra}95384` : `95384${extra}`, contacts);

    assert.equal(found?.verdict, "not-listed");
  }));
});

test("no message with a sentence around the bank's number is ever cleared", () => {
  const asks = ["请转账到安全账户", "把验证码发给我", "请共享屏幕", "点击链接下载", "缴纳保证金", "we need your code", "transfer the money now"];
  const shown = ["95384", "【微众银行】", "webank.com", "微众银行 95384", "12378"];
  for (const ask of asks) {
    for (const piece of shown) {
      for (const text of [`${piece}${ask}`, `${ask} ${piece}`, `您好，${piece}：${ask}。`]) assert.equal(checkSender(text, contacts)?.verdict, "not-listed", text);
    }
  }
});

for (const [one, other, apart] of /** @type {[string, string, boolean][]} */ ([
  ["95384", "95184", true], ["95384", "95348", true], ["95384", "9538", true], ["95384", "953844", true],
  ["95384", "95384", false], ["95384", "59384", true], ["95384", "95843", false], ["", "1", true], ["12", "34", false],
])) {
  test(`${one} and ${other} are ${apart ? "" : "not "}one slip apart`, () => assert.equal(isOneSlipApart(one, other), apart));
}

test("an area code before any number of an office makes it another number", () => {
  const [bank, ...others] = contacts;
  for (const number of [...bank.numbers, "12387"]) {
    assert.equal(checkSender(`0755-${number}`, [{ ...bank, numbers: [...bank.numbers, "12387"] }, ...others])?.reason, "area-code", number);
  }
});
