/**
 * Whole numbers of any size, with the four operations that fractions need. They are BigInts where the browser has them.
 * Elsewhere (Safari 13) a whole number is an ordinary number as long as that is exact, and beyond that a `Large`; `BigInt`
 * then stands for `whole`, so that sums of fen, which are never large, are added and compared by the plain signs.
 */

const LIMB = 1e7;
const LIMB_DIGITS = 7;
/** Keeps a guessed limb below the right one, however doubles were rounded. */
const NOT_TOO_MUCH = 1 - 1e-12;

/** A whole number too large for an ordinary one. */
class Large {
  /** @param {boolean} isNegative @param {number[]} limbs below 10⁷, the least significant first, none of them zero at the end */
  constructor(isNegative, limbs) {
    this.isNegative = isNegative;
    this.limbs = limbs;
  }

  toString() {
    const digits = this.limbs.map((limb) => String(limb).padStart(LIMB_DIGITS, "0")).reverse().join("").replace(/^0+/, "") || "0";
    return (this.isNegative ? "-" : "") + digits;
  }

  valueOf() {
    return Number(this.toString());
  }
}

/** The operations on what this module makes where there is no BigInt. */
export const withoutBigInt = {
  /** @throws {RangeError} when a number is not whole @throws {SyntaxError} when a text is none */
  whole(value) {
    if (value instanceof Large || Number.isSafeInteger(value)) return value;
    if (typeof value !== "string") throw new RangeError(`not a whole number: ${value}`);
    if (!/^-?\d+$/.test(value)) throw new SyntaxError(`not a whole number: ${value}`);
    const digits = value.replace("-", "");
    const limbs = [];
    for (let end = digits.length; end > 0; end -= LIMB_DIGITS) limbs.push(Number(digits.slice(Math.max(0, end - LIMB_DIGITS), end)));
    return made(value.startsWith("-"), limbs);
  },
  plus: (a, b) => small(a, b, a + b) ? a + b : sum(parts(a), parts(b)),
  minus: (a, b) => small(a, b, a - b) ? a - b : sum(parts(a), { ...parts(b), isNegative: !parts(b).isNegative }),
  times: (a, b) => small(a, b, a * b) ? a * b + 0 : product(parts(a), parts(b)),
  /** @returns the quotient, without what is left over */
  over: (a, b) => small(a, b, 0) ? Math.trunc(a / b) + 0 : divided(parts(a), parts(b)).quotient,
  /** @returns what is left over; has the sign of *a* */
  rest: (a, b) => small(a, b, 0) ? (a % b) + 0 : divided(parts(a), parts(b)).rest,
};

const native = typeof BigInt === "function" && {
  whole: BigInt,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  rest: (a, b) => a % b,
};

/**
 * A whole number has the type `bigint`, whatever it is made of.
 * @typedef {(a: bigint, b: bigint) => bigint} Operation
 * @type {{whole: (value: bigint | number | string) => bigint, plus: Operation, minus: Operation, times: Operation, over: Operation, rest: Operation}}
 */
const operations = /** @type {any} */ (native || withoutBigInt);
export const { whole, plus, minus, times, over, rest } = operations;
if (!native) globalThis.BigInt = /** @type {any} */ (whole);

/** Whether ordinary numbers give exactly this result. */
function small(a, b, result) {
  return typeof a === "number" && typeof b === "number" && Number.isSafeInteger(result);
}

/** @returns {{isNegative: boolean, limbs: number[]}} */
function parts(value) {
  return value instanceof Large ? value : { isNegative: value < 0, limbs: limbsOf(Math.abs(value)) };
}

function limbsOf(size) {
  const limbs = [];
  for (let left = size; left; left = Math.floor(left / LIMB)) limbs.push(left % LIMB);
  return limbs;
}

function made(isNegative, limbs) {
  let { length } = limbs;
  while (length && !limbs[length - 1]) length -= 1;
  const large = new Large(isNegative, limbs.slice(0, length));
  return Number.isSafeInteger(large.valueOf()) ? large.valueOf() + 0 : large;
}

function sum(a, b) {
  if (a.isNegative === b.isNegative) return made(a.isNegative, combined(a.limbs, b.limbs, 1));
  return order(a.limbs, b.limbs) < 0 ? made(b.isNegative, combined(b.limbs, a.limbs, -1)) : made(a.isNegative, combined(a.limbs, b.limbs, -1));
}

/** The limbs of a ± b; with minus, b is no larger than a. */
function combined(a, b, sign) {
  const limbs = [];
  let carry = 0;
  for (let at = 0; at < Math.max(a.length, b.length) || carry; at += 1) {
    const value = (a[at] || 0) + sign * (b[at] || 0) + carry;
    carry = Math.floor(value / LIMB);
    limbs.push(value - carry * LIMB);
  }
  return limbs;
}

function order(a, b) {
  if (a.length !== b.length) return a.length - b.length;
  let at = a.length - 1;
  while (at > 0 && a[at] === b[at]) at -= 1;
  return at < 0 ? 0 : a[at] - b[at];
}

function product(a, b) {
  const limbs = new Array(a.limbs.length + b.limbs.length).fill(0);
  a.limbs.forEach((limb, place) => {
    let carry = 0;
    for (let at = 0; at < b.limbs.length || carry; at += 1) {
      const value = limbs[place + at] + limb * (b.limbs[at] || 0) + carry;
      carry = Math.floor(value / LIMB);
      limbs[place + at] = value - carry * LIMB;
    }
  });
  return made(a.isNegative !== b.isNegative, limbs);
}

/** Long division as by hand: each limb of the quotient is guessed from the leading limbs, then put right. */
function divided(a, b) {
  if (!b.limbs.length) throw new RangeError("division by zero");
  const quotient = [];
  let left = [];
  for (let at = a.limbs.length - 1; at >= 0; at -= 1) {
    left = trimmed([a.limbs[at], ...left]);
    quotient.unshift(0);
    while (order(left, b.limbs) >= 0) {
      const guess = Math.max(1, Math.floor((leading(left, b.limbs.length) / (leading(b.limbs, b.limbs.length) + 1 / LIMB)) * NOT_TOO_MUCH));
      left = trimmed(combined(left, scaled(b.limbs, guess), -1));
      quotient[0] += guess;
    }
  }
  return { quotient: made(a.isNegative !== b.isNegative, quotient), rest: made(a.isNegative, left) };
}

/** The leading limbs as one number, in units of the limb at *length*; rounded down. */
function leading(limbs, length) {
  return (limbs[length] || 0) * LIMB + limbs[length - 1] + (limbs[length - 2] || 0) / LIMB;
}

function scaled(limbs, factor) {
  return parts(product({ limbs }, { limbs: limbsOf(factor) })).limbs;
}

function trimmed(limbs) {
  while (limbs.length && !limbs[limbs.length - 1]) limbs.pop();
  return limbs;
}
