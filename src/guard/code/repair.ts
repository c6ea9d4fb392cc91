import type { FileChange } from "../../domain/patch.ts";

/** Where a change says something else than the file did. */
export interface OtherWord {
  /** One-based line of the file as it would be. */
  readonly line: number;
}

/** Words and signs; not what a slip leaves out: blanks, colons, commas, brackets, quotes, `=` alone. */
const TOKEN = /\w+|[<>!]=|[^\w\s:,()[\]{}='"]/g;
/** Quotes that may come or go: more of them make texts of code. */
const MAX_QUOTES = 1;

const known = new WeakMap<FileChange, OtherWord | null>();

/**
 * The first word or sign that a change adds, drops or replaces; null when it is a repair: the same words and signs in the
 * same order. `as` in an `except` of Python 2 and `elif` for `else if` are none.
 */
export function otherWordIn(change: FileChange): OtherWord | null {
  const cached = known.get(change);
  if (cached !== undefined) return cached;
  const found = compare(change);
  known.set(change, found);
  return found;
}

function compare({ before, after }: FileChange): OtherWord | null {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const at = now.findIndex(({ token }, index) => token !== old[index]?.token);
  if (at !== -1) return { line: now[at]?.line ?? 1 };
  if (old.length > now.length || Math.abs(quotesIn(before) - quotesIn(after)) > MAX_QUOTES)
    return { line: now.at(-1)?.line ?? 1 };
  return null;
}

function tokensOf(text: string): { readonly token: string; readonly line: number }[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => (normalised(line).match(TOKEN) ?? []).map((token) => ({ token, line: index + 1 })));
}

function normalised(line: string): string {
  return line.replace(/^(\s*)else[ \t]+if\b/, "$1elif").replace(/^(\s*except\b[^#]{0,200}?)\sas\s/, "$1, ");
}

function quotesIn(text: string): number {
  return text.match(/["']/g)?.length ?? 0;
}
