// oxlint-disable-next-line no-control-regex -- escape sequences begin with a control character
const ANSI_SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?)/g;
/** `#x1B` as pytest writes what XML forbids: two digits up to 0xFF, else at least four (pytest's `bin_xml_escape`). */
const PYTEST_ESCAPE =
  /#x(1B|[0-9A-F]{5,6}|D[89A-F][0-9A-F]{2}|FFF[EF]|0[0-8BCEF]|1[0-9A-F]|7F|8[0-46-9A-F]|9[0-9A-F])/g;

/**
 * Turns pytest's visible escapes (`#x1B`, `#x00`, `#x1F981`) back into the characters they stand for. Only characters
 * that pytest really escapes are touched: text like `#x41` is a program's own.
 */
export function decodePytestEscapes(text: string): string {
  if (!text.includes("#x")) {
    return text;
  }
  return text.replace(PYTEST_ESCAPE, (escape: string, digits: string) => {
    const code = Number.parseInt(digits, 16);
    const isEscaped = digits.length < 5 || (code >= 0x1_00_00 && code <= 0x10_ff_ff);
    return isEscaped ? String.fromCodePoint(code) : escape;
  });
}

/** Removes terminal colours and other escape sequences; every other control character stays. */
export function stripColours(text: string): string {
  return text.includes("\u001B") ? text.replace(ANSI_SEQUENCE, "") : text;
}

/** Lines as pytest ended them: `\n` or `\r\n` only, since U+2028, U+0085 and `\f` occur inside messages. */
export function splitLines(text: string): string[] {
  return text.replaceAll("\r\n", "\n").split("\n");
}

/** Keeps the head and the tail of what is longer than `limit` code units, and says so between them. */
export function boundText(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const half = Math.floor(limit / 2);
  const left = text.length - 2 * half;
  return `${text.slice(0, half)}\n... ${left} characters left out ...\n${text.slice(text.length - half)}`;
}

/** The text, or null when it is blank: an empty captured section says as little as none. */
export function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
