/**
 * Index records for the search page.
 *
 * Usage: node search_index.mjs PROJECT OUTPUT WHAT STRETCH [FORMER]
 * PROJECT is where `npm ci` put Pagefind; OUTPUT is the folder that gets the indexes. WHAT is `engine` to write an empty
 * index with Pagefind's engine first, or `shards` where it is there already. STRETCH: places in a stretch of words.
 * FORMER is the folder of the former indexes, whose files are not written again where they would come out the same.
 * Standard input: the name of one folder in OUTPUT a line. Each holds `records.ndjson`, which becomes that folder's index;
 * and where only some records are others than in the former index `changes.json`: [[number, record before, record now]].
 * Standard output: for each a line of JSON, [name, [files of the former index that belong to it]].
 * A record: {"url", "text", "filters": {name: [value]}, "meta": {name: value}}.
 * Exit codes: 0 done; 1 something was refused; 3 Pagefind is not installed; 4 another Pagefind than the one known here;
 * 5 Pagefind is there without its program for this platform (its name is the last line of standard error).
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, unlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { patched } from "./search_patch.mjs";
import { LANGUAGE, Shard, VERSION } from "./search_shard.mjs";

const ROOT_WORD = "yizhanrootindex"; // Pagefind leaves out an index without a word

const [project, output, what, stretch, former] = process.argv.slice(2);

/** The module of the nearest installed Pagefind: from the project upwards, then from this file upwards. */
function locate() {
  for (const start of [resolve(project), dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const manifest = join(folder, "node_modules", "pagefind", "package.json");
      if (existsSync(manifest)) {
        const { version, exports, main } = JSON.parse(readFileSync(manifest, "utf8"));
        if (version !== VERSION) return leave(4, `pagefind ${version} is installed, ${VERSION} is needed`);
        ownProgram(manifest);
        const entry = exports?.["."]?.import ?? exports?.["."] ?? main;
        return pathToFileURL(join(dirname(manifest), entry));
      }
      if (folder === dirname(folder)) break;
    }
  }
  return leave(3, "pagefind is not installed");
}

/** npm passes over an optional package in silence: one that the lock misses, or whose hash is wrong. */
function ownProgram(manifest) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  if (process.env.PAGEFIND_BINARY_PATH) return;
  try {
    createRequire(manifest).resolve(`@pagefind/${platform}/package.json`);
  } catch {
    leave(5, platform);
  }
}

function leave(code, why) {
  console.error(why);
  return process.exit(code);
}

function refuse(errors) {
  if (errors.length > 0) throw new Error(errors.join("; "));
}

/** Pagefind's own part: its engine for the browser, and an index of one word into which the others are merged. */
async function engine() {
  const pagefind = await import(locate());
  const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
  refuse(errors);
  refuse((await index.addCustomRecord({ url: "", content: ROOT_WORD, language: LANGUAGE })).errors);
  refuse((await index.writeFiles({ outputPath: output })).errors);
  await pagefind.close();
}

async function shard(name) {
  const folder = join(output, name);
  for (const part of ["fragment", "index", "filter"]) mkdirSync(join(folder, part), { recursive: true });
  const same = patchedShard(name, folder) ?? (await wholeShard(name, folder));
  console.log(JSON.stringify([name, same]));
}

function patchedShard(name, folder) {
  const changes = join(folder, "changes.json");
  if (!existsSync(changes)) return null;
  const found = patched(folder, join(former, name), Number(stretch), JSON.parse(readFileSync(changes, "utf8")));
  unlinkSync(changes);
  return found;
}

async function wholeShard(name, folder) {
  const records = join(folder, "records.ndjson");
  const made = new Shard(folder, { stretch: Number(stretch), former: former && join(former, name) });
  for await (const line of createInterface({ input: createReadStream(records), crlfDelay: Infinity })) {
    made.add(JSON.parse(line));
  }
  made.finish();
  return made.same;
}

if (what === "engine") await engine();
for await (const name of createInterface({ input: process.stdin })) await shard(name);
