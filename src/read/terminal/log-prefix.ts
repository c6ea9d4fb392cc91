/** A piece of what a log puts before a line. */
export interface PrefixPart {
  readonly kind: "time" | "number" | "word" | "other";
  readonly text: string;
  /** Regular expression for the same piece in another line. */
  readonly pattern: string;
}

const TIMES = [
  String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?`,
  String.raw`(?:\d{4}[-/]\d\d[-/]\d\d|\d\d/\d\d/\d{4})`,
  String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d\b`,
  String.raw`\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?`,
  String.raw`\d{9,}`,
  // Seconds since something began; glued to a name it is a version.
  String.raw`(?<=^|[ \[])\d+\.\d+(?=[ \]s]|$)`,
] as const;
const PARTS = new RegExp(
  [
    ...TIMES.map((time, index) => `(?<time${index}>${time})`),
    String.raw`\d+`,
    String.raw`[\p{L}_][\p{L}_./@-]*`,
    " +",
    "[^]",
  ].join("|"),
  "gu",
);
const LABEL = String.raw`[\p{L}\p{N}_./@-]+`;

/** Cuts a prefix into times, numbers, words and the rest. Blanks may be padding, save the last ones. */
export function prefixParts(prefix: string): readonly PrefixPart[] {
  return [...prefix.matchAll(PARTS)].map((match): PrefixPart => {
    const text = match[0];
    const time = TIMES.findIndex((_, index) => match.groups?.[`time${index}`] !== undefined);
    if (time >= 0) {
      return { kind: "time", text, pattern: timePattern(time) };
    }
    if (/^\d/.test(text)) {
      return { kind: "number", text, pattern: String.raw`\d+` };
    }
    const isPadding = /^ +$/.test(text) && match.index + text.length < prefix.length;
    const pattern = isPadding ? (match.index === 0 ? " *" : " +") : escapePattern(text);
    return { kind: /^[\p{L}_]/u.test(text) ? "word" : "other", text, pattern };
  });
}

/** The same prefix with other words and numbers in it. */
export function loosePattern(prefix: string): string {
  const patterns = prefixParts(prefix).map(({ kind, pattern }) =>
    kind === "word" || kind === "number" ? LABEL : pattern,
  );
  return patterns.filter((pattern, index) => pattern !== LABEL || patterns[index - 1] !== LABEL).join("");
}

/** Matches the text itself. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** What comes before and after belongs to the line that was cut into parts, not to the one that is matched. */
function timePattern(index: number): string {
  return index === TIMES.length - 1 ? String.raw`\d+\.\d+` : (TIMES[index] ?? "");
}
