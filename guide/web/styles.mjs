// Purges the stylesheets against the names that pages and scripts use, and prints what is left, minified.
// Reads {names: [word], theme: file, sheets: {name: [file, …]}, tools: {names: [file, …]}} from standard input;
// prints {sheets: {name: css}, tools: {names: css}}. The theme's rules come first in the sheet “base”.
import { readFileSync } from "node:fs";
import { bundleAsync, Features, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";

const { names: used, theme, sheets, tools } = JSON.parse(readFileSync(0, "utf8"));

// Browsers of 2020, as in the web views of chat apps (version numbers as lightningcss packs them).
const targets = { chrome: 80 << 16, firefox: 78 << 16, safari: 13 << 16 };

// What the guide's own styles replace: Material's frame of a page, headings, lists, call-outs, tables, code, figures and search.
const OURS = [
  /admonition/, /details/, /summary/, /md-icon/, /md-search/, /twemoji/, /headerlink/, /task-list/, /highlight/, /keys/, /middle/,
  /^(a|html|body|aside|input|button|label|table|td|th|h1|h2|h3|h4|hr|code|small|img|video|mark|type|ol|ul|li|dl|dd|dt|:target)$/, /fig/,
];

const content = [{ raw: used.join(" "), extension: "html" }];

// What differs on paper, by width and for motion, the guide's own sheets say.
const plainly = (css) =>
  transform({ filename: "theme.css", code: Buffer.from(css), visitor: { Rule: { page: () => [], media: () => [] } }, errorRecovery: true }).code.toString();

const minify = (css) =>
  transform({ filename: "guide.css", code: Buffer.from(css), minify: true, targets, exclude: Features.LightDark, errorRecovery: true }).code.toString();

// Files that import the same file get it once.
const read = async (files) => {
  const entry = "/entry.css";
  const text = files.map((file) => `@import ${JSON.stringify(file)};`).join("");
  const resolver = { read: (file) => (file === entry ? text : readFileSync(file, "utf8")) };
  return (await bundleAsync({ filename: entry, resolver })).code.toString();
};

const purge = async (css, options) => {
  const [result] = await new PurgeCSS().purge({ content, css: [{ raw: css }], keyframes: true, ...options });
  return result.css;
};

const themeCss = readFileSync(theme, "utf8").replace(/\/\*#[^]*?\*\//g, "");
const left = { base: plainly(await purge(themeCss, { blocklist: OURS, variables: true })) };
for (const [name, files] of Object.entries(sheets)) {
  left[name] = (left[name] ?? "") + (await purge(await read(files), { safelist: [/^data-/, "js", "no-js"] }));
}

const forTools = {};
for (const [names, files] of Object.entries(tools)) forTools[names] = await read(files);

const minified = (group) => Object.fromEntries(Object.entries(group).map(([name, css]) => [name, minify(css)]));
process.stdout.write(JSON.stringify({ sheets: minified(left), tools: minified(forTools) }));
