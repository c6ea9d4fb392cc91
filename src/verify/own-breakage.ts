import type { ExceptionInfo, Failure } from "../domain/failure.ts";
import type { FileChange } from "../domain/patch.ts";

/** Exceptions that an edit of ours may itself have caused. */
const BREAKAGE =
  /(^|\.)(SyntaxError|IndentationError|TabError|NameError|UnboundLocalError|ImportError|ModuleNotFoundError|CircularImportError)$/;

/** What such an exception misses, by its message. Nothing is told of syntax, and of modules that import each other. */
const MISSED =
  /^(?:cannot import name|No module named|name|free variable|cannot access (?:local|free) variable|local variable) '(?:[\w.]{0,300}\.)?(\w{1,200})'/;

/**
 * Whether a failure may come from these changes: of the kind that a bad edit causes, and not one that was there before.
 * What misses a name that the change has nothing to do with was there already, behind the fault that is mended now.
 */
export function mayBeCausedBy(failure: Failure, changes: readonly FileChange[], before: readonly Failure[]): boolean {
  const { exception } = failure;
  if (!BREAKAGE.test(exception.type ?? "")) return false;
  if (before.some((earlier) => earlier.exception.message === exception.message)) return false;
  const missed = missedName(exception);
  if (missed !== undefined && changes.some((change) => wasAskedBefore(failure, change))) return false;
  if (missed === undefined || changes.length === 0 || changes.some((change) => isOnNewLine(failure, change)))
    return true;
  return concerned(failure, changes).some((change) => touches(change, missed));
}

function missedName({ message }: ExceptionInfo): string | undefined {
  const text = (message ?? "").slice(0, 2000);
  return /partially initialized|circular import/.test(text) ? undefined : MISSED.exec(text)?.[1];
}

/** The file that fails to import a name from a module imported it from there before the change, be it with other names. */
function wasAskedBefore({ exception, frames }: Failure, { path, before }: FileChange): boolean {
  const found = /^cannot import name '(\w{1,200})' from '([\w.]{1,300})'/.exec(exception.message ?? "");
  const [, name = "", source = ""] = found ?? [];
  if (!found || path !== frames.at(-1)?.path) return false;
  const statement = new RegExp(
    `^[ \\t]*from[ \\t]+${source.replaceAll(".", "\\.")}[ \\t]+import\\b[ \\t]*(?:\\(([^)]{0,5000})\\)|([^\\r\\n]{0,5000}))`,
    "gm",
  );
  const imported = [...before.matchAll(statement)].flatMap(([, listed, plain]) => (listed ?? plain ?? "").split(","));
  return imported.some((entry) => entry.trim().split(/\s+/)[0] === name);
}

/** The failure comes by a line that the change wrote. */
function isOnNewLine({ frames }: Failure, { path, before, after }: FileChange): boolean {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  return frames.some((frame) => frame.path === path && !old.includes(fresh[frame.line - 1] ?? ""));
}

/** An import fails by the file that imports or the one that is imported from; a name may be missing by any (`import *`). */
function concerned({ exception, frames }: Failure, changes: readonly FileChange[]): readonly FileChange[] {
  if (!/^(?:cannot import name|No module named)/.test(exception.message ?? "")) return changes;
  const source = /' from '([\w.]{1,300})'/.exec(exception.message ?? "")?.[1]?.replaceAll(".", "/");
  const isSource = (path: string): boolean =>
    source !== undefined && [`/${source}.py`, `/${source}/__init__.py`].some((end) => `/${path}`.endsWith(end));
  return changes.filter(({ path }) => path === frames.at(-1)?.path || isSource(path));
}

/** The name comes, goes, or stands in an import that the change writes otherwise; a star import may bring any name. */
function touches({ before, after }: FileChange, name: string): boolean {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const gone = old.filter((line) => !fresh.includes(line));
  const added = fresh.filter((line) => !old.includes(line));
  const word = new RegExp(`\\b${name}\\b`, "g");
  const isImport = (line: string): boolean =>
    /^(?:from|import)\b/.test(line) && (line.search(word) >= 0 || line.endsWith("*"));
  const count = (lines: readonly string[]): number => lines.join("\n").match(word)?.length ?? 0;
  return count(gone) !== count(added) || [...gone, ...added].some(isImport);
}

/**
 * Whether the line that failed is gone with these changes and one that was there before fails now: the same fault once
 * more, further on.
 */
export function failsFurtherOn(earlier: Failure, now: Failure, changes: readonly FileChange[]): boolean {
  return changes.some(({ path, before, after }) => {
    const old = failingLine(earlier, path, before);
    const fresh = failingLine(now, path, after);
    if (old === undefined || fresh === undefined || old === fresh) return false;
    return !linesOf(after).includes(old) && linesOf(before).includes(fresh);
  });
}

/** Of the innermost frame in a file. */
function failingLine({ frames }: Failure, path: string, text: string): string | undefined {
  const line = frames.findLast((frame) => frame.path === path)?.line;
  return line === undefined ? undefined : linesOf(text)[line - 1];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
