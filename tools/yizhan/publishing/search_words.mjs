/**
 * How Chinese text becomes words that Pagefind can index, and text again.
 *
 * Chinese is written without spaces. Pagefind cuts it by a dictionary when it indexes, the browser cuts the query by
 * another, and where the two disagree nothing is found. Here both sides cut alike: each pair of neighbouring
 * characters is a word (公交车 → 公交 交车 车). A phrase of such pairs matches exactly the texts that contain the query.
 *
 * The last character of a run stands alone, with the punctuation that follows it, so that the text can be read back.
 */

const PIECE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[0-9A-Za-z\u00c0-\u024f]+(?:[-._][0-9A-Za-z\u00c0-\u024f]+)*|\n+|\s+|[^\s]/gu;
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;
const PAIR = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2}$/u;
const ENDS_LINE = /[\p{P}\p{S}]$/u;

/** Cut text into words parted by spaces; the end of a line becomes a full stop where it has no mark. */
export function cut(text) {
  const words = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const last = words.length - 1;
    if (piece[0] === "\n") {
      if (last >= 0 && !ENDS_LINE.test(words[last])) words[last] += "。";
    } else if (HAN.test(piece)) {
      for (let i = 0; i < piece.length - 1; i++) words.push(piece.slice(i, i + 2));
      words.push(piece[piece.length - 1]);
    } else if (/[\p{L}\p{N}]/u.test(piece)) {
      words.push(piece);
    } else if (piece.trim() && last >= 0) {
      words[last] += piece;
    }
  }
  return words.join(" ");
}

/** Read the text back from its words. */
export function join(words) {
  let text = "";
  for (const word of words.split(" ")) {
    if (PAIR.test(word)) {
      text += word[0];
    } else {
      if (/[0-9A-Za-z\u00c0-\u024f]$/u.test(text) && /^[0-9A-Za-z\u00c0-\u024f]/u.test(word)) text += " ";
      text += word;
    }
  }
  return text;
}

/** The parts of a query, as typed, parted by spaces and punctuation (a hyphen inside a word does not part it). */
export function parts(query) {
  return query
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\-_.]+|(?<![\p{L}\p{N}])[-_.]+|[-_.]+(?![\p{L}\p{N}])/u)
    .filter(Boolean);
}

/**
 * What to ask Pagefind for one part: `term`, and whether it can be asked as an exact phrase.
 *
 * A character without a neighbour to pair with can only be asked as the beginning of a word.
 */
export function ask(part) {
  const words = [];
  let exact = true;
  for (const { 0: piece, index } of part.matchAll(PIECE)) {
    if (!HAN.test(piece)) {
      if (/[\p{L}\p{N}]/u.test(piece)) words.push(piece);
    } else if (piece.length === 1) {
      words.push(piece);
      exact = false;
    } else {
      for (let i = 0; i < piece.length - 1; i++) words.push(piece.slice(i, i + 2));
      if (index + piece.length < part.length) words.push(piece[piece.length - 1]);
    }
  }
  const term = words.join(" ");
  return { term: exact ? `"${term}"` : term, exact };
}
