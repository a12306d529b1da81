// Prints the table of homophones.js: which common Han characters sound alike.
// Usage: node tools/search-box/homophones.mjs
import { pinyin } from "pinyin-pro";

import { commonCharacters } from "./homophones.js";

/** Sounds that many speakers do not tell apart are one: zh = z, ch = c, sh = s, ing = in, eng = en. */
function soundOf(character) {
  return pinyin(character, { toneType: "none" }).replace(/^([zcs])h/, "$1").replace(/(in|en)g$/, "$1");
}

const numbers = new Map();
const runs = [];
for (const character of commonCharacters()) {
  const sound = soundOf(character);
  const isNew = !numbers.has(sound);
  if (isNew) numbers.set(sound, numbers.size);
  const last = runs.at(-1);
  if (last?.sound === sound) last.length += 1;
  else runs.push({ sound, isNew, length: 1 });
}

const written = runs.map(({ sound, isNew, length }) => length.toString(36) + (isNew ? "" : `.${numbers.get(sound).toString(36)}`));
process.stdout.write(`${written.join(" ")}\n`);
