/**
 * A zip archive of files as they are: a letter is small, and packing it would cost more script than it saves.
 * The layout is that of PKWARE's APPNOTE, 4.3; the day is the first that the format can name.
 */

const FIRST_DAY = 0x21;
const HEADER = 30;
const ENTRY = 46;
const END = 22;

/**
 * @param {Record<string, string>} files text by name (ASCII)
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function storedZip(files) {
  const encoder = new TextEncoder();
  const members = Object.entries(files).map(([name, text]) => ({ name: encoder.encode(name), bytes: encoder.encode(text), at: 0 }));
  const size = members.reduce((sum, { name, bytes }) => sum + HEADER + ENTRY + 2 * name.length + bytes.length, END);
  const zip = new Writer(size);
  for (const member of members) {
    member.at = zip.at;
    zip.put(0x04034b50, 4).shared(member).bytes(member.name).bytes(member.bytes);
  }
  const directory = zip.at;
  for (const member of members) {
    zip.put(0x02014b50, 4).put(20, 2).shared(member).put(0, 6).put(0, 4).put(member.at, 4).bytes(member.name);
  }
  const length = zip.at - directory;
  zip.put(0x06054b50, 4).put(0, 4).put(members.length, 2).put(members.length, 2).put(length, 4).put(directory, 4).put(0, 2);
  return zip.whole;
}

class Writer {
  constructor(size) {
    this.whole = new Uint8Array(size);
    this.at = 0;
  }

  /** A number of so many bytes, the least significant first. */
  put(value, count) {
    for (let left = count; left; left--, value = Math.floor(value / 256)) this.whole[this.at++] = value & 255;
    return this;
  }

  bytes(bytes) {
    this.whole.set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }

  /** What the header before a file and its entry in the directory have in common. */
  shared({ name, bytes }) {
    return this.put(20, 2).put(0, 4).put(0, 2).put(FIRST_DAY, 2).put(sum(bytes), 4)
      .put(bytes.length, 4).put(bytes.length, 4).put(name.length, 2).put(0, 2);
  }
}

/** CRC-32 as in ISO 3309. */
function sum(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
