/** Which items of the checklist a case needs. */

/**
 * @param {string[]} wanted kinds of case that were ticked
 * @param {string[]} serves kinds of case that an item is for
 * @returns {boolean} everything is kept while nothing is ticked
 */
export function isNeeded(wanted, serves) {
  return !wanted.length || wanted.some((kind) => serves.includes(kind));
}
