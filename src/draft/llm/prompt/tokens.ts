/** A word up to so many letters is mostly one token; a longer one as many as it has parts of so many letters. */
const COMMON = 8;
const LETTERS = 4;
const CAPITALS = 3;
/** Letters beside digits are a key or a hash: no tokenizer knows them. */
const MIXED = 1.3;
const DIGITS = 2;
const SIGNS = 2;

/**
 * How many tokens a text has at most, for whatever tokenizer: words by their length, numbers, signs and indentations each
 * for themselves, everything beyond ASCII by its bytes. Never under the count of a common tokenizer; for code about a
 * fifth over it.
 */
export function tokensAtMost(text: string): number {
  let count = 0;
  for (const { 0: part, groups } of text.matchAll(PARTS)) {
    const kind = KINDS.find((name) => groups?.[name] !== undefined);
    count += kind === undefined ? 1 : COSTS[kind](part);
  }
  return count;
}

const PARTS =
  /(?<mixed>[A-Za-z]*\d[A-Za-z\d]*[A-Za-z][A-Za-z\d]*|[A-Za-z]+\d[A-Za-z\d]*)|(?<word>[A-Za-z]+)|(?<digits>\d+)|(?<line>[\r\n]+[ \t]*)|(?<blanks>[ \t]+)|(?<signs>[!-/:-@[-`{-~]+)|(?<other>[^!-~\s]+)|\s/g;

const KINDS = ["mixed", "word", "digits", "line", "blanks", "signs", "other"] as const;

const COSTS: Readonly<Record<(typeof KINDS)[number], (part: string) => number>> = {
  mixed: ({ length }) => Math.ceil(length / MIXED),
  word: wordCost,
  digits: ({ length }) => Math.ceil(length / DIGITS),
  line: ({ length }) => (length > 2 ? 2 : 1),
  blanks: ({ length }) => (length > 1 ? 1 : 0),
  signs: ({ length }) => Math.ceil(length / SIGNS) + (length > 3 ? 1 : 0),
  other: (part) => Math.ceil(bytesOf(part) * 0.75),
};

/** `HTTPServerError` is at least as many tokens as it has humps; capitals are rarer, and so dearer. */
function wordCost(word: string): number {
  const humps = word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [word];
  return humps.reduce((sum, hump) => sum + humpCost(hump), 0);
}

function humpCost(hump: string): number {
  if (/^[A-Z]{2}/.test(hump)) return Math.ceil(hump.length / CAPITALS);
  return hump.length <= COMMON ? 1 : Math.ceil(hump.length / LETTERS);
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
