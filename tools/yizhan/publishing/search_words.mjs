/**
 * How Chinese text becomes the words of the index; the indexer and the browser share it, so that both cut alike.
 *
 * Chinese is written without spaces. Pagefind cuts it by a dictionary when it indexes, the browser cuts the query by
 * another, and where the two disagree nothing is found. Here each pair of neighbouring characters is a word, and the
 * last character of a run is one as well (公交车 → 公交 交车 车). A phrase of such pairs matches exactly the texts that
 * contain the query.
 */

const PIECE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[0-9A-Za-z\u00c0-\u024f]+(?:[-._][0-9A-Za-z\u00c0-\u024f]+)*|[\p{L}\p{N}]/gu;
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;

/** Runs of Chinese characters and single other words, in order. */
export function pieces(text) {
  return text.normalize("NFKC").match(PIECE) ?? [];
}

/** The words of a text, in order. */
export function cut(text) {
  const words = [];
  for (const piece of pieces(text)) {
    if (HAN.test(piece)) {
      for (let i = 0; i < piece.length - 1; i++) words.push(piece.slice(i, i + 2));
      words.push(piece[piece.length - 1]);
    } else {
      words.push(piece);
    }
  }
  return words;
}

/** The parts of a query, as typed, separated by spaces and punctuation (a hyphen inside a word does not part it). */
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
      words.push(piece);
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
