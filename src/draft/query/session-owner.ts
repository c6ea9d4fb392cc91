import type { PythonNode } from "../../domain/python.ts";
import { ancestorsOf, dottedName, enclosingFunction } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { bindsName } from "../sqlalchemy/values.ts";

/** A session as the code around it knows it: its name, and the function, class or module that the name belongs to. */
export interface OwnedSession {
  readonly name: string;
  readonly owner: PythonNode;
}

/** Whose session an expression names; two expressions with equal answers hold the same kind of session. */
export function ownedSession({ module, node }: Located): OwnedSession | undefined {
  const name = dottedName(node);
  if (name === undefined) return undefined;
  const scope = enclosingFunction(module, node);
  const first = name.split(".")[0] ?? name;
  if (first === "self" || first === "cls") {
    const owner = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
    return owner && { name, owner };
  }
  return { name, owner: scope && bindsName(scope, first) ? scope : module.tree };
}

/** True for the same name of the same owner. */
export function isSameSession(left: OwnedSession, right: OwnedSession): boolean {
  return left.name === right.name && left.owner === right.owner;
}
