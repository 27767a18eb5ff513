/**
 * One index in the form that Pagefind 1.6 reads in the browser, made of records whose words are cut already.
 *
 * Pagefind's own indexer makes the same files (a test holds the two side by side) with several times the processor
 * time and memory; `docs/decisions/0007-pagefind.md` has the figures. What the files hold:
 * - `fragment/*.pf_fragment`: JSON of one record, for its result.
 * - `index/*.pf_index`: a stretch of the sorted words: [[[word, [[page, places, places in titles], …], variants], …]].
 *   Pages and places are counted from the one before.
 * - `filter/*.pf_filter`: one filter: [name, [[value, pages], …]].
 * - `pagefind.*.pf_meta`: what is where; `pagefind-entry.json`: which of them to begin with.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Cbor } from "./search_cbor.mjs";
import { pieces } from "./search_words.mjs";

export const VERSION = "1.6.0";
export const LANGUAGE = "und"; // with "zh" the browser would cut queries by a dictionary of its own
const STRETCH = 6_000; // places in a stretch of words; Pagefind's own size
export const HEAD = Buffer.from("pagefind_dcd");
const TITLE = 1 << 30; // marks a place as one in the title
export const NAME = 7; // digits of a file's name, more where two would have the same
const MARK = /\p{M}/gu;
const JOINT = /[-._]/u;
const FIRST_HAN = 0x3400;
const FIRST_HALF = 0xd800; // characters above take two of JavaScript's or stand for others
const ENDS_LINE = /[\p{P}\p{S}]$/u;

/** Growing columns of numbers: word, page and place of every posting. */
class Postings {
  length = 0;
  words = new Int32Array(1 << 16);
  pages = new Int32Array(1 << 16);
  places = new Int32Array(1 << 16);

  add(word, page, place) {
    if (this.length === this.words.length) {
      for (const column of ["words", "pages", "places"]) {
        const larger = new Int32Array(2 * this.length);
        larger.set(this[column]);
        this[column] = larger;
      }
    }
    this.words[this.length] = word;
    this.pages[this.length] = page;
    this.places[this.length++] = place;
  }
}

/**
 * Short words, as numbers of 32 bits, each with a number counted up as they come: open addressing in one typed array.
 * With a Map a shard took a sixth more processor time (0.59 s in place of 0.49 for 580 records).
 */
class ShortWords {
  #room = 1 << 15;
  #table = new Int32Array(2 * this.#room); // word, number; a word is never 0
  count = 0;

  /** The number of a word; `next` where it is new. */
  number(word, next) {
    if (2 * this.count > this.#room) this.#grow();
    const at = this.#place(word);
    if (this.#table[at] === 0) {
      this.#table[at] = word;
      this.#table[at + 1] = next;
      this.count += 1;
    }
    return this.#table[at + 1];
  }

  /** Words in no order that means anything. */
  words() {
    const found = new Uint32Array(this.count);
    let end = 0;
    for (let at = 0; at < this.#table.length; at += 2) if (this.#table[at] !== 0) found[end++] = this.#table[at];
    return found;
  }

  #place(word) {
    const mask = this.#room - 1;
    let slot = (Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) >>> 8) & mask;
    while (this.#table[2 * slot] !== 0 && this.#table[2 * slot] !== word) slot = (slot + 1) & mask;
    return 2 * slot;
  }

  #grow() {
    const former = this.#table;
    this.#room *= 2;
    this.#table = new Int32Array(2 * this.#room);
    for (let from = 0; from < former.length; from += 2) {
      if (former[from] === 0) continue;
      const at = this.#place(former[from]);
      this.#table[at] = former[from];
      this.#table[at + 1] = former[from + 1];
    }
  }
}

/** Spellings under which a word is found: one with hyphens or points, such as an id, as a whole and by its parts. */
function spellings(word) {
  const plain = word.normalize("NFD").replace(MARK, "").toLowerCase();
  const parts = plain.split(JOINT);
  return parts.length === 1 ? parts : [parts.join(""), ...parts.filter((part) => part.length > 1)];
}

/** The words of a text with their places, as an index has them; `Shard` does the same without making each word. */
export function* spelt(text) {
  let place = 0;
  for (const piece of pieces(text)) {
    const first = piece.charCodeAt(0);
    if (first < FIRST_HAN || first >= FIRST_HALF) {
      for (const spelling of spellings(piece)) yield [spelling, place];
      place += 1;
    } else {
      for (let i = 0; i < piece.length; i++) yield [piece.slice(i, i + 2), place++];
    }
  }
}

