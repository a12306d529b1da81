// Prints groups of common Han characters that sound alike, one group a line: the source of homophones.txt.
// Usage: node tools/search-box/homophones.mjs > tools/search-box/homophones.txt
import { pinyin } from 'pinyin-pro';

/** The 3,755 characters of GB 2312 level 1: all that people write daily. */
function commonCharacters() {
  const decoder = new TextDecoder('gb2312');
  const characters = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      // Row 55 of the set ends five places early.
      if (/^[\u4e00-\u9fff]$/.test(character) && !(row === 0xd7 && cell > 0xf9)) characters.push(character);
    }
  }
  return characters;
}

/** Sounds that many speakers do not tell apart are one: zh = z, ch = c, sh = s, ing = in, eng = en. */
function soundOf(character) {
  return pinyin(character, { toneType: 'none' }).replace(/^([zcs])h/, '$1').replace(/(in|en)g$/, '$1');
}

const groups = Map.groupBy(commonCharacters(), soundOf);
const lines = [...groups.values()].filter((group) => group.length > 1).map((group) => group.join(''));
process.stdout.write(`${lines.join('\n')}\n`);
