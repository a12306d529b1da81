// What hosts of static files answer, by the parts of their own engines that are published: the name of a host, the
// folder of the site and that of its files in, and targets on standard input; answers out (JSON). No network.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const ORIGIN = "https://guide.example";
const [host, site, files] = process.argv.slice(2);
const read = (name) => readFileSync(join(files, name), "utf8");
const isFile = (path) => !path.includes("\0") && existsSync(join(site, path)) && statSync(join(site, path)).isFile();
const found = (path) => (path.endsWith("/") ? `${path}index.html` : path);

/** Cloudflare Pages: the last parsers that were published, and the asset server of today. */
const cloudflare = async () => {
  const { generateHandler } = await import("@cloudflare/pages-shared/dist/asset-server/handler.js");
  const { createMetadataObject } = await import("@cloudflare/pages-shared/dist/metadata-generator/createMetadataObject.js");
  const { parseRedirects, parseHeaders } = await bundled(["parseRedirects", "parseHeaders"]);
  const redirects = parseRedirects(read("_redirects"));
  const headers = parseHeaders(read("_headers"));
  const metadata = createMetadataObject({ redirects, headers });
  // The asset server looks an address up in a list of files, letter by letter.
  const findAssetEntryForPath = async (path) => (!path.includes("//") && isFile(path) ? path : null);
  const answer = async (target) =>
    generateHandler({
      request: new Request(ORIGIN + target),
      metadata,
      logError: (error) => {
        throw error;
      },
      findAssetEntryForPath,
      getAssetKey: (path) => path,
      negotiateContent: () => ({ encoding: null }),
      fetchAsset: async () => ({ body: null, contentType: "text/html" }),
    });
  return { answer, refused: [...redirects.invalid, ...headers.invalid].map(({ line }) => line) };
};

/** Netlify: the engine of its rules (the edge's own, as WebAssembly) and its parser of headers. */
const netlify = async () => {
  const { RedirectsHandler } = await import("@netlify/redirects");
  const { parseAllHeaders } = await import("@netlify/headers-parser");
  const refused = [];
  console.log = (message) => refused.push(message);
  const rules = new RedirectsHandler({ projectDir: files, publicDir: files, jwtSecret: "", jwtRoleClaim: "" });
  const parsed = await parseAllHeaders({ headersFiles: [join(files, "_headers")], configHeaders: [], minimal: false });
  refused.push(...parsed.errors.map(({ message }) => message));
  const file = async ({ url }) => (isFile(found(decodeURIComponent(new URL(url).pathname))) ? () => new Response() : undefined);
  const answer = async (target) => {
    const request = new Request(ORIGIN + target);
    const match = await rules.match(request);
    const own = match ? await rules.handle(request, match, file) : (await file(request))?.();
    const status = match && !match.redirect ? match.statusCode : own?.status;
    const response = new Response(null, { status: status ?? 404, headers: own?.headers });
    const { pathname } = new URL(request.url);
    for (const { forRegExp, values } of parsed.headers)
      if (forRegExp.test(pathname)) for (const [name, value] of Object.entries(values)) response.headers.set(name, value);
    return response;
  };
  return { answer, refused };
};

/** Vercel: its own translation of vercel.json into routes; the first that fits answers, as its router has it. */
const vercel = async () => {
  const { getTransformedRoutes } = (await import("@vercel/routing-utils")).default;
  const { routes, error } = getTransformedRoutes(JSON.parse(read("vercel.json")));
  const ready = routes.map((route) => ({ ...route, pattern: new RegExp(route.src) }));
  const answer = async (target) => {
    const path = target.split(/[?#]/)[0];
    const headers = new Headers();
    for (const { pattern, status, headers: sent, continue: goesOn } of ready) {
      const parts = pattern.exec(path);
      if (!parts) continue;
      for (const [name, value] of Object.entries(sent)) headers.set(name, value.replace(/\$(\d+)/g, (_, at) => parts[at] ?? ""));
      if (!goesOn) return { status, headers };
    }
    return { status: isFile(found(path)) ? 200 : 404, headers };
  };
  return { answer, refused: error ? [error.message] : [] };
};

/** Functions of Cloudflare's parsers, which are published as TypeScript. */
async function bundled(names) {
  const { buildSync } = await import("esbuild");
  const folder = fileURLToPath(import.meta.resolve("cloudflare-pages-parsers/package.json")).replace("package.json", "metadata-generator");
  const contents = names.map((name) => `export { ${name} } from './${name}.ts';`).join("\n");
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: folder }, bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const print = console.log;
const { answer, refused } = await { cloudflare, netlify, vercel }[host]();
const answers = [];
for (const target of JSON.parse(await text(process.stdin))) {
  try {
    const { status, headers } = await answer(target);
    answers.push({ target, status, headers: Object.fromEntries(headers) });
  } catch (error) {
    // A target that is no address at all does not come so far.
    if (!(error instanceof URIError || error.code === "ERR_INVALID_URL" || error.cause?.code === "ERR_INVALID_URL")) throw error;
    answers.push({ target, status: 400, headers: {} });
  }
}
print(JSON.stringify({ answers, refused }));
