// Writes Chinese lines in pinyin with tones, word by word. Reads {lines: [line], readings: {word: reading}, apart: {first, last}}
// from standard input (data/pinyin.yml says what they are), prints {line: pinyin}.
// Blanks (【金额】) and markers ([[fact:…]]) stay as they are, figures stay figures.
import { readFileSync } from "node:fs";
import { customPinyin, pinyin } from "pinyin-pro";

const { lines, readings, apart } = JSON.parse(readFileSync(0, "utf8"));

const words = new Intl.Segmenter("zh-Hans", { granularity: "word" });
const KEPT = /(【[^】]*】|\[\[.*?\]\])/;
const HAN = /\p{Script=Han}/u;
const MARKS = { "，": ",", "。": ".", "？": "?", "！": "!", "：": ":", "；": ";", "、": ",", "《": "“", "》": "”", "（": "(", "）": ")" };
const MARK = new RegExp(`[${Object.keys(MARKS).join("")}]`, "gu");
const OWN_WORD = new RegExp(`(${Object.keys(readings).sort((one, other) => other.length - one.length).join("|")})`, "u");
const APART = new RegExp(`^([${apart.first}])(?!们)|([${apart.last}])$`, "u");

// The library sees our words too, since what a character says depends on its neighbours: bù, but bú before a fourth tone.
customPinyin(Object.fromEntries(Object.entries(readings).map(([word, reading]) => [word, reading.replace(/-/g, " ")])));
process.stdout.write(JSON.stringify(Object.fromEntries(lines.map((line) => [line, pinyinOf(line)]))));

function pinyinOf(line) {
  const written = line.split(KEPT).map((piece) => (KEPT.test(piece) ? piece : wordsOf(piece).join(" "))).join(" ");
  const marked = written.replace(MARK, (mark) => MARKS[mark]);
  const spaced = marked.replace(/ +(?=[,.?!:;)”])/g, "").replace(/(?<=[(“]) +/g, "").replace(/ +/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Words with their readings. Every character here is one UTF-16 unit. */
function wordsOf(piece) {
  const syllables = pinyin(piece, { type: "all" });
  let end = 0;
  return cut(piece).map((word) => {
    const own = readings[word];
    const said = syllables.slice(end, (end += word.length)).map(({ origin, pinyin: one }) => (HAN.test(origin) ? one : origin));
    return own ? own.split(" ").map((part) => joined(part.split("-"))).join(" ") : joined(said);
  });
}

/** Cuts between words; a word of our own table stands for itself. */
function cut(piece) {
  return piece.split(OWN_WORD).flatMap((part, index) => {
    if (index % 2) return [part];
    return [...words.segment(part)].flatMap(({ segment }) => segment.split(APART));
  }).filter(Boolean);
}

/** An apostrophe parts syllables that would run together: bào'àn. */
function joined(syllables) {
  return syllables.map((said, index) => (index && /^[aāáǎàeēéěèoōóǒò]/.test(said) ? `'${said}` : said)).join("");
}