/** The file of one record, for its result. */
export function fragmentOf({ url, text, filters, meta }, count) {
  const lines = [...new Set(text.split("\n"))];
  const content = lines.map((line) => (ENDS_LINE.test(line) ? line : `${line}。`)).join("");
  const shown = filters.kind ? { kind: filters.kind } : {}; // of its filters a result shows what kind of record it is
  return Buffer.from(JSON.stringify({ url, content, word_count: count, filters: shown, meta, anchors: [] }));
}

/** What the browser reads first: which file says what is where. */
export function entryOf(hash, count) {
  const languages = { [LANGUAGE]: { hash, wasm: null, page_count: count } };
  return JSON.stringify({ version: VERSION, languages, include_characters: [] });
}

/** The name that a file has after what it holds. */
export function nameOf(content, length) {
  return `${LANGUAGE}_${createHash("sha1").update(content).digest("hex").slice(0, length)}`;
}

/** An index being filled and then written. */
export class Shard {
  #folder;
  #stretch;
  #former;
  /** Files of the former index that belong to this one as they are. */
  same = [];
  // Word → its number, counted up as words come. One or two Chinese characters, as nearly all words are, stand as a
  // number of 32 bits.
  #numbers = new Map();
  #short = new ShortWords();
  #postings = new Postings();
  #records = []; // [name of the fragment, number of words, no group]
  #filters = new Map(); // filter → value → records
  #metas = new Set();
  #names = new Set();

  /**
   * @param folder where the files go, with its three folders for fragments, words and filters.
   * @param stretch places in a stretch of words.
   * @param former folder of the former index; nothing there is changed.
   */
  constructor(folder, { stretch = STRETCH, former = "" } = {}) {
    this.#folder = folder;
    this.#stretch = stretch;
    this.#former = former;
  }

  /** @param record {url, text, filters: {name: [value]}, meta: {name: value}}; its title is `meta.title`. */
  add(record) {
    const { text, filters, meta } = record;
    const number = this.#records.length;
    const lines = [...new Set(text.split("\n"))]; // the same body's name beside each entry of a log says nothing new
    const count = this.#post(lines.join("\n"), number, 0);
    this.#post(meta.title, number, TITLE);
    for (const name of Object.keys(meta)) this.#metas.add(name);
    for (const [filter, values] of Object.entries(filters)) {
      if (!this.#filters.has(filter)) this.#filters.set(filter, new Map());
      const known = this.#filters.get(filter);
      for (const value of values) {
        if (!known.has(value)) known.set(value, []);
        known.get(value).push(number);
      }
    }
    this.#records.push([this.#write("fragment", "pf_fragment", fragmentOf(record, count)), count, ""]);
  }

  #post(text, record, mark) {
    let place = mark;
    for (const piece of pieces(text)) {
      const first = piece.charCodeAt(0);
      if (first < FIRST_HAN || first >= FIRST_HALF) {
        for (const spelling of spellings(piece)) this.#note(spelling, record, place);
        place += 1;
        continue;
      }
      // the words that cut() gives, without making them: that took as long as all the rest here
      let before = first << 16;
      for (let i = 1; i < piece.length; i++) {
        const code = piece.charCodeAt(i);
        this.#noteShort(before | code, record, place++);
        before = code << 16;
      }
      this.#noteShort(before, record, place++);
    }
    return place - mark;
  }

