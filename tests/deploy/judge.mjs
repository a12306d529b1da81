// Where a browser goes: pairs of asked address and Location in, each as an address in full out (null: nowhere). JSON.
// Node's URL is the parser that browsers have (WHATWG): it drops tabs and ends of lines, and takes \ for /.
import { text } from "node:stream/consumers";

const resolved = (asked, location) => {
  try {
    return new URL(location, asked);
  } catch {
    return null;
  }
};
const pairs = JSON.parse(await text(process.stdin));
const places = pairs.map(([asked, location]) => {
  const place = resolved(asked, location);
  return place && { origin: place.origin, path: place.pathname };
});
console.log(JSON.stringify(places));
