/** Hands a file to the reader, made in the page: nothing is fetched, so it works from disk too. */

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
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
