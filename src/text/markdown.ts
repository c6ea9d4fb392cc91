/** The longest body GitHub takes for a review, a review comment or an issue comment. */
export const BODY_LIMIT = 65_536;

/** Keeps GitHub from seeing a mention, a reference or a link, and shows nothing. */
const JOINER = "\u2060";

/**
 * Control characters but tab and line feed; soft hyphen and zero-width characters; direction marks, overrides and
 * isolates; line and paragraph separators; tag characters. A reader can't see them, and what they hide is the trick.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- these are the very characters to look for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** The text without characters that do not show, line endings as `\n`, and how many characters went. */
export function stripInvisible(text: string): { readonly text: string; readonly removed: number } {
  const unified = text.replace(/\r\n/g, "\n");
  let removed = 0;
  const stripped = unified.replace(INVISIBLE, () => {
    removed += 1;
    return "";
  });
  return { text: stripped, removed };
}

/** At most `limit` characters; what is cut is counted. Never splits a surrogate pair. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
  return `${kept}… (${text.length - kept.length} more characters)`;
}

/** Foreign text as one code span: no mention, reference, HTML, link or image in it comes alive. */
export function inlineCode(text: string, limit = 300): string {
  const line = truncate(stripInvisible(text).text.replace(/\s+/g, " ").trim(), limit);
  if (line === "") return "` `";
  const ticks = "`".repeat(longestRun(line, "`") + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${padding}${line}${padding}${ticks}`;
}

/**
 * Foreign text as a fenced block whose fence no line of it can close. Cut at whole lines after `limit` characters,
 * with a line that says how many are missing. `language` is our own word.
 */
export function fence(text: string, language: string, limit = 20_000): string {
  const { text: visible, removed } = stripInvisible(text);
  const lines = visible.replace(/\n+$/, "").split("\n");
  const kept = keepWithin(lines, limit);
  const body = kept.map((line) => truncate(line, limit)).join("\n");
  const ticks = "`".repeat(Math.max(3, longestRun(body, "`") + 1));
  const remarks = [
    ...(kept.length < lines.length ? [`${countOf(lines.length - kept.length, "more line")} not shown.`] : []),
    ...(removed > 0 ? [`${countOf(removed, "invisible character")} not shown.`] : []),
  ];
  const after = remarks.length > 0 ? `\n_${remarks.join(" ")}_` : "";
  return `${ticks}${language}\n${body}\n${ticks}${after}`;
}

function keepWithin(lines: readonly string[], limit: number): readonly string[] {
  let size = 0;
  const end = lines.findIndex((line) => (size += line.length + 1) > limit);
  return end === -1 ? lines : lines.slice(0, Math.max(1, end));
}

/**
 * A sentence that may hold foreign words: parts in backticks stay code, everything else is shown as it is written,
 * and nothing in it is Markdown, HTML, a mention, a reference or a link.
 */
export function inertProse(text: string, limit = 2_000): string {
  const line = truncate(stripInvisible(text).text.replace(/\s+/g, " ").trim(), limit);
  const parts = line.split("`");
  const isBalanced = parts.length % 2 === 1;
  if (!isBalanced) return escapeProse(line);
  return parts.map((part, index) => (index % 2 === 0 ? escapeProse(part) : inlineCode(part, limit))).join("");
}

function escapeProse(text: string): string {
  return (
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/[\\*_[\]|~!$]/g, "\\$&")
      .replace(/[@#]/g, (sign) => sign + JOINER)
      // Last, because it holds a number sign. A backslash would do, but not for every reader of this text.
      .replace(/`/g, "&#96;")
      .replace(/(?<=gh)-(?=\d)/gi, `-${JOINER}`)
      .replace(/:\/\//g, `:${JOINER}//`)
      .replace(/(?<=www)\./gi, `${JOINER}.`)
      .replace(/^([-+=]|\d+(?=[.)]))/, `${JOINER}$1`)
  );
}

/** `1 test`, `3 tests`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The length of the longest run of one character. */
export function longestRun(text: string, character: string): number {
  let longest = 0;
  let current = 0;
  for (const each of text) {
    current = each === character ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** One part of a page; parts with the highest `dropOrder` go first when the page is too long, null never goes. */
export interface PagePart {
  readonly text: string;
  readonly dropOrder: number | null;
}

/**
 * The parts joined by blank lines, within `limit` bytes of UTF-8 (GitHub counts characters, never more than that).
 * Whole parts are left out, and a last line says how many.
 */
export function fitPage(parts: readonly PagePart[], limit: number = BODY_LIMIT): string {
  let kept = parts.filter((part) => part.text !== "");
  const all = kept.length;
  for (;;) {
    const left = all - kept.length;
    const note = left > 0 ? [`_${countOf(left, "part")} left out: the page would be too long._`] : [];
    const page = [...kept.map((part) => part.text), ...note].join("\n\n");
    if (byteLength(page) <= limit) return page;
    const next = kept.reduce((most, part) => Math.max(most, part.dropOrder ?? -1), -1);
    if (next === -1) return cutBytes(page, limit);
    const index = kept.findLastIndex((part) => part.dropOrder === next);
    kept = kept.filter((_, position) => position !== index);
  }
}

/** Bytes of the text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function cutBytes(text: string, limit: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, limit)).replace(/\ufffd+$/, "");
}
