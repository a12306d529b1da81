/**
 * Who is behind a number, a name or an address that somebody has received? Compares it, in whatever form it was typed,
 * with the listed contacts. A caller's number can be faked, so even a match says only whose number it is.
 *
 * @typedef {object} Contact
 * @property {string} id
 * @property {"bank" | "public" | "nobody"} whose `nobody`: a number that circulates and is not what it is said to be
 * @property {string[]} numbers @property {string[]} names @property {string[]} hosts @property {string[]} signatures
 *
 * @typedef {object} Finding
 * @property {"official" | "public-service" | "not-listed"} verdict
 * @property {string} reason what kind of thing it is; picks the words to show
 * @property {Contact} [contact] whose it is, or which contact it only looks like
 *
 * @typedef {Finding & {text: string}} Piece one of the things in a message, as it was typed
 */

import { digitsOf, plainNumerals } from "../numbers/han.js";

/** @type {Record<Contact["whose"], string>} */
const CODE_REASONS = { bank: "area-code", public: "area-code-public", nobody: "misleading" };
const VERDICTS = { bank: "official", public: "public-service", nobody: "not-listed" };
const MOST_READ = 2000;
/** Shorter numbers (110) are too near to too many real ones (112, 119, 120). */
const SHORTEST_NEAR = 5;
const LONGEST_NEAR = 13;
/** A mobile number typed digit by digit. */
const MOST_GROUPS = 11;

