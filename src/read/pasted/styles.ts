import { HEADER, printFrame } from "./lines.ts";

const OPEN_HEADER = "Traceback (most recent call last)";
const BOX_TOP = /^\s*╭─+ Traceback \(most recent call last\) ─+╮\s*$/;
const BOX_END = /^\s*╰─+╯\s*$/;
const BOX_LINE = /^\s*│ ?(.*)│\s*$/;
const BOX_FRAME = /^(\S.*):(\d+) in (\S+)$/;

const MAX_PATH = 1000;

const CELL_HEADER = /^(\S+) +Traceback \(most recent call last\)$/;
const CELL_RULE = /^-{20,}$/;
const CELL_FRAME = /^File (\S.*?):(\d+)(?:, in ([^\s(]+).*)?$/;
const CELL_FRAME_WITH_LINE = /^((?:Cell|Input) In ?\[\d+\]), line (\d+)(?:, in ([^\s(]+).*)?$/;
const CELL_FRAME_OPEN = /^(\S.*?)(?:, in | in )(<cell line: \d+>|[^\s(]+)(?:\(.*)?$/;
const CELL_CODE = /^(?:-+> ?| +)\d+(?: |$)/;
const CELL_ARROW = /^-+> ?(\d+)(?: |$)/;

/** Prints tracebacks in the styles of `rich` (boxes) and IPython (arrows) as Python would. Others stay as they are. */
export function asPythonPrints(text: string): string {
  const plain = withPlainQuotes(text);
  if (!plain.includes(OPEN_HEADER)) {
    return plain;
  }
  const unboxed = plain.includes("╭─") ? unbox(plain.split("\n")).join("\n") : plain;
  return /^-+> ?\d/m.test(unboxed) ? printCells(unboxed.split("\n")).join("\n") : unboxed;
}

/** Word processors and chats bend quotation marks, and pages keep indents by blanks that don't break. */
function withPlainQuotes(text: string): string {
  const spaced = text.includes("\u00A0") ? text.replaceAll("\u00A0", " ") : text;
  return spaced.includes("File “") || spaced.includes("File „") || spaced.includes("File ”")
    ? spaced.replaceAll(/File [“„”]([^“„”\n]*)[“”]/g, 'File "$1"')
    : spaced;
}

interface BoxState {
  readonly printed: string[];
  isInside: boolean;
  /** The head of a path that was too long for its line. */
  path: string;
}

function unbox(lines: readonly string[]): readonly string[] {
  const state: BoxState = { printed: [], isInside: false, path: "" };
  for (const line of lines) {
    if (BOX_TOP.test(line)) {
      state.isInside = true;
      state.printed.push(HEADER);
    } else if (!state.isInside) {
      state.printed.push(line);
    } else if (BOX_END.test(line)) {
      state.isInside = false;
    } else {
      takeBoxLine(state, (BOX_LINE.exec(line)?.[1] ?? line).trimEnd());
    }
  }
  return state.printed;
}

function takeBoxLine(state: BoxState, content: string): void {
  const frame = BOX_FRAME.exec(content) ?? BOX_FRAME.exec(state.path + content);
  state.printed.push(frame === null ? `    ${content}` : frameOf(frame));
  const isPart = frame === null && /^\S+$/.test(content) && state.path.length < MAX_PATH;
  state.path = isPart ? state.path + content : "";
}

function frameOf([, path = "", line = "", name]: RegExpExecArray): string {
  return printFrame({ path, line: Number(line), function: name ?? null });
}

interface CellState {
  readonly printed: string[];
  /** Older versions of IPython tell a frame's line by the arrow in its code alone. */
  open: RegExpExecArray | null;
  /** Named in front of the frames, and again below them behind a blank line. */
  type: string;
}

function printCells(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => CELL_HEADER.test(line));
  const state: CellState = { printed: lines.slice(0, Math.max(first, 0)), open: null, type: "" };
  for (const line of lines.slice(Math.max(first, 0))) {
    if (!takeCode(state, line)) {
      state.printed.push(...(state.open === null ? [] : [state.open[0]]));
      state.open = null;
      takeOther(state, line);
    }
  }
  return state.printed;
}

function takeCode(state: CellState, line: string): boolean {
  const isCode = CELL_CODE.test(line);
  const arrow = CELL_ARROW.exec(line);
  if (arrow !== null && state.open !== null) {
    const [, path = "", name] = state.open;
    state.printed.push(printFrame({ path, line: Number(arrow[1]), function: name ?? null }));
    state.open = null;
  }
  if (isCode) {
    state.printed.push(`    ${line}`);
  }
  return isCode;
}

function takeOther(state: CellState, line: string): void {
  dropBlankBefore(state, line);
  const frame = CELL_FRAME.exec(line) ?? CELL_FRAME_WITH_LINE.exec(line);
  state.open = frame === null ? CELL_FRAME_OPEN.exec(line) : null;
  if (frame !== null) {
    state.printed.push(frameOf(frame));
  } else if (state.open === null && !CELL_RULE.test(line)) {
    state.printed.push(CELL_HEADER.test(line) ? HEADER : line);
  }
}

/** Python has no blank line between the frames and the exception. */
function dropBlankBefore(state: CellState, line: string): void {
  const named = CELL_HEADER.exec(line)?.[1];
  if (named === undefined && state.type !== "" && line.startsWith(state.type) && state.printed.at(-1) === "") {
    state.printed.pop();
  }
  state.type = named ?? state.type;
}