  #note(word, record, place) {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#count));
    this.#postings.add(number, record, place);
  }

  #noteShort(word, record, place) {
    this.#postings.add(this.#short.number(word, this.#count), record, place);
  }

  /** How many words there are. */
  get #count() {
    return this.#numbers.size + this.#short.count;
  }

  #write(folder, ending, body) {
    const content = Buffer.concat([HEAD, Buffer.from(body)]);
    const hash = createHash("sha1").update(content).digest("hex");
    let length = NAME;
    while (this.#names.has(folder + hash.slice(0, length))) length += 1;
    this.#names.add(folder + hash.slice(0, length));
    const name = `${LANGUAGE}_${hash.slice(0, length)}`;
    const file = join(folder, `${folder ? "" : "pagefind."}${name}.${ending}`);
    if (this.#holds(file, content)) this.same.push(file);
    else writeFileSync(join(this.#folder, file), gzipSync(content));
    return name;
  }

  /** Whether the former index has this file; to look is a fraction of what packing takes. */
  #holds(file, content) {
    const former = this.#former && join(this.#former, file);
    return Boolean(former) && existsSync(former) && gunzipSync(readFileSync(former)).equals(content);
  }

  /** Write everything but the fragments, which are written already. */
  finish() {
    const cbor = new Cbor();
    const stretches = this.#words(cbor);
    const filters = [];
    for (const [filter, values] of [...this.#filters].sort(byName)) {
      cbor.value([filter, [...values].sort(byName)]);
      filters.push([filter, this.#write("filter", "pf_filter", cbor.take())]);
    }
    cbor.value([VERSION, this.#records, stretches, filters, [], [...this.#metas].sort()]);
    const hash = this.#write("", "pf_meta", cbor.take());
    writeFileSync(join(this.#folder, "pagefind-entry.json"), entryOf(hash, this.#records.length));
  }

  /** Write the words in stretches; returns [first word, last word, name] of each. */
  #words(cbor) {
    const { starts, order } = this.#sorted();
    const title = [...this.#metas].sort().indexOf("title");
    const stretches = [];
    let words = [];
    let size = 0;
    const close = () => {
      const body = cbor.take();
      const head = new Cbor();
      head.reserve(10);
      head.array(1);
      head.array(words.length);
      const name = this.#write("index", "pf_index", Buffer.concat([head.take(), body]));
      stretches.push([words[0], words[words.length - 1], name]);
      words = [];
      size = 0;
    };
    for (const known of sorted([...this.#numbers.keys()], this.#short.words())) {
      const short = typeof known !== "string";
      const number = short ? this.#short.number(known | 0) : this.#numbers.get(known);
      const word = short ? letters(known) : known;
      size += this.#word(cbor, word, order, starts[number], starts[number + 1], title);
      words.push(word);
      if (size >= this.#stretch) close();
    }
    if (words.length > 0) close();
    return apart(stretches);
  }

  /** Postings in the order of their words' numbers; those of a word stay in the order of records and places. */
  #sorted() {
    const { words, length } = this.#postings;
    const starts = new Int32Array(this.#count + 1);
    for (let i = 0; i < length; i++) starts[words[i] + 1] += 1;
    for (let word = 0; word < this.#count; word++) starts[word + 1] += starts[word];
    const next = starts.slice();
    const order = new Int32Array(length);
    for (let i = 0; i < length; i++) order[next[words[i]]++] = i;
    return { starts, order };
  }

  /** Write one word with its postings `order[from..to]`; returns how many numbers that are, as Pagefind counts them. */
  #word(cbor, word, order, from, to, title) {
    const { pages, places } = this.#postings;
    let count = 0;
    for (let i = from; i < to; i++) count += i === from || pages[order[i]] !== pages[order[i - 1]];
    cbor.reserve(5 * (4 * count + 2 * (to - from) + 3) + 3 * word.length);
    cbor.array(3);
    cbor.text(word);
    cbor.array(count);
    let before = 0;
    let size = count;
    for (let start = from, end; start < to; start = end) {
      const page = pages[order[start]];
      let body = start;
      while (body < to && pages[order[body]] === page && places[order[body]] < TITLE) body++;
      end = body;
      while (end < to && pages[order[end]] === page) end++;
      cbor.array(3);
      cbor.number(page - before);
      cbor.array(body - start);
      this.#places(cbor, order, start, body, 0);
      cbor.array(end > body ? end - body + 1 : 0);
      if (end > body) cbor.number(-1 - title);
      this.#places(cbor, order, body, end, TITLE);
      before = page;
      size += end - start + (end > body);
    }
    cbor.array(0);
    return size;
  }

  #places(cbor, order, from, to, mark) {
    let before = mark;
    for (let i = from; i < to; i++) {
      const place = this.#postings.places[order[i]];
      cbor.number(place - before);
      before = place;
    }
  }
}

/** The word of one or two characters that a number stands for. */
function letters(number) {
  const second = number & 0xffff;
  return second ? String.fromCharCode(number >>> 16, second) : String.fromCharCode(number >>> 16);
}

/** Words in the order of their UTF-8 bytes, in which the browser looks them up. */
function sorted(texts, numbers) {
  texts.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const below = texts.filter((text) => text.charCodeAt(0) < FIRST_HAN);
  return [...below, ...numbers.sort(), ...texts.slice(below.length)];
}

/** The words between which stretches lie, no longer than it takes to tell neighbours apart. */
function apart(stretches) {
  for (let i = 1; i < stretches.length; i++) {
    const [before, stretch] = [stretches[i - 1], stretches[i]];
    [before[1], stretch[0]] = between(before[0], before[1], stretch[0]);
  }
  return stretches;
}

/** Where a stretch ends and the next one begins; `from` is where the first begins. */
export function between(from, lastWord, firstWord) {
  const [last, first] = [[...lastWord], [...firstWord]];
  let same = 0;
  while (same < last.length && last[same] === first[same]) same++;
  const [to, next] = [last, first].map((word) => word.slice(0, same + 1).join(""));
  return [to >= from ? to : lastWord, next];
}

/** Names are sorted so that the order in which records came does not show. */
export function byName([a], [b]) {
  return a < b ? -1 : 1;
}
