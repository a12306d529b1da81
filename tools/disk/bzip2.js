/**
 * Reads what bzip2 packed (the steps of its format backwards: prefix codes, move to front, Burrows–Wheeler, runs).
 * Sums are not checked: what is read here came with the script that reads it.
 */

const BLOCK = 0x314159265359;
const GROUP = 50;
const MOST_BITS = 20;

/**
 * @param {Uint8Array} packed
 * @returns {Uint8Array}
 */
export function unpackBzip2(packed) {
  const read = bitReader(packed);
  read(32); // "BZh9"
  const blocks = [];
  while (magic(read) === BLOCK) blocks.push(readBlock(read));
  return joined(blocks);
}

/** @returns {(count: number) => number} reads up to 32 bits, the most significant first */
function bitReader(bytes) {
  let at = 0;
  const bit = () => (bytes[at >> 3] >> (7 - (at++ & 7))) & 1;
  return (count) => {
    let value = 0;
    for (let left = count; left; left--) value = value * 2 + bit();
    return value;
  };
}

function magic(read) {
  return read(24) * 2 ** 24 + read(24);
}

function readBlock(read) {
  read(33); // the block's sum, and a mark that no packer sets any more
  const origin = read(24);
  const alphabet = readAlphabet(read);
  const tableCount = read(3);
  const selectors = readSelectors(read, tableCount);
  const tables = Array.from({ length: tableCount }, () => readTable(read, alphabet.length + 2));
  const column = readColumn(read, alphabet, selectors, tables);
  return withoutRuns(sorted(column, origin));
}

/** The bytes that occur, as a map of sixteen ranges of sixteen. */
function readAlphabet(read) {
  const ranges = read(16);
  const found = [];
  for (let range = 0; range < 16; range++) {
    if (!(ranges & (0x8000 >> range))) continue;
    const members = read(16);
    for (let at = 0; at < 16; at++) if (members & (0x8000 >> at)) found.push(range * 16 + at);
  }
  return found;
}

/** Which table serves each fifty symbols; recently used tables have short names. */
function readSelectors(read, tableCount) {
  const recent = [...Array(tableCount).keys()];
  return Array.from({ length: read(15) }, () => {
    let place = 0;
    while (read(1)) place++;
    return toFront(recent, place);
  });
}

/** Prefix codes from the lengths of their words: for each length the last code and where its symbols begin. */
function readTable(read, size) {
  let length = read(5);
  const lengths = Array.from({ length: size }, () => {
    while (read(1)) length += read(1) ? -1 : 1;
    return length;
  });
  const symbols = [];
  const limits = [];
  let code = 0;
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    const first = symbols.length;
    lengths.forEach((own, symbol) => { if (own === bits) symbols.push(symbol); });
    const end = code + symbols.length - first;
    limits[bits] = { end, shift: first - code };
    code = end * 2;
  }
  return { symbols, limits };
}

function readSymbol(read, { symbols, limits }) {
  let code = 0;
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    code = code * 2 + read(1);
    const { end, shift } = limits[bits];
    if (code < end) return symbols[code + shift];
  }
  throw new Error("bzip2: no such code");
}

/** The last column of the sorted rotations. Symbols 0 and 1 spell lengths of runs; the last symbol ends the block. */
function readColumn(read, alphabet, selectors, tables) {
  const recent = [...alphabet];
  const column = [];
  let run = 0;
  let weight = 1;
  for (let count = 0; ; count++) {
    const symbol = readSymbol(read, tables[selectors[Math.floor(count / GROUP)]]);
    if (symbol < 2) {
      run += weight << symbol;
      weight *= 2;
      continue;
    }
    for (; run; run--) column.push(recent[0]);
    weight = 1;
    if (symbol > alphabet.length) return column;
    column.push(toFront(recent, symbol - 1));
  }
}

function toFront(recent, place) {
  const [value] = recent.splice(place, 1);
  recent.unshift(value);
  return value;
}

/** Turns the Burrows–Wheeler transform back. */
function sorted(column, origin) {
  const starts = new Uint32Array(257);
  for (const value of column) starts[value + 1]++;
  for (let value = 0; value < 256; value++) starts[value + 1] += starts[value];
  const next = new Uint32Array(column.length);
  column.forEach((value, at) => { next[starts[value]++] = at; });
  let at = next[origin];
  return Uint8Array.from(column, () => {
    const value = column[at];
    at = next[at];
    return value;
  });
}

/** After four equal bytes stands how many more follow. */
function withoutRuns(bytes) {
  const out = [];
  let equal = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (equal === 4) {
      for (let more = bytes[at]; more; more--) out.push(bytes[at - 1]);
      equal = 0;
      continue;
    }
    equal = at && bytes[at] === bytes[at - 1] && equal ? equal + 1 : 1;
    out.push(bytes[at]);
  }
  return Uint8Array.from(out);
}

function joined(blocks) {
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}
