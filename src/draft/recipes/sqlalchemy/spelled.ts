import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule } from "../../../domain/python.ts";
import { planImports, spellingOf } from "../../../syntax/imports.ts";
import { boundOtherwise } from "../../names/bindings.ts";

/** How a file writes a name of SQLAlchemy's, with the imports that it needs for it. */
export interface Spelled {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** `text` of `sqlalchemy` as this file calls it; undefined where something else has the name. */
export function spelled(module: PythonModule, source: string, name: string): Spelled | undefined {
  const isTaken = spellingOf(module, { source, name }) === undefined && boundOtherwise(module).has(name);
  if (isTaken) return undefined;
  const plan = planImports(module, [{ source, name }]);
  return { text: plan.spelling(name), edits: plan.edits };
}
