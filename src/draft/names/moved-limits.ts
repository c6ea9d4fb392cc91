import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { ancestorsOf, children, parentOf, walk, word } from "../../syntax/tree.ts";
import { importedNames } from "./bindings.ts";
import { listedNames } from "./import-list.ts";
import { isAtLine, type OwnPlace } from "./place.ts";
import { callOf, type Reference } from "./references.ts";
import type { Renaming } from "./rename.ts";

/** The module that an exception finds missing; undefined for exceptions about something else. */
export function missingModule(message: string): string | undefined {
  return /\bNo module named '?([\w.]{1,200})/.exec(message)?.[1];
}

/** True where the repository has a module of that name itself: it is meant, not Python's or a library's. */
export function isOwnModule({ trackedFiles }: ProjectSource, dotted: string): boolean {
  const name = dotted.split(".")[0] ?? dotted;
  return trackedFiles.some((path) => new RegExp(`(?:^|/)${name}(?:\\.py$|/)`).test(path));
}

/**
 * True when the failing line is a plain import, alone on its line, of a module that is gone, and all the code that uses it
 * gets what it needs from elsewhere.
 */
export function isImportReplaced({ module, frame, message }: OwnPlace, renamings: readonly Renaming[]): boolean {
  const missing = missingModule(message);
  const failing = importedNames(module).find(
    ({ statement, imported }) =>
      statement.kind === "Import" &&
      missing !== undefined &&
      (imported === missing || imported.startsWith(`${missing}.`)) &&
      isAtLine(module, statement, frame.line),
  );
  if (!failing || listedNames(failing.statement).length > 1) return false;
  const isTopLevel = parentOf(module, failing.statement)?.kind === "Module";
  const uses = [...walk(module.tree)].filter((node) => node.kind === "Name" && word(node, "id") === failing.local);
  const isReplaced = (use: PythonNode): boolean => renamings.some(({ reference }) => isInside(use, reference.node));
  return isTopLevel && uses.length > 0 && uses.every(isReplaced);
}

function isInside(node: PythonNode, outer: PythonNode): boolean {
  return outer.start <= node.start && node.end <= outer.end;
}

/** Renamings without those around another one: of `ConfigParser.SafeConfigParser` the module is renamed first. */
export function innermost(renamings: readonly Renaming[]): Renaming[] {
  return renamings.filter(
    ({ reference }) =>
      reference.kind === "import" ||
      !renamings.some(({ reference: other }) => other.node !== reference.node && isInside(other.node, reference.node)),
  );
}

/** True for a call whose value is taken apart into several names at once. */
export function isUnpacked(module: PythonModule, { node }: Reference): boolean {
  const call = callOf(module, node);
  const owner = call && parentOf(module, call);
  return children(owner ?? node, "targets").some(({ kind }) => kind === "Tuple" || kind === "List");
}

/**
 * The argument that makes the new function do what the old one did, for a call that gives nothing but one value; undefined
 * for a use that is no call, where it cannot be given.
 */
export function addedArgument(module: PythonModule, { node, kind }: Reference, text: string): Edit[] | undefined {
  if (kind === "import") return [];
  const call = callOf(module, node);
  if (!call) return undefined;
  const [first, ...others] = [...children(call, "args"), ...children(call, "keywords")];
  if (!first || others.length > 0 || [...ancestorsOf(module, call)].some(({ kind: outer }) => outer === "JoinedStr"))
    return first ? [] : undefined;
  return [{ path: module.path, start: first.end, end: first.end, text: `, ${text}` }];
}
