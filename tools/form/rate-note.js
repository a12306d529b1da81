/** What to say of a rate that was counted, but may be one for another time, or a decimal share taken for percent. */

import { compare, fraction, multiply, toShortDecimal } from "../numbers/fraction.js";
import { grouped } from "../numbers/format.js";
import { isOne, readPercent } from "../numbers/typed.js";
import { DAYS_OF_YEAR, readText } from "./kinds.js";
import { fillWords } from "./words.js";

const HUNDRED = fraction(100);
const ZERO = fraction(0);
/** Percent a year, simple: what a rate a day seldom is beyond, what it never is below, and what one a year never is below. */
const HIGH_FROM_DAY = fraction(36);
const LOW_FROM_DAY = fraction(2);
const LOW_OF_YEAR = fraction(1);
const PLACES = 6;

/**
 * @param {HTMLInputElement} field for a rate
 * @param {{rate_notes: Record<string, string>, per: Record<string, string>}} words of form/labels.yml
 * @returns {string} "" where nothing is to be asked
 */
export function rateNote(field, words) {
  const { kind = "", yearDays = String(DAYS_OF_YEAR) } = field.dataset;
  const per = /** @type {import("../numbers/typed.js").Period} */ (kind.replace("percent-a-", ""));
  const typed = readPercent(field.value, per);
  const counted = readText(field.value, kind, field.dataset);
  if (!isOne(typed) || !isOne(counted)) return "";
  const rate = toShortDecimal(counted, PLACES);
  if (typed.per && typed.per !== per) {
    const asked = fillWords(words.per[per], { rate });
    const said = fillWords(words.per[typed.per], { rate: toShortDecimal(typed) });
    return fillWords(words.rate_notes.converted, { typed: field.value.trim(), said, asked, days: yearDays });
  }
  const yearly = per === "day" ? multiply(counted, fraction(Number(yearDays))) : counted;
  const reason = typed.per ? "" : doubtOf(per, yearly);
  const share = toShortDecimal(multiply(counted, HUNDRED));
  return reason && fillWords(words.rate_notes[reason], { rate: toShortDecimal(counted), other: grouped(toShortDecimal(yearly, PLACES)), share });
}

function doubtOf(per, yearly) {
  if (compare(yearly, ZERO) <= 0) return "";
  if (per === "year") return compare(yearly, LOW_OF_YEAR) < 0 ? "year-low" : "";
  if (compare(yearly, HIGH_FROM_DAY) > 0) return "day-high";
  return compare(yearly, LOW_FROM_DAY) < 0 ? "day-low" : "";
}
