/**
 * Characters that sound alike, without carrying them: GB 2312 lists the 3,755 that people write daily in the order of
 * their sound, and every browser can decode it, so a table of where one sound ends is enough (1 KB instead of 8).
 */

/**
 * Lengths of the runs of one sound, in base 36, in the order of GB 2312; after a dot the number of an earlier sound
 * that the run belongs to. Printed by homophones.mjs from npm's pinyin-pro.
 */
const RUNS =
  "2 d 9 3 9 d 1 4.5 8 f c h f a j 1 4.d c 4 4 f j 8 1.j 2.k 1 b 7 5 5 5 2 b.l 3.m a.n d.o 9.p 6.q p.r g 5 c g " +
  "1 7 2 1 3.y 5 7 2 c.s 6.t 1.u 4.v 3.x 8.10 3.11 6.12 6 c d 1 1.15 5 c 3 7 8 1 a.1b g 8 1 7 9 1 a 8 e 6 4 5 1 " +
  "3.1o c d 1 8 8 h b c u 1 1 o 1 k.21 2 6 b 9 7 1 2.27 b 1 5.29 1 9 f 9 i 6 3 b 3 g 3 6 1.2a 7 j 3 9.28 a 1 " +
  "7.2q 2 9 9 7 i 9 5 3 1.2n a.2z e l 6 a 1h h o 1 f.36 d s 9 1 h.3a 19 2 h 8.3b 1 g.3b 7 a b 3 1.29 5 6.37 7 4 " +
  "8 1.2n 6.3n 6 4 4 7 5 4 2 8 b 4 4 7 3 f 7 9 2 b 3 y 1 e b d 5 q b 9 6 k e 6 2 7 c 9 6 9 6 c 1 g b e 9 8 2 c " +
  "1 h.2r 1 1 1.51 f.52 7 5 3 1 5 1 2 2 b 7 2 2 7 7 4 4 3 1 1 2 4 1 7 6.6 6 8 5 7 9 g h.e 4 4 2 e 8 1 f.22 10 3 " +
  "m 8 f 5 o 2 8 d b 8 2 4 5 3 2 c 1 a 3 a 2 3 2 2 3 4 4 3 4 3 2 3.6s 1.l 5.6s 2.6t g.6u 8.6v b.6w c.6x r.6y c " +
  "1.6y y.6z a x 2 4 2 3 4 4 4 g.6z 8 4.70 c.71 3.74 b.76 3.77 8.78 9 9 i.16 d b 1 4 f 8 5.1f 3 a d 4 b 2 6 " +
  "3.1p b 7 2 h a x d 9 t t 1 5.7y a 1.6s 2.80 q.7z k 5 1.4 c.82 l p 7 9 d 1.v 5.87 a 6 e g x h f f 1h y 1 f k " +
  "t 1.87 f.8l k 4 1.8e 5.8n c 3 7.1c 4 3 e 4 1 3 1.r 1.8v 4.8p 1.8b 3.8p 1.6u 5.8p 6.1c 3.8q 1.5c 3.8q 1.5c " +
  "9.8q f.8r a.8s a.8t v.8v 17 b e q 2 1 6 7.z 6.3f 2 8 1.8t 2.94 8.8w 1.1c 6.8w 7.8x 4.8y 8.8z 2.92 4.3f 2.93 " +
  "3.94 1.8p 4.94";

/** @returns {string} the characters of GB 2312 level 1, in its order */
export function commonCharacters() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    // The last row ends five places early.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder("gb2312").decode(Uint8Array.from(bytes));
}

/** @returns {Map<string, string>} a character → all that sound like it, itself included */
export function soundsAlike() {
  const characters = commonCharacters();
  const groups = [];
  let at = 0;
  for (const run of RUNS.split(" ")) {
    const [length, earlier] = run.split(".").map((number) => parseInt(number, 36));
    const group = earlier ?? groups.push("") - 1;
    groups[group] += characters.slice(at, at + length);
    at += length;
  }
  return new Map(groups.flatMap((group) => Array.from(group, (character) => [character, group])));
}
