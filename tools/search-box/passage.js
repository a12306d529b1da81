/** The piece of a section that answers a query best, cut into pieces that are marked and pieces that are not. */
const LEAD_IN = 12;

/**
 * @param {string} text - of a section
 * @param {import("./tokens.js").Token[]} tokens - of the text
 * @param {Set<string>} terms - that the query found
 * @param {number} length - of the passage, in characters
 * @returns {{text: string, marked: boolean}[]}
 */
export function passageOf(text, tokens, terms, length) {
  const spans = merged(tokens.filter(({ term }) => terms.has(term)));
  const start = startOfWindow(text, spans, length);
  const end = wordEnd(text, start + length);
  const pieces = cut(text, spans.filter((span) => span.end > start && span.start < end), start, end);
  if (start > 0) pieces.unshift({ text: "… ", marked: false });
  if (end < text.length) pieces.push({ text: " …", marked: false });
  return pieces;
}

/** Places that overlap or touch, as one. */
function merged(tokens) {
  const spans = [];
  for (const { start, end } of [...tokens].sort((a, b) => a.start - b.start)) {
    const last = spans[spans.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** Where the window with the most marked characters begins: at a sentence if one is near, else a little before. */
function startOfWindow(text, spans, length) {
  let best = { start: 0, marked: -1 };
  for (const { start } of spans) {
    const inside = spans.filter((span) => span.start >= start && span.end <= start + length);
    const marked = inside.reduce((sum, span) => sum + span.end - span.start, 0);
    if (marked > best.marked) best = { start, marked };
  }
  if (best.start + LEAD_IN < length && text.length <= length) return 0;

  const before = text.slice(0, best.start);
  const sentence = Math.max(...["。", "！", "？", "；", ". ", "? ", "! ", "\n"].map((mark) => endOfMark(before, mark)));
  if (best.start - sentence <= length / 2) return sentence;
  return wordStart(text, Math.max(0, best.start - LEAD_IN));
}

function endOfMark(before, mark) {
  const at = before.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

/** Never in the middle of a Latin word or a number. */
function wordStart(text, from) {
  let at = from;
  while (at > 0 && /[\w.,%]/.test(text[at]) && /[\w.,%]/.test(text[at - 1])) at -= 1;
  return at;
}

function wordEnd(text, to) {
  if (to >= text.length) return text.length;
  return wordStart(text, to);
}

function cut(text, spans, start, end) {
  const pieces = [];
  let at = start;
  for (const span of spans) {
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), marked: false });
  return pieces;
}
