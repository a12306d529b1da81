/** Tables as CSV files that spreadsheets open as they are, Chinese words included. */

// Without the mark, Excel takes UTF-8 for the system's own encoding and garbles Chinese.
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * @param {string[][]} rows plain numbers and ISO dates, which a spreadsheet of any language understands
 * @returns {string} RFC 4180, lines ended by CR LF
 */
export function csvText(rows) {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/**
 * Hands the text to the reader as a file; works from disk too, nothing is sent.
 * @param {string} name @param {string} text @param {string} [type] MIME type
 */
export function saveFile(name, text, type = "text/csv;charset=utf-8") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
