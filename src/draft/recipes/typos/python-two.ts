import { type LineChange, scan, type SourceLines } from "./source-lines.ts";
import type { Repair } from "./token-repairs.ts";

/** Statements that only Python 2 knew, in all of a file: they keep it from being read one and all. */
export function pythonTwoRepairs({ lines }: SourceLines): Repair[] {
  const changes = lines.flatMap((line, index): LineChange[] => {
    const text = modern(line);
    return text === line ? [] : [{ index, text }];
  });
  return changes.length === 0 ? [] : [{ kind: "statements of Python 2", changes }];
}

function modern(line: string): string {
  return caught(printed(line)).replace(/^(\s*raise\s+[\w.]+)\s*,\s*(("|')[^"'\\]*\3|\w+)\s*$/, "$1($2)");
}

/** `print "a", b`; what writes to a file or keeps the line open is left alone. */
function printed(line: string): string {
  const head = /^(\s*(?:[^\s#"'][^"'#]*:\s+)?)print[ \t]+(?![\s(=.,>[])/.exec(line);
  if (!head) return line;
  const start = head[0].length;
  const { end, open } = scan(line);
  const values = line.slice(start, end);
  return open !== -1 || /[,;\\]$/.test(values) ? line : `${head[1] ?? ""}print(${values})${line.slice(end)}`;
}

function caught(line: string): string {
  return line
    .replace(/^(\s*except\s+(?:[\w.]+|\([\w.,\s]{1,200}\)))\s*,\s*([a-z_]\w*)(\s*:)/, "$1 as $2$3")
    .replace(/^(\s*except\s+)([\w.]+\s*,\s*[A-Z][\w.]*)(\s*:)/, "$1($2)$3");
}
