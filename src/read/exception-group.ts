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
/** Python itself stops at ten. */
const MAX_DEPTH = 50;

/** True for the lines below the header of a group, its own text and its members. */
export function isGroupLine(line: string): boolean {
  return TEXT_LINE.test(line) || SEPARATOR.test(line) || END_LINE.test(line);
}

/** Reads the lines below `+ Exception Group Traceback (most recent call last):`; the first other line ends the tree. */
export function parseGroup(lines: readonly string[]): GroupNode {
  const root: OpenNode = { lines: [], members: [], column: -1 };
  const open: OpenNode[] = [root];
  for (const line of lines) {
    if (!isGroupLine(line)) {
      break;
    }
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
