import type { Edit } from "../../domain/patch.ts";
import type { PythonModule } from "../../domain/python.ts";
import { dottedName } from "../../syntax/tree.ts";
import { importedNames, isFree, targetOf } from "./bindings.ts";
import type { ImportNeed } from "./needed-imports.ts";
import { lastPart, parentName, type Reference } from "./references.ts";

/** A use of a name as it is written afterwards, and what the file must import for that. */
export interface ChangedUse {
  readonly edit: Edit;
  /** Null where all is there. */
  readonly needs: ImportNeed | null;
}

interface Use {
  readonly reference: Reference;
  readonly to: string;
}

/**
 * A use of a name, changed. `locals` has what the file calls the names afterwards whose imports change with it.
 * Undefined where the new name is taken by something else.
 */
export function changeUse(
  module: PythonModule,
  { reference, to }: Use,
  locals: ReadonlyMap<string, string>,
): ChangedUse | undefined {
  const { node, dotted, kind } = reference;
  const local = locals.get(dotted);
  const written =
    local === undefined ? spelled(module, reference, to) : { text: kind === "name" ? local : to, needs: null };
  return (
    written && {
      edit: { path: module.path, start: node.start, end: node.end, text: written.text },
      needs: written.needs,
    }
  );
}

interface Spelled {
  readonly text: string;
  readonly needs: ImportNeed | null;
}

/** The new name by what the file has: the same package under its own name there, else imported. */
function spelled(module: PythonModule, { node, dotted, kind }: Reference, to: string): Spelled | undefined {
  if (kind === "name") return { text: lastPart(to), needs: null };
  if (parentName(to) === "builtins")
    return isFree(module, lastPart(to)) ? { text: lastPart(to), needs: null } : undefined;
  const local = (dottedName(node) ?? "").split(".")[0] ?? "";
  const target = targetOf(module, local) ?? "";
  if (!to.startsWith(`${target}.`)) return imported(module, to);
  const isDeeper = parentName(to) !== parentName(dotted) && parentName(to) !== target;
  return {
    text: `${local}${to.slice(target.length)}`,
    needs: isDeeper ? { full: parentName(to), isModule: true } : null,
  };
}

function imported(module: PythonModule, to: string): Spelled | undefined {
  const name = lastPart(to);
  if (parentName(to) === "")
    return isFree(module, name) ? { text: to, needs: { full: to, isModule: true } } : undefined;
  const whole = importedNames(module).find(
    ({ statement, target }) => statement.kind === "Import" && target === parentName(to),
  );
  if (whole !== undefined) return { text: `${whole.local}.${name}`, needs: null };
  const isAtHand = importedNames(module).some((entry) => entry.target === to && entry.local === name);
  return isAtHand || isFree(module, name)
    ? { text: name, needs: { full: to, isModule: false } }
    : { text: to, needs: { full: parentName(to), isModule: true } };
}
