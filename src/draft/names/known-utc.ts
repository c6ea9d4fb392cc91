import type { PythonModule } from "../../domain/python.ts";
import { importedNames } from "./bindings.ts";

/** How a file can write Python's own UTC by what it imports already; undefined where it imports nothing of the kind. */
export function knownUtc(module: PythonModule): string | undefined {
  const imported = importedNames(module);
  const asClass = imported.find(({ target }) => target === "datetime.timezone");
  if (asClass) return `${asClass.local}.utc`;
  const asModule = imported.find(({ statement, imported: name }) => statement.kind === "Import" && name === "datetime");
  return asModule && `${asModule.local}.timezone.utc`;
}
