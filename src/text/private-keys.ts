import type { Range } from "./secret-places.ts";

const MARKER = /-----(BEGIN|END) ?[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?(?:-----)?/g;
const LONGEST_KEY = 20_000;
/** Lines of a key: Base64 and headers, with what a string of a program or a margin puts around them. */
const BODY =
  /(?:[\s"'\\|>+(),]|\\[nr]|[A-Za-z0-9+/]{1,100}={0,2}(?=\\n|["'\s]{1,4}\n|["'\r\n]|$)|[A-Za-z0-9+/=]{16,100}|[\w-]{2,20}: [\w,-]{1,80}|E {2,6})*/y;
const BODY_LINE = /^[\s"'|>+E]{0,20}[A-Za-z0-9+/=]{16,100}(?:\\n)?["'\s]{0,8}$/;

/** Private keys, up to the line that ends them; as far as they go where they were cut off, before or behind. */
export function privateKeys(text: string): Range[] {
  const markers = [...text.matchAll(MARKER)].map((match) => ({
    isBegin: match[1] === "BEGIN",
    start: match.index,
    end: match.index + match[0].length,
  }));
  const ranges: Range[] = [];
  for (let index = 0; index < markers.length; index++) {
    const [marker, next] = [markers[index], markers[index + 1]];
    if (!marker) break;
    if (!marker.isBegin) {
      ranges.push({ start: bodyStart(text, marker.start, ranges.at(-1)?.end ?? 0), end: marker.end });
    } else if (next?.isBegin === false && next.start - marker.end < LONGEST_KEY) {
      ranges.push({ start: marker.end, end: next.end });
      index++;
    } else {
      ranges.push({ start: marker.end, end: bodyEnd(text, marker.end) });
    }
  }
  return ranges;
}

function bodyEnd(text: string, start: number): number {
  const body = new RegExp(BODY);
  body.lastIndex = start;
  const found = body.exec(text.slice(0, start + LONGEST_KEY))?.[0] ?? "";
  return start + found.trimEnd().length;
}

/** The lines before an end that nothing begins. */
function bodyStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from) {
    const before = Math.max(from, start - 200);
    const lineStart = before + text.slice(before, start - 1).lastIndexOf("\n") + 1;
    if (!BODY_LINE.test(text.slice(lineStart, start))) break;
    start = lineStart;
  }
  return start;
}
