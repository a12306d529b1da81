// Bundles scripts for browsers of 2020 and prints which file each bundle became.
// Usage: node assets.mjs TOOLS_DIR OUT_DIR WORK_DIR < {"bundle": ["tool", …], …}
// Tools that stand on one page share one bundle, so that what they have in common is sent once.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const [toolsDir, outDir, workDir] = process.argv.slice(2);
const bundles = JSON.parse(readFileSync(0, "utf8"));

mkdirSync(workDir, { recursive: true });
const entryPoints = Object.fromEntries(
  Object.entries(bundles).map(([name, tools]) => {
    const entry = path.join(workDir, `${name}.js`);
    const imports = tools.map((tool) => `import ${JSON.stringify(path.resolve(toolsDir, tool, "index.js"))};\n`);
    writeFileSync(entry, imports.join(""));
    return [name, entry];
  }),
);

const result = await build({
  entryPoints,
  outdir: outDir,
  entryNames: "[name].[hash]",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const files = {};
for (const [file, output] of Object.entries(result.metafile.outputs)) {
  if (output.entryPoint) files[path.basename(output.entryPoint, ".js")] = path.basename(file);
}
process.stdout.write(JSON.stringify(files));
