/**
 * Writes a .gz and a .br beside each text file of a folder, where that makes it smaller.
 * The same bytes every time: no file name or date inside.
 *
 *   node precompress.mjs FOLDER     prints {"files": …, "bytes": …, "gzip": …, "brotli": …}
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"]);

const [folder] = process.argv.slice(2);
const total = { files: 0, bytes: 0, gzip: 0, brotli: 0 };

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && TEXT.has(extname(entry.name))) compress(join(entry.parentPath, entry.name));
}
console.log(JSON.stringify(total));

function compress(path) {
  const content = readFileSync(path);
  const gzip = gzipSync(content, { level: 9 });
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  for (const [made, ending] of [[gzip, "gz"], [brotli, "br"]]) {
    if (made.length < content.length) writeFileSync(`${path}.${ending}`, made);
  }
  total.files += 1;
  total.bytes += content.length;
  total.gzip += Math.min(gzip.length, content.length);
  total.brotli += Math.min(brotli.length, content.length);
}