const AREA_CODE = "(?:10|2\\d|[3-9]\\d{2})";
/** Digits as words or with a frame around them, which swindlers use to slip past filters. */
const CHINESE_NUMBER = /[〇○零幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]{3,}/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u20e3\ufe0e\ufe0f\ufeff]/g;
const SIGNATURE = /【[^】]{1,20}】/g;
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/[^\s，。；）】]+)|(?:[\w@-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![a-z])(?:[/?#:][^\s，。；）】]*)?)/gi;
const EMAIL = /^[^/:]+@/;
const NUMBER = /\+?[(\d][\d\s().·•*#‐‑‒–—_-]*(?:(?:转|ext\.?)\s*\d+)?/gi;
/** No app bears the product's name: whoever uses it is an imitation, or cannot be told from one. */
const APP_WORDS = /app$|apk|应用|软件|客户端|下载|微粒[贷貸]|weilidai/i;
const PRODUCT_NAME = /^(?:微粒[贷貸](?:借[钱錢])?|weilidai)$/;
/** Words beside a number that only ask whose it is, or to dial it. Any other word makes it a message, and a message asks for something. */
const ASKING_WORDS = new RegExp([
  "如有(?:任何)?(?:疑问|问题)|(?:请|自己|可以?)*(?:拨打|致电|打来|拨|打|联系|咨询)|官方|微粒[贷貸]|真的?|假的?|客服|热线|电话|号码|来电|短信|或者?|还是|以及|[和与及是的吗呢么请这]",
  "\\b(?:weilidai|please|call|dial|ring|phone|telephone|tel|text|sms|numbers?|hotline|line|customer|service|official|real|fake|genuine|it|an?|or|and|the|is|are|this|that|at|on|of|their|for|from)\\b",
].join("|"), "gi");

/**
 * What an unlisted number looks like, first match counts.
 * @type {[string, RegExp][]}
 */
const SHAPES = [
  ["sms-channel", /^106\d{4,}$/],
  ["mobile", /^1[3-9]\d{9}$/],
  ["service-line", /^[48]00\d{7}$/],
  ["landline", new RegExp(`^0${AREA_CODE}\\d{7,8}$`)],
  ["short-number", /^(?:9[56]\d{3,6}|1\d{2,4})$/],
];

/**
 * @param {string} typed
 * @param {Contact[]} contacts
 * @returns {Finding & {all: Piece[]} | null} null where there is nothing to check; of several things in a message, the
 *   least trustworthy, and each of them in `all`. What is right in a message never clears the message: with words of its own
 *   it is not listed, for the reason `message`
 */
export function checkSender(typed, contacts) {
  const text = tidy(typed);
  const { pieces, rest } = piecesOf(text, contacts);
  const all = pieces.map((piece) => ({ text: piece.text.trim(), ...checkPiece(piece, contacts) }));
  if (!all.length && /[\p{L}\p{N}]/u.test(text)) all.push({ text, ...checkName(text, contacts) });
  const worst = all.find(({ verdict }) => verdict === "not-listed") || all.find(({ verdict }) => verdict === "public-service") || all[0];
  if (!worst) return null;
  const isCleared = worst.verdict !== "not-listed" && pieces.length && saysMore(rest, contacts);
  return isCleared ? { ...unlisted("message"), contact: worst.contact, all } : { ...worst, all };
}

/** Whether a text has words beside what was checked, the names of the contacts and those that only ask about a number. */
function saysMore(rest, contacts) {
  const names = contacts.flatMap(({ names: listedNames }) => listedNames).sort((a, b) => b.length - a.length);
  const withoutNames = names.reduce((text, name) => text.split(name.toLowerCase()).join(" "), rest.toLowerCase());
  return /\p{L}/u.test(withoutNames.replace(ASKING_WORDS, " "));
}

/** Full-width forms to half-width (NFKC), Chinese numerals to digits, one kind of bracket, of space and of mark behind an area code, no invisible marks. */
function tidy(typed) {
  return String(typed).slice(0, MOST_READ).normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(CHINESE_NUMBER, (numerals) => digitsOf(plainNumerals(numerals.replace(/幺/g, "一"))))
    .replace(/[[〔〖]([^\]〕〗]{1,20})[\]〕〗]/g, "【$1】")
    .replace(/(^|\D)(0\d{2,3}) *[,/、] *(?=\d{5}(?!\d))/g, "$1$2-")
    .replace(/\s+/g, " ").trim();
}

/** Signatures, addresses and numbers in a text, and what is left; each is taken out before the next kind is looked for. */
function piecesOf(text, contacts) {
  const pieces = [];
  const take = (kind, pattern, rest) => rest.replace(pattern, (match) => {
    pieces.push(...(kind === "number" ? numbersIn(match, contacts) : [match]).map((piece) => ({ kind, text: piece })));
    return " | ";
  });
  let rest = take("signature", SIGNATURE, text);
  rest = take("address", ADDRESS, rest);
  rest = take("number", NUMBER, rest);
  return { pieces: pieces.filter(({ kind, text: match }) => kind !== "number" || match.replace(/\D/g, "").length >= 3), rest };
}

/**
 * Groups of digits with spaces between them are one number ("400 999 8877"), unless they make up several whole ones
 * ("95384 12378"). A lone digit beside a listed number makes it another number ("95384 8"), never two.
 */
function numbersIn(text, contacts) {
  const groups = text.split(/\s+|(?=\()/).filter((group) => /\d/.test(group));
  return groups.length < 2 || isWhole(text, contacts) ? [text] : wholeNumbers(groups, contacts) || [text];
}

/**
 * Puts neighbouring groups together into whole numbers, the longest first.
 * @param {string[]} groups @param {Contact[]} contacts
 * @param {number} [start] @param {Set<number>} [deadEnds] starts from which it is known not to work
 * @returns {string[] | null} null where a group is left over
 */
function wholeNumbers(groups, contacts, start = 0, deadEnds = new Set()) {
  if (start === groups.length) return [];
  if (deadEnds.has(start)) return null;
  for (let end = Math.min(groups.length, start + MOST_GROUPS); end > start; end -= 1) {
    const number = groups.slice(start, end).join(" ");
    const rest = isWhole(number, contacts) && wholeNumbers(groups, contacts, end, deadEnds);
    if (rest) return [number, ...rest];
  }
  deadEnds.add(start);
  return null;
}

/** Whether a text can stand as a telephone number of its own; short ones that are not listed only without spaces. */
function isWhole(text, contacts) {
  const number = readNumber(text);
  const shape = shapeOf(number.local);
  return number.foreign || Boolean(ownerOf(number, contacts)) || Boolean(ownerBehindCode(number, contacts))
    || (shape === "short-number" ? number.local.length >= SHORTEST_NEAR && !/\s/.test(text) : Boolean(shape));
}

function checkPiece({ kind, text }, contacts) {
  if (kind === "signature") return checkSignature(text, contacts);
  if (EMAIL.test(text)) return unlisted("email");
  return kind === "address" ? checkAddress(text, contacts) : checkNumber(text, contacts);
}

function checkSignature(text, contacts) {
  const signature = text.replace(/\s/g, "");
  const contact = contacts.find(({ signatures }) => signatures.includes(signature));
  return contact ? listed(contact, "signature") : unlisted("signature-other");
}

/**
 * @param {string} text a number with any marks
 * @param {Contact[]} contacts
 * @returns {Finding}
 */
export function checkNumber(text, contacts) {
  const number = readNumber(text);
  if (number.foreign) return nearest(number.digits, contacts) || unlisted("foreign");
  const contact = ownerOf(number, contacts);
  if (contact) return listed(contact, contact.whose === "nobody" ? "misleading" : "number");
  const withCode = ownerBehindCode(number, contacts);
  if (withCode) return { ...unlisted(CODE_REASONS[withCode.whose]), contact: withCode };
  const shape = shapeOf(number.local);
  if (["sms-channel", "mobile"].includes(shape)) return unlisted(shape);
  return nearest(number.digits, contacts) || unlisted(shape || "number-other");
}

/** Digits of a number, and what is left of them without the code of China; `foreign` with another country's code. */
function readNumber(text) {
  const digits = text.replace(/\D/g, "");
  const abroad = /^\s*\(?\+/.test(text) || digits.startsWith("00");
  const local = abroad ? digits.replace(/^(?:00)?86/, "") : digits;
  return { digits, abroad, local, foreign: abroad && local === digits };
}

function ownerOf({ local }, contacts) {
  return contacts.find(({ numbers }) => numbers.includes(local));
}

/** Whose number stands behind an area code: short numbers have none, so whoever shows one is not them. */
function ownerBehindCode({ local, abroad }, contacts) {
  const code = `^${abroad ? "0?" : "0"}${AREA_CODE}`;
  return contacts.find(({ numbers }) => numbers.some((number) => number.length >= SHORTEST_NEAR && new RegExp(`${code}${number}$`).test(local)));
}

/** @returns {string} what an unlisted number looks like, "" for nothing known */
function shapeOf(local) {
  return SHAPES.find(([, pattern]) => pattern.test(local))?.[0] ?? "";
}

/**
 * The listed number that this one imitates: one digit off, two swapped, or with something before or behind.
 * @returns {Finding | null}
 */
function nearest(digits, contacts) {
  if (digits.length > LONGEST_NEAR) return null;
  const listedNumbers = contacts
    .filter(({ whose }) => whose !== "nobody")
    .flatMap((contact) => contact.numbers.map((number) => ({ contact, number })))
    .filter(({ number }) => number.length >= SHORTEST_NEAR);
  const near = listedNumbers.find(({ number }) => digits.includes(number))
    || listedNumbers.find(({ contact, number }) => isOneSlipApart(digits, number) && !mayBeAnotherService(digits, number, contact));
  return near ? { verdict: "not-listed", reason: "near-number", contact: near.contact } : null;
}

/** Public lines stand close together (12315, 12345): one digit's difference there may lead to another real office. */
function mayBeAnotherService(digits, number, { whose }) {
  return whose === "public" && digits.length === number.length;
}

/**
 * @param {string} one @param {string} other
 * @returns {boolean} whether one inserted, lost, changed or swapped sign makes one text of the other
 */
export function isOneSlipApart(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const left = [one, other].map((text) => text.slice(start, text.length - end));
  if (left.every(({ length }) => length <= 1)) return true;
  return left[0].length === 2 && left[1] === left[0][1] + left[0][0];
}

/**
 * @param {string} text a web address, whole or not
 * @param {Contact[]} contacts
 * @returns {Finding}
 */
export function checkAddress(text, contacts) {
  const host = hostOf(text);
  if (!host) return unlisted("address-other");
  const contact = contacts.find(({ hosts }) => hosts.some((listedHost) => host === listedHost || host.endsWith(`.${listedHost}`)));
  if (contact) return listed(contact, "address");
  const near = contacts.find(({ hosts }) => hosts.some((listedHost) => imitates(host, listedHost)));
  return near ? { verdict: "not-listed", reason: "near-address", contact: near } : unlisted("address-other");
}

/** The machine that an address really leads to: what stands before an @ is no part of it. */
function hostOf(text) {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url.hostname.replace(/\.$/, "") : "";
  } catch {
    return "";
  }
}

function imitates(host, listedHost) {
  const name = listedHost.split(".")[0];
  return host.split(/[.-]/).some((part) => part.includes(name) || (name.length >= SHORTEST_NEAR && isOneSlipApart(part, name)))
    || host.replace(/[.-]/g, "").includes(name);
}

function checkName(text, contacts) {
  const name = plainName(text);
  const contact = contacts.find(({ names }) => names.some((listedName) => plainName(listedName) === name));
  if (contact) return listed(contact, "name");
  if (PRODUCT_NAME.test(name)) return unlisted("product-name");
  return unlisted(APP_WORDS.test(name) ? "app-other" : "name-other");
}

function plainName(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s"'“”‘’「」《》()·]/g, "");
}

/** @returns {Finding} */
function listed(contact, reason) {
  return { verdict: VERDICTS[contact.whose], reason, contact };
}

/** @returns {Finding} */
function unlisted(reason) {
  return { verdict: "not-listed", reason };
}
