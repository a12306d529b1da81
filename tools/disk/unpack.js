/** Data of the disk edition that is packed more tightly than an archive packs it. */
import { unpackBzip2 } from "./bzip2.js";

/**
 * @param {string} packed JSON, packed with bzip2, in base 64
 * @returns {any}
 */
export function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(unpackBzip2(bytes)));
}
