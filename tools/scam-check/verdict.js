/** What ticked signs show. One thing that the bank never does is enough; the rest only proves nothing. */

/**
 * @param {{fraud: boolean, ticked: boolean}[]} signs
 * @returns {"fraud" | "warning" | "none"}
 */
export function verdictOf(signs) {
  const ticked = signs.filter((sign) => sign.ticked);
  if (ticked.some((sign) => sign.fraud)) return "fraud";
  return ticked.length ? "warning" : "none";
}
