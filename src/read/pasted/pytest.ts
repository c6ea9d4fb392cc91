import { parseHeader } from "./lines.ts";
import { parseTraceback } from "../traceback/traceback.ts";
import type { Traceback } from "../traceback/traceback.ts";
import { startsMarkedBlock } from "../traceback/pytest.ts";

export interface PytestPiece {
  readonly traceback: Traceback;
  /** As pytest titles the section, `TestClass.test_name[param]`. */
  readonly title: string | null;
}

const TITLE = /^\s*_{3,} (\S.*?) _{3,}\s*$/;
const CAPTURED = /^\s*-{3,} (?:Captured|live) .* -{3,}\s*$/;
const TEST = /^\s*(?:async )?def (test\w*)\(/;
const MARK = /^([\s>|]*)E {3}/;

/**
 * Reads sections of pytest's output that were copied without its headlines: marked lines (`E   `) and locations. Empty
 * when there are none.
 */
export function readPytestPieces(lines: readonly string[]): readonly PytestPiece[] {
  const margin = findMargin(lines);
  if (margin === null) {
    return [];
  }
  const pieces: { title: string | null; lines: string[]; isCaptured: boolean }[] = [
    { title: null, lines: [], isCaptured: false },
  ];
  for (const line of lines.map((one) => (one.startsWith(margin) ? one.slice(margin.length) : one.trimStart()))) {
    const title = TITLE.exec(line)?.[1];
    const piece = pieces.at(-1);
    if (title !== undefined && !/^[_ ]+$/.test(title)) {
      pieces.push({ title, lines: [], isCaptured: false });
    } else if (piece !== undefined) {
      piece.isCaptured ||= CAPTURED.test(line);
      piece.lines.push(...(piece.isCaptured ? [] : [line]));
    }
  }
  return pieces.flatMap(({ title, lines: own }) => readPiece(title, own));
}

/**
 * What stands before the marked lines: nothing, or what a mail or a page put there. Null when there are none, or only
 * below a traceback of Python's own, whose message may look like anything.
 */
function findMargin(lines: readonly string[]): string | null {
  for (const line of lines) {
    const margin = MARK.exec(line)?.[1];
    if (margin !== undefined && startsMarkedBlock(line.slice(margin.length))) {
      return margin;
    }
    if (parseHeader(line) !== null) {
      return null;
    }
  }
  return null;
}

function readPiece(headline: string | null, lines: readonly string[]): readonly PytestPiece[] {
  const title = headline ?? testAbove(lines);
  const traceback = parseTraceback(lines.join("\n"));
  const isMarked = lines.some(startsMarkedBlock);
  const isEvident = isMarked && (traceback.frames.length > 0 || traceback.exception.type !== null);
  return isEvident ? [{ traceback, title }] : [];
}

/** The long style shows the whole test above its first location. */
function testAbove(lines: readonly string[]): string | null {
  const end = lines.findIndex((line) => /^[^\s>].*:\d+: ?/.test(line));
  const name = lines.slice(0, Math.max(end, 0)).findLast((line) => TEST.test(line));
  return TEST.exec(name ?? "")?.[1] ?? null;
}
