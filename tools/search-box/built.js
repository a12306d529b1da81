/** The data of built search scripts, read in Node without running the search box in them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * @param {string} folder - the assets of a built site
 * @returns {{zh: import("./engine.js").LanguageData, en: import("./engine.js").LanguageData, words: import("./engine.js").Words}}
 */
export function builtData(folder) {
  /** @type {any} */
  const globals = {};
  for (const file of readdirSync(folder).filter((name) => /^search(-\w+)?\./.test(name))) {
    const [data] = readFileSync(path.join(folder, file), "utf8").split(";\n", 1);
    new Function("self", data)(globals);
  }
  return globals.guideSearch;
}
