import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { planImports, type WantedName } from "../../syntax/imports.ts";
import { externalName } from "../../syntax/resolve.ts";
import { child, parentOf } from "../../syntax/tree.ts";

/** How a module spells a name from outside once its imports are planned. */
export type Spelling = (name: string) => string;

/** One replacement whose text may depend on how imported names are spelled in the module. */
export interface Change {
  readonly module: PythonModule;
  readonly start: number;
  readonly end: number;
  readonly text: (spelling: Spelling) => string;
  /** Names the text needs. */
  readonly wants: readonly WantedName[];
  /** Names that may be dropped from the imports when nothing else uses them. */
  readonly drops: readonly WantedName[];
}

/** A change that needs no imports. */
export function plainChange(
  module: PythonModule,
  range: { readonly start: number; readonly end: number },
  text: string,
): Change {
  return { module, start: range.start, end: range.end, text: () => text, wants: [], drops: [] };
}

/** Turns changes into edits, imports included; the same change asked for twice is made once. */
export function editsOf(project: ProjectSource, changes: readonly Change[]): Edit[] {
  const modules = [...new Set(changes.map((change) => change.module))];
  return modules.flatMap((module) =>
    editsIn(
      project,
      module,
      changes.filter((change) => change.module === module),
    ),
  );
}

function editsIn(project: ProjectSource, module: PythonModule, changes: readonly Change[]): Edit[] {
  const wanted = changes.flatMap((change) => change.wants).filter((entry) => !isAtHand(project, module, entry.name));
  const { spelling } = planImports(module, wanted);
  const edits = new Map<string, Edit>();
  for (const change of changes) {
    const edit = { path: module.path, start: change.start, end: change.end, text: change.text(spelling) };
    edits.set(JSON.stringify(edit), edit);
  }
  const own = [...edits.values()];
  const drops = changes.flatMap((change) => change.drops);
  return [...own, ...planImports(module, wanted, { names: drops, otherEdits: own }).edits];
}

/** True when the module already has SQLAlchemy's (or SQLModel's) thing of this name under this name. */
function isAtHand(project: ProjectSource, module: PythonModule, name: string): boolean {
  return /^(sqlalchemy|sqlmodel|contextlib)\./.test(externalName(project, module, name) ?? "");
}

/**
 * Puts `await` before a call, in parentheses where something is read from the result. Undefined where the call has no
 * position (inside an f-string of an older Python).
 */
export function awaitChanges(module: PythonModule, call: PythonNode): Change[] | undefined {
  if (call.start < 0) return undefined;
  const parent = parentOf(module, call);
  if (parent?.kind === "Await") return [];
  const before = { start: call.start, end: call.start };
  const after = { start: call.end, end: call.end };
  return isReadFrom(parent, call)
    ? [plainChange(module, before, "(await "), plainChange(module, after, ")")]
    : [plainChange(module, before, "await ")];
}

function isReadFrom(parent: PythonNode | undefined, call: PythonNode): boolean {
  if (parent?.kind === "Call") return child(parent, "func") === call;
  return parent?.kind === "Attribute" || parent?.kind === "Subscript";
}

/** Puts `async` before a `with`, `for` or `def`. */
export function asyncChange(module: PythonModule, statement: PythonNode): Change {
  return plainChange(module, { start: statement.start, end: statement.start }, "async ");
}
