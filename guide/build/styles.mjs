// Purges the stylesheets against the built pages and prints what is left.
// Reads {pages: [html or script], theme: file, shell: [file], tools: {name: file}} from standard input;
// prints {shell: css, tools: {name: css}}.
import { readFileSync } from "node:fs";
import { bundle, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";

const { pages, theme, shell, tools } = JSON.parse(readFileSync(0, "utf8"));

// Browsers of 2020, as in the web views of chat apps (version numbers as lightningcss packs them).
const targets = { chrome: 80 << 16, firefox: 78 << 16, safari: 13 << 16 };

const minify = (css) =>
  transform({ filename: "guide.css", code: Buffer.from(css), minify: true, targets, errorRecovery: true }).code.toString();

// A tool's sheet may @import what tools share.
const bundled = (file) => bundle({ filename: file, minify: true, targets, errorRecovery: true }).code.toString();

const purge = async (css, options) => {
  const content = pages.map((raw) => ({ raw, extension: "html" }));
  const [result] = await new PurgeCSS().purge({ content, css: [{ raw: css }], variables: true, keyframes: true, ...options });
  return result.css;
};

const read = (file) => readFileSync(file, "utf8");

// What the guide's own styles replace: Material's call-outs, tables, code, figures and search.
const ours = [/admonition/, /details/, /summary/, /md-icon/, /md-search/, /twemoji/, /headerlink/, /task-list/, /highlight/, /table/, /\bcode\b/, /fig/, /:target/];
const themeCss = read(theme).replace(/\/\*#[^]*?\*\//g, "");
const purgedTheme = await purge(themeCss, { blocklist: ours });
const purgedShell = await purge(shell.map(read).join("\n"), { safelist: [/^data-/, "js", "no-js"], variables: false });
const minified = Object.fromEntries(Object.entries(tools).map(([name, file]) => [name, bundled(file)]));

process.stdout.write(JSON.stringify({ shell: minify(purgedTheme + purgedShell), tools: minified }));
