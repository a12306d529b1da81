// Reads {styles: [file], scripts: [file]} from standard input; prints what is wrong in them as [{kind, file, line, found}].
import { readFileSync } from "node:fs";
import { transform as readScript } from "esbuild";
import { transform as readStyle } from "lightningcss";

const { styles, scripts } = JSON.parse(readFileSync(0, "utf8"));

const isOwn = (address) => !/^([a-z][a-z+.-]*:|\/\/)/i.test(address) || /^data:/i.test(address);

function wrongStyle(file) {
  try {
    const { dependencies } = readStyle({ filename: file, code: readFileSync(file), analyzeDependencies: true });
    return dependencies
      .filter(({ url }) => !isOwn(url))
      .map(({ url, loc }) => ({ kind: "outside", file, line: loc.start.line, found: url }));
  } catch (problem) {
    return [{ kind: "style", file, line: problem.loc?.line ?? 1, found: problem.message }];
  }
}

async function wrongScript(file) {
  try {
    await readScript(readFileSync(file, "utf8"), { loader: "js", logLevel: "silent" });
    return [];
  } catch ({ errors }) {
    return errors.map(({ text, location }) => ({ kind: "script", file, line: location.line, found: text }));
  }
}

const found = [...styles.map(wrongStyle), ...(await Promise.all(scripts.map(wrongScript)))];
process.stdout.write(JSON.stringify(found.flat()));
