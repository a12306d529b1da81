import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

import { walk } from "./route.js";

const routes = parse(readFileSync(new URL("../../data/routes.yml", import.meta.url), "utf8"));
const { cases } = parse(readFileSync(new URL("cases.yml", import.meta.url), "utf8"));
const questions = new Map(routes.questions.map((question) => [question.id, question]));
const ends = new Set(routes.ends.map(({ id }) => id));

for (const { answers, end, ask, unknown } of cases) {
  test(`${JSON.stringify(answers)} leads to ${end || ask}`, () => {
    const found = walk(questions, answers);

    assert.equal(found.isEnd, Boolean(end));
    assert.equal(found.at, end || ask);
    assert.equal(found.unknown, unknown || "");
  });
}

test("questions that lead back to one that was answered ask it again instead of turning in a circle", () => {
  const circle = new Map([["a", "b"], ["b", "a"]].map(([id, to]) => [id, { id, ask: "", answers: [{ id: "yes", label: "", to }] }]));

  assert.deepEqual(walk(circle, { a: "yes", b: "yes" }), {
    way: [{ question: "a", answer: "yes" }, { question: "b", answer: "yes" }], at: "a", isEnd: false, unknown: "",
  });
});

/** Every way that answers can make, from the start to its end. */
function* everyWay(given = {}) {
  const { at, isEnd } = walk(questions, given);
  if (isEnd) yield { given, at };
  else for (const { id } of questions.get(at).answers) yield* everyWay({ ...given, [at]: id });
}

test("every way of answering ends within six questions at steps that exist", () => {
  for (const { given, at } of everyWay()) {
    assert.ok(ends.has(at), at);
    assert.ok(Object.keys(given).length <= 6, JSON.stringify(given));
  }
});

test("every end is reached by some way of answering", () => {
  assert.deepEqual(new Set([...everyWay()].map(({ at }) => at)), ends);
});

test("a reader who never knows still gets steps", () => {
  const unsure = Object.fromEntries([...questions.keys()].map((id) => [id, "unsure"]));

  assert.equal(walk(questions, unsure).isEnd, true);
});
