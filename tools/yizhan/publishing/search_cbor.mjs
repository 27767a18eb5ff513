/**
 * CBOR (RFC 8949), as much of it as a Pagefind index holds: unsigned and negative numbers, texts, arrays.
 *
 * The caller reserves room, once for many small values: asking for each took a third of the time to write an index.
 */

const NUMBER = 0x00;
const NEGATIVE = 0x20;
const TEXT = 0x60;
const ARRAY = 0x80;

export class Cbor {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #end = 0;

  /** Make room for `bytes` more; `number`, `array` and `text` need five each, and a text three a character. */
  reserve(bytes) {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#end + bytes));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }

  #head(major, n) {
    const bytes = this.#bytes;
    if (n < 24) {
      bytes[this.#end++] = major | n;
    } else if (n < 0x100) {
      bytes[this.#end++] = major | 24;
      bytes[this.#end++] = n;
    } else if (n < 0x10000) {
      bytes[this.#end++] = major | 25;
      bytes[this.#end++] = n >>> 8;
      bytes[this.#end++] = n;
    } else {
      bytes[this.#end++] = major | 26;
      this.#end = bytes.writeUInt32BE(n, this.#end);
    }
  }

  number(n) {
    if (n < 0) this.#head(NEGATIVE, -1 - n);
    else this.#head(NUMBER, n);
  }

  text(text) {
    this.#head(TEXT, Buffer.byteLength(text));
    this.#end += this.#bytes.write(text, this.#end);
  }

  /** The head of an array of `length` values, which the caller writes next. */
  array(length) {
    this.#head(ARRAY, length);
  }

  /** A value made of numbers, texts and arrays of them. */
  value(value) {
    this.reserve(5 + (typeof value === "string" ? 3 * value.length : 0));
    if (typeof value === "number") return this.number(value);
    if (typeof value === "string") return this.text(value);
    this.array(value.length);
    value.forEach((each) => this.value(each));
  }

  /** What was written since the last call; valid until the next one writes. */
  take() {
    const taken = this.#bytes.subarray(0, this.#end);
    this.#end = 0;
    return taken;
  }
}

/** Reads what `Cbor` wrote. */
export class Reader {
  /** Where the next value begins. */
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  /** The number in the head of the next value: how long it is, or for a number that is not negative what it is. */
  head() {
    const short = this.bytes[this.at++] & 0x1f;
    if (short < 24) return short;
    const width = 1 << (short - 24);
    this.at += width;
    return this.bytes.readUIntBE(this.at - width, width);
  }

  text() {
    const length = this.head();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  value() {
    const major = this.bytes[this.at] & 0xe0;
    if (major === TEXT) return this.text();
    const n = this.head();
    if (major === NUMBER) return n;
    if (major === NEGATIVE) return -1 - n;
    return Array.from({ length: n }, () => this.value());
  }

  /** Pass over an array of numbers; returns how many they are. */
  passNumbers() {
    const length = this.head();
    for (let i = 0; i < length; i++) this.head();
    return length;
  }
}
