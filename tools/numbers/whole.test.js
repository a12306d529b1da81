import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { withoutBigInt } from "./whole.js";

const OPERATIONS = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  rest: (a, b) => a % b,
};
const sized = fc.integer({ min: 1, max: 240 }).chain((bits) => fc.bigInt({ min: -(2n ** BigInt(bits)), max: 2n ** BigInt(bits) }));
// Where the limbs are full or empty, a guess at a quotient is furthest off.
const edge = fc.tuple(fc.constantFrom(1n, -1n), fc.integer({ min: 0, max: 40 }), fc.constantFrom(-1n, 0n, 1n, 9999999n))
  .map(([sign, digits, more]) => sign * (10n ** BigInt(digits) + more));
const any = fc.oneof(sized, edge);

for (const [name, expected] of Object.entries(OPERATIONS)) {
  test(`${name} without BigInt gives what BigInt gives`, () => {
    fc.assert(fc.property(any, any, (a, b) => {
      if (b === 0n && ["over", "rest"].includes(name)) return;
      const { whole } = withoutBigInt;
      const found = withoutBigInt[name](whole(String(a)), whole(String(b)));

      assert.equal(String(found), String(expected(a, b)));
      assert.equal(Number.isSafeInteger(Number(expected(a, b))), typeof found === "number");
      assert.ok(!Object.is(found, -0));
    }), { numRuns: 3000 });
  });
}

/** What kind of problem something throws. */
function nameOfProblem(act) {
  try {
    act();
  } catch (problem) {
    return problem.name;
  }
  return assert.fail("nothing was thrown");
}

test("what is not a whole number is refused as BigInt refuses it", () => {
  for (const value of [0.5, NaN, Infinity, "1.5", "x"]) {
    assert.throws(() => withoutBigInt.whole(value), { name: nameOfProblem(() => BigInt(value)) });
  }
});
