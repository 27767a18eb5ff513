/**
 * An index after an edit, made of the former one: the files that come out as if all records were indexed anew.
 *
 * An edit changes a handful of the 20,000 words of a shard. To cut and write all of them again took 0.5 s of
 * processor time; to read and write the dozen stretches in which these words are takes a twentieth. Which words
 * belong in a stretch follows from the sizes of those before it: where a stretch grows or shrinks so much that it
 * ends elsewhere, the next ones are cut anew until the old borders are met again.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Cbor, Reader } from "./search_cbor.mjs";
import { between, byName, entryOf, fragmentOf, HEAD, LANGUAGE, NAME, nameOf, spelt, VERSION } from "./search_shard.mjs";

/** Thrown where only indexing everything gives the right files; two files whose names would be the same, mostly. */
class TooMuch extends Error {}

/**
 * @param folder where the new files go.
 * @param former folder of the former index.
 * @param stretch places in a stretch of words, the same as in the former index.
 * @param changes [number of the record, the record before, the record now] for each that changed.
 * @returns files of the former index that belong to this one as they are; null where all has to be indexed anew.
 */
export function patched(folder, former, stretch, changes) {
  try {
    return new Patch(former, stretch, changes).write(folder);
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

class Patch {
  #former;
  #stretch;
  #changes;
  #files = new Map(); // file → content, of those that are not the former index's
  #same = [];

  constructor(former, stretch, changes) {
    this.#former = former;
    this.#stretch = stretch;
    this.#changes = changes;
  }

  write(folder) {
    const [version, records, stretches, filters, sorts, metas] = this.#read(this.#meta());
    const names = [...records.map(([name]) => name), ...stretches.map((each) => each[2]), ...filters.map(([, name]) => name)];
    if (version !== VERSION || names.some((name) => name.length !== LANGUAGE.length + 1 + NAME)) throw new TooMuch();
    const title = metas.indexOf("title");
    const edits = new Edits(this.#changes, title);
    for (const [number, before, now] of this.#changes) {
      if (String(Object.keys(before.meta)) !== String(Object.keys(now.meta))) throw new TooMuch();
      records[number] = [fragmentOf(now, edits.counts.get(number)), edits.counts.get(number), ""];
    }
    const fragments = records.map(([name, count, group]) => [name, count, group]);
    const found = [
      VERSION,
      this.#named("fragment", "pf_fragment", fragments, 0),
      this.#named("index", "pf_index", this.#words(stretches, edits), 2),
      this.#named("filter", "pf_filter", this.#filters(filters), 1),
      sorts,
      metas,
    ];
    const hash = this.#put("", "pf_meta", packed(found), new Set());
    for (const [file, content] of this.#files) writeFileSync(join(folder, file), gzipSync(content));
    writeFileSync(join(folder, "pagefind-entry.json"), entryOf(hash, records.length));
    return this.#same;
  }

  #meta() {
    const { languages } = JSON.parse(readFileSync(join(this.#former, "pagefind-entry.json"), "utf8"));
    return `pagefind.${languages[LANGUAGE].hash}.pf_meta`;
  }

  #reader(file) {
    return new Reader(gunzipSync(readFileSync(join(this.#former, file))).subarray(HEAD.length));
  }

  #read(file) {
    return this.#reader(file).value();
  }

  /** Rows in which the name of a file may be its content; the content is put away and the name takes its place. */
  #named(part, ending, rows, at) {
    const taken = new Set();
    for (const row of rows) {
      if (typeof row[at] !== "string") continue;
      taken.add(row[at]);
      this.#same.push(fileOf(part, row[at], ending));
    }
    for (const row of rows) if (typeof row[at] !== "string") row[at] = this.#put(part, ending, row[at], taken);
    return rows;
  }

  #put(part, ending, body, taken) {
    const content = Buffer.concat([HEAD, body]);
    const name = nameOf(content, NAME);
    if (taken.has(name)) throw new TooMuch();
    taken.add(name);
    const file = fileOf(part, name, ending);
    const former = join(this.#former, file);
    if (!existsSync(former)) this.#files.set(file, content);
    else if (gunzipSync(readFileSync(former)).equals(content)) this.#same.push(file);
    else throw new TooMuch();
    return name;
  }

  #filters(rows) {
    const found = new Map(rows);
    const changed = new Map();
    const values = (filter) => {
      if (!changed.has(filter)) {
        const known = found.has(filter) ? this.#read(fileOf("filter", found.get(filter), "pf_filter"))[1] : [];
        changed.set(filter, new Map(known));
      }
      return changed.get(filter);
    };
    for (const [number, before, now] of this.#changes) {
      if (JSON.stringify(before.filters) === JSON.stringify(now.filters)) continue;
      for (const [filter, old] of Object.entries(before.filters)) {
        for (const value of old) values(filter).set(value, values(filter).get(value).filter((each) => each !== number));
      }
      for (const [filter, fresh] of Object.entries(now.filters)) {
        for (const value of fresh) {
          values(filter).set(value, [...(values(filter).get(value) ?? []), number].sort((a, b) => a - b));
        }
      }
    }
    for (const [filter, known] of changed) {
      const left = [...known].filter(([, numbers]) => numbers.length > 0).sort(byName);
      if (left.length > 0) found.set(filter, packed([filter, left]));
      else found.delete(filter);
    }
    return [...found].sort(byName);
  }

  /** The stretches: [first word, last word, name of the file or what is to be in it]. */
  #words(stretches, edits) {
    const load = (name) => wordsIn(this.#reader(fileOf("index", name, "pf_index")));
    const wanted = edits.byStretch(stretches);
    const found = [];
    let open = [];
    let size = 0;
    let moved = false; // what was before the next stretch is not there any more
    const close = () => {
      found.push({ words: open, moved: true });
      open = [];
      size = 0;
    };
    stretches.forEach(([from, to, name], number) => {
      if (open.length === 0 && wanted[number].length === 0) {
        found.push({ from, to, name, moved });
        moved = false;
        return;
      }
      moved = true;
      for (const word of edits.applied(load(name), wanted[number])) {
        open.push(word);
        size += word.size;
        if (size >= this.#stretch) close();
      }
    });
    if (open.length > 0) close();
    return borders(found, load);
  }
}

/** What changes in the words: word → number of the record → [places, places in the title], or null where it goes. */
class Edits {
  #words = new Map();
  counts = new Map();

  constructor(changes, title) {
    for (const [number, before, now] of changes) {
      const [old] = postings(before, title);
      const [fresh, count] = postings(now, title);
      this.counts.set(number, count);
      for (const word of new Set([...old.keys(), ...fresh.keys()])) {
        const places = fresh.get(word);
        if (JSON.stringify(old.get(word)) === JSON.stringify(places)) continue;
        if (!this.#words.has(word)) this.#words.set(word, new Map());
        this.#words.get(word).set(number, places ?? null);
      }
    }
  }

  /** For each stretch the words in it that change, in order. */
  byStretch(stretches) {
    const found = stretches.map(() => []);
    const begins = stretches.map(([from]) => Buffer.from(from));
    for (const word of [...this.#words.keys()].sort(byBytes)) {
      const bytes = Buffer.from(word);
      let number = begins.length - 1;
      while (number > 0 && Buffer.compare(begins[number], bytes) > 0) number -= 1;
      if (number < 0) throw new TooMuch();
      found[number].push(word);
    }
    return found;
  }

  /** The words of a stretch, those that change changed. */
  applied(words, wanted) {
    if (wanted.length === 0) return words;
    const known = new Map(words.map((each) => [each.word, each]));
    for (const word of wanted) {
      const pages = new Map(known.has(word) ? pagesOf(known.get(word)) : []);
      for (const [number, places] of this.#words.get(word)) {
        if (places === null) pages.delete(number);
        else pages.set(number, places);
      }
      if (pages.size > 0) known.set(word, wordOf(word, [...pages].sort(([one], [other]) => one - other)));
      else known.delete(word);
    }
    return [...known.values()].sort((one, other) => byBytes(one.word, other.word));
  }
}

/** The words of a record, each with the steps between its places in the text and in the title; and their number. */
function postings(record, title) {
  const found = new Map();
  const lines = [...new Set(record.text.split("\n"))].join("\n");
  let count = 0;
  for (const [part, text] of [lines, record.meta.title].entries()) {
    let number = 0;
    for (const [word, place] of spelt(text)) {
      if (!found.has(word)) found.set(word, [[], []]);
      found.get(word)[part].push(place);
      number = place + 1;
    }
    if (part === 0) count = number;
  }
  const steps = (places) => places.map((place, at) => place - (at > 0 ? places[at - 1] : 0));
  for (const [word, [body, titles]] of found) {
    found.set(word, [steps(body), titles.length > 0 ? [-1 - title, ...steps(titles)] : []]);
  }
  return [found, count];
}

/** The words of a stretch, each with its bytes and how many numbers it holds; most go on as they are. */
function wordsIn(reader) {
  const found = [];
  reader.head(); // an array of one
  for (let left = reader.head(); left > 0; left--) {
    const start = reader.at;
    reader.head(); // word, pages, variants
    const word = reader.text();
    let size = 0;
    for (let pages = reader.head(); pages > 0; pages--) {
      reader.head(); // page, places, places in the title
      reader.head();
      size += 1 + reader.passNumbers() + reader.passNumbers();
    }
    reader.head(); // no variants
    found.push({ word, size, bytes: reader.bytes.subarray(start, reader.at) });
  }
  return found;
}

/** [page, [places, places in the title]] of a word. */
function pagesOf({ bytes }) {
  let page = 0;
  return new Reader(bytes).value()[1].map(([step, ...places]) => [(page += step), places]);
}

function wordOf(word, pages) {
  let before = 0;
  let size = 0;
  const rows = pages.map(([page, [body, titles]]) => {
    const step = page - before;
    before = page;
    size += 1 + body.length + titles.length;
    return [step, body, titles];
  });
  return { word, size, bytes: packed([word, rows, []]) };
}

/** Give each stretch the words between which it lies; of one that stays they are known, unless its neighbours moved. */
function borders(found, load) {
  const words = (each) => (each.words ??= load(each.name));
  const rows = found.map(({ from, to, name, words: own }) => {
    return own ? [own[0].word, own.at(-1).word, stretchOf(own)] : [from, to, name];
  });
  for (let i = 1; i < found.length; i++) {
    if (![i - 2, i - 1, i].some((near) => found[near]?.moved)) continue;
    const last = words(found[i - 1]).at(-1).word;
    [rows[i - 1][1], rows[i][0]] = between(rows[i - 1][0], last, words(found[i])[0].word);
  }
  return rows;
}

function stretchOf(words) {
  const head = new Cbor();
  head.reserve(10);
  head.array(1);
  head.array(words.length);
  return Buffer.concat([head.take(), ...words.map(({ bytes }) => bytes)]);
}

function packed(value) {
  const cbor = new Cbor();
  cbor.value(value);
  return Buffer.from(cbor.take());
}

function fileOf(part, name, ending) {
  return join(part, `${part ? "" : "pagefind."}${name}.${ending}`);
}

function byBytes(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
