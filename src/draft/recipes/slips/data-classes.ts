import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, walk } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";

/** The classes of a file that are decorated as data classes. */
export function dataClasses(module: PythonModule): PythonNode[] {
  return [...walk(module.tree)].filter(
    (node) => node.kind === "ClassDef" && dataClassDecorator(module, node) !== undefined,
  );
}

/** The decorator that makes a class a data class. */
export function dataClassDecorator(module: PythonModule, owner: PythonNode): PythonNode | undefined {
  return children(owner, "decorator_list").find((entry) =>
    /^(pydantic\.)?dataclasses\.dataclass$/.test(fullName(module, child(entry, "func") ?? entry) ?? ""),
  );
}
