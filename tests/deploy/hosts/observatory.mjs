// Mozilla's Observatory on a server of this machine: ports for http and https in, grade and findings out (JSON).
// Its own `scan` knows no ports; retrieving, testing and grading are its own here too.
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { retrieve } from "@mdn/mdn-http-observatory/src/retriever/retriever.js";

// The list of preloaded names is fetched when the package is installed by itself; a name of this machine is in none.
const preloaded = fileURLToPath(import.meta.resolve("@mdn/mdn-http-observatory/conf/hsts-preload.json"));
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");

const [httpPort, httpsPort] = process.argv.slice(2).map(Number);
const retrieved = await retrieve("localhost", { httpPort, httpsPort });
const results = ALL_TESTS.map((test) => test(retrieved));
const modifiers = results.map(({ result }) => getScoreModifier(result));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const plain = 100 + sum(modifiers.filter((modifier) => modifier < 0));
const { grade, score } = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? 100 + sum(modifiers) : plain);
const findings = Object.fromEntries(results.map(({ constructor, result }, at) => [constructor.name, { result, modifier: modifiers[at] }]));
console.log(JSON.stringify({ grade, score, findings }));
