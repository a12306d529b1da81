/** Tables as CSV files that spreadsheets open as they are, Chinese words included. */

import { saveFile as save } from "../save-file/save-file.js";

// Without the mark, Excel takes UTF-8 for the system's own encoding and garbles Chinese.
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * @param {string[][]} rows plain numbers and ISO dates, which a spreadsheet of any language understands
 * @returns {string} RFC 4180, lines ended by CR LF
 */
export function csvText(rows) {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** Hands the text to the reader as a file. */
export function saveFile(name, text) {
  save(text, name, "text/csv;charset=utf-8");
}

function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
