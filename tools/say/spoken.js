/** Figures as they are said in Chinese, in pinyin. The syllables are data: `spoken` in labels.yml. */

const LONGEST = 12;

/**
 * @param {string} digits a whole number or a decimal, such as 800 or 2600.5
 * @param {any} spoken
 * @returns {string} bā bǎi; digits that are too many for a number are said one by one
 */
export function sayNumber(digits, spoken) {
  const [whole, part] = digits.split(".");
  if (!/^\d+$/.test(whole) || whole.length > LONGEST) return sayDigits(digits, spoken);
  const said = sayWhole(Number(whole), spoken) || spoken.digits[0];
  return part && Number(part) ? `${said} ${spoken.point} ${sayDigits(part, spoken)}` : said;
}

/** @returns {string} each digit by itself, as in a number to call */
export function sayDigits(digits, { digits: names }) {
  return [...digits].map((digit) => names[digit] || digit).join(" ");
}

/** Numbers are said in groups of four digits; one nought stands for all that are skipped between what is said. */
function sayWhole(number, spoken) {
  const groups = [];
  for (let left = number; left; left = Math.floor(left / 10000)) groups.push(left % 10000);
  return groups.map((group, index) => {
    const above = groups.slice(index + 1).some(Boolean);
    const nought = group && above && group < 1000 ? [spoken.digits[0]] : [];
    return group ? [...nought, sayGroup(group, spoken, above), spoken.groups[index]].filter(Boolean).join(" ") : "";
  }).reverse().filter(Boolean).join(" ");
}

/** 10 to 19 begin with ten at the head of a number: shí wǔ, but yī bǎi yī shí wǔ. */
function sayGroup(group, { digits, places }, above) {
  const figures = [...String(group)].map(Number);
  const said = [];
  figures.forEach((figure, index) => {
    const place = places[figures.length - 1 - index];
    const isSkipped = figure === 0;
    if (isSkipped) {
      if (figures.slice(index + 1).some(Boolean) && figures[index - 1] !== 0) said.push(digits[0]);
    } else if (!(figure === 1 && place === places[1] && index === 0 && !above)) said.push(digits[figure], place);
    else said.push(place);
  });
  return said.filter(Boolean).join(" ");
}
