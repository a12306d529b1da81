// Bundles scripts for browsers of 2020 and prints the code of each bundle.
// Usage: node assets.mjs TOOLS_DIR < {"bundle": ["tool" or "tool/script.js", …], …}
// Tools that stand on one page share one bundle, so that what they have in common is sent once.
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const toolsDir = path.resolve(process.argv[2]);
const bundles = JSON.parse(readFileSync(0, "utf8"));

// Entries exist in memory only: one import for each tool of a bundle.
const entries = {
  name: "entries",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ kind, path: name }) => (kind === "entry-point" ? { path: name, namespace: "entry" } : undefined));
    onLoad({ filter: /.*/, namespace: "entry" }, ({ path: name }) => ({
      contents: bundles[name].map((tool) => `import ${JSON.stringify(`./${tool.endsWith(".js") ? tool : `${tool}/index.js`}`)};\n`).join(""),
      resolveDir: toolsDir,
    }));
  },
};

const { outputFiles } = await build({
  entryPoints: Object.fromEntries(Object.keys(bundles).map((name) => [name, name])),
  outdir: toolsDir,
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
  absWorkingDir: path.dirname(toolsDir),
  plugins: [entries],
}).catch(({ errors }) => {
  for (const { text, location } of errors) console.error(`${location?.file ?? "tools"}:${location?.line ?? 1}: found ${text}; right: a script that can be bundled`);
  process.exit(1);
});

process.stdout.write(JSON.stringify(Object.fromEntries(outputFiles.map(({ path: file, text }) => [path.basename(file, ".js"), text]))));
