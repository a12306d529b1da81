// Bundles scripts for browsers of 2020 and prints which file each bundle became.
// Usage: node assets.mjs TOOLS_DIR OUT_DIR WORK_DIR < {"bundle": ["tool" or "tool/script.js", …], …}
// Tools that stand on one page share one bundle, so that what they have in common is sent once.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const [toolsDir, outDir, workDir] = process.argv.slice(2);
const bundles = JSON.parse(readFileSync(0, "utf8"));

mkdirSync(workDir, { recursive: true });
const entryPoints = Object.fromEntries(
  Object.entries(bundles).map(([name, tools]) => {
    const entry = path.join(workDir, `${name}.js`);
    const imports = tools.map((tool) => `import ${JSON.stringify(path.resolve(toolsDir, tool.endsWith(".js") ? tool : `${tool}/index.js`))};\n`);
    writeFileSync(entry, imports.join(""));
    return [name, entry];
  }),
);

const { outputFiles } = await build({
  entryPoints,
  outdir: outDir,
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});

// Names change with the content alone: esbuild's own hash would know the folders too.
const files = {};
for (const { path: file, contents } of outputFiles) {
  const name = path.basename(file, ".js");
  files[name] = `${name}.${createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase()}.js`;
  writeFileSync(path.join(outDir, files[name]), contents);
}
process.stdout.write(JSON.stringify(files));
