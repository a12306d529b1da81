// Runs Lighthouse (mobile) over pages in one Chromium and prints one JSON line a page.
// Usage: node lighthouse.mjs CHROMIUM ADDRESS…
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import lighthouse from "lighthouse";

const [chromium, flags, ...addresses] = process.argv.slice(2);
const port = 9222 + (process.pid % 1000);
const profile = mkdtempSync(path.join(tmpdir(), "lighthouse-"));
const chrome = spawn(
  chromium,
  ["--headless=new", ...flags.split(" "), `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`, "about:blank"],
  { stdio: "ignore" },
);
process.on("exit", () => chrome.kill());
await untilOpen(port);

for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port, logLevel: "silent", output: "json" });
  const score = (name) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  const value = (name) => lhr.audits[name]?.numericValue ?? null;
  const failed = Object.values(lhr.audits)
    .filter((audit) => audit.score !== null && audit.score < 1 && weighs(lhr, audit.id))
    .map((audit) => audit.id);
  console.log(
    JSON.stringify({
      address,
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
      fcp_ms: value("first-contentful-paint"),
      lcp_ms: value("largest-contentful-paint"),
      tbt_ms: value("total-blocking-time"),
      layout_shift: value("cumulative-layout-shift"),
      bytes: value("total-byte-weight"),
      requests: lhr.audits["network-requests"]?.details?.items?.length ?? null,
      failed,
    }),
  );
}
process.exit(0);

function weighs(lhr, id) {
  return Object.values(lhr.categories).some((category) =>
    category.auditRefs.some((ref) => ref.id === id && ref.weight > 0),
  );
}

async function untilOpen(openPort) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(`http://127.0.0.1:${openPort}/json/version`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("Chromium did not open its port");
}
