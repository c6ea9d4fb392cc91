/** A node of the tree that Python 3.11+ and the `exceptiongroup` package draw below an ExceptionGroup. */
export interface GroupNode {
  /** Text of this exception without the tree's marks, as for an exception of its own. */
  readonly lines: string[];
  readonly members: GroupNode[];
}

interface OpenNode extends GroupNode {
  readonly column: number;
}

const TEXT_LINE = /^(\s*)\|(?: (.*))?$/s;
/** `+-+---- 1 ----` opens the first member, `+---- 2 ----` the next one. The last `+` stands in the member's column. */
const SEPARATOR = /^(\s*)(\+-)?\+-{4,} (\d+|\.\.\.) -{4,}\s*$/;
const END_LINE = /^(\s*)\+-{4,}\s*$/;
/** Each level is indented by so many. */
const COLUMNS = 2;
/** Python itself stops at ten. */
const MAX_DEPTH = 50;

/** How many lines a text may have before its first member. */
const MAX_HEAD = 200;

/**
 * Takes the lines of one tree: a group's own text and its members. What follows the end of the tree in the group's own
 * column is another group.
 */
export function takeTree(lines: Iterable<string | null>): readonly string[] {
  const tree: string[] = [];
  let column: number | null = null;
  let isClosed = false;
  for (const line of lines) {
    const mark = line === null ? null : readMark(line);
    if (line === null || mark === null || (isClosed && mark.isText)) {
      break;
    }
    column ??= mark.column;
    isClosed = mark.isEnd && mark.column <= column + COLUMNS;
    tree.push(line);
  }
  return tree;
}

interface Mark {
  readonly column: number;
  readonly isText: boolean;
  readonly isEnd: boolean;
}

function readMark(line: string): Mark | null {
  const text = TEXT_LINE.exec(line);
  const end = END_LINE.exec(line);
  const match = text ?? end ?? SEPARATOR.exec(line);
  return match === null ? null : { column: columnOf(match), isText: text !== null, isEnd: end !== null };
}

/** True for a tree without header: a group that was never raised has no traceback of its own. */
export function startsBareGroup(lines: readonly string[], start: number): boolean {
  if (!TEXT_LINE.test(lines[start] ?? "") || TEXT_LINE.test(lines[start - 1] ?? "")) {
    return false;
  }
  const head = lines.slice(start, start + MAX_HEAD).findIndex((line) => !TEXT_LINE.test(line));
  return SEPARATOR.exec(lines[start + head] ?? "")?.[2] !== undefined;
}

/** Reads the lines below `+ Exception Group Traceback (most recent call last):`, or those of a tree without header. */
export function parseGroup(lines: readonly string[]): GroupNode {
  const root: OpenNode = { lines: [], members: [], column: -1 };
  const open: OpenNode[] = [root];
  for (const line of takeTree(lines)) {
    takeLine(open, line);
  }
  return root;
}

function takeLine(open: OpenNode[], line: string): void {
  const separator = SEPARATOR.exec(line);
  if (separator !== null) {
    openMember(open, { column: columnOf(separator), title: separator[3] ?? "" });
    return;
  }
  const end = END_LINE.exec(line);
  if (end !== null) {
    closeTo(open, columnOf(end));
    return;
  }
  const text = TEXT_LINE.exec(line);
  closeTo(open, columnOf(text) + 1);
  open.at(-1)?.lines.push(text?.[2] ?? "");
}

function columnOf(match: RegExpExecArray | null): number {
  return (match?.[1]?.length ?? 0) + (match?.[2] === "+-" ? "+-".length : 0);
}

/** `... and 3 more exceptions` is no member: its text goes nowhere. */
function openMember(open: OpenNode[], { column, title }: { readonly column: number; readonly title: string }): void {
  closeTo(open, column);
  const node: OpenNode = { lines: [], members: [], column };
  if (open.length > MAX_DEPTH) {
    return;
  }
  if (title !== "...") {
    open.at(-1)?.members.push(node);
  }
  open.push(node);
}

/** Closes all nodes in this column or right of it, but never the group itself. */
function closeTo(open: OpenNode[], column: number): void {
  while (open.length > 1 && (open.at(-1)?.column ?? 0) >= column) {
    open.pop();
  }
}
