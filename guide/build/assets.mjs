// Bundles every tool's script for browsers of 2020 and prints which file each became.
// Usage: node assets.mjs TOOLS_DIR OUT_DIR
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const [toolsDir, outDir] = process.argv.slice(2);

const entryPoints = Object.fromEntries(
  readdirSync(toolsDir)
    .map((name) => [name, path.join(toolsDir, name, "index.js")])
    .filter(([, file]) => existsSync(file)),
);

const result = await build({
  entryPoints,
  outdir: outDir,
  entryNames: "[name].[hash]",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const files = {};
for (const [file, output] of Object.entries(result.metafile.outputs)) {
  if (output.entryPoint) files[path.basename(path.dirname(output.entryPoint))] = path.basename(file);
}
process.stdout.write(JSON.stringify(files));
