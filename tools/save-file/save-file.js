/** Hands a file to the reader, made in the page: nothing is fetched, so it works from disk too. */

// Without the mark, Excel and old editors take UTF-8 for the system's own encoding and garble Chinese.
const BYTE_ORDER_MARK = "\uFEFF";
/** Some browsers read the file only after the click has been handled. */
const KEPT_FOR_MS = 60000;

/**
 * @param {string | Uint8Array<ArrayBuffer>} content
 * @param {string} name of the file
 * @param {string} type MIME type
 */
export function saveFile(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}

/**
 * A text for any editor, also one that knows no other end of a line than CR LF.
 * @param {string} text
 * @param {string} name of the file
 */
export function saveText(text, name) {
  saveFile(BYTE_ORDER_MARK + text.replace(/\r?\n/g, "\r\n"), name, "text/plain;charset=utf-8");
}
