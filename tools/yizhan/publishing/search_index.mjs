/**
 * Index the records that come in on standard input, one JSON object a line, with Pagefind.
 *
 * Usage: node search_index.mjs PROJECT OUTPUT
 * PROJECT is where `npm ci` put Pagefind; OUTPUT is the folder that gets the index.
 * A line: {"url", "text", "filters": {name: [value]}, "meta": {name: value}}.
 * Exit codes: 0 done; 1 Pagefind refused something; 3 Pagefind is not installed.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cut } from "./search_words.mjs";

const LANGUAGE = "und"; // "zh" would have Pagefind cut the words once more
const AT_ONCE = 256; // records on their way to Pagefind at one time
// Pagefind notes a word's weight beside each of its places unless it is 25/24, its own weights being multiples of 1/24.
// This mark of its HTML reader gives all words that weight: an index a fifth smaller, made in four fifths of the time.
const PLAIN = "___PAGEFIND_WEIGHT___1.05";

const [project, output] = process.argv.slice(2);

/** The module of the nearest installed Pagefind: from the project upwards, then from this file upwards. */
function locate() {
  for (const start of [resolve(project), dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const manifest = join(folder, "node_modules", "pagefind", "package.json");
      if (existsSync(manifest)) {
        const { exports, main } = JSON.parse(readFileSync(manifest, "utf8"));
        const entry = exports?.["."]?.import ?? exports?.["."] ?? main;
        return pathToFileURL(join(dirname(manifest), entry));
      }
      if (folder === dirname(folder)) break;
    }
  }
  console.error("pagefind is not installed");
  return process.exit(3);
}

async function* lines(stream) {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const found = (rest + chunk).split("\n");
    rest = found.pop();
    yield* found;
  }
}

function record({ url, text, filters, meta }) {
  const title = cut(meta.title);
  const lines = [...new Set(text.split("\n"))]; // the same body's name beside each entry of a log says nothing new
  const content = `${PLAIN} ${cut(lines.join("\n"))}`;
  return { url, content, language: LANGUAGE, filters, meta: { ...meta, title } };
}

function refuse(errors) {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

const pagefind = await import(locate());
const created = await pagefind.createIndex({ forceLanguage: LANGUAGE });
refuse(created.errors);
const index = created.index;
let waiting = [];
const settle = async () => {
  for (const added of await Promise.all(waiting)) refuse(added.errors);
  waiting = [];
};
for await (const line of lines(process.stdin)) {
  waiting.push(index.addCustomRecord(record(JSON.parse(line))));
  if (waiting.length >= AT_ONCE) await settle();
}
await settle();
refuse((await index.writeFiles({ outputPath: output })).errors);
await pagefind.close();
