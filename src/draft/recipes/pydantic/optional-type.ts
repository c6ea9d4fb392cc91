import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children } from "../../../syntax/tree.ts";
import { outsideName } from "./models.ts";

/** True for an annotation that allows None: `Optional[X]`, `X | None`, `Union[X, None]`, `Annotated[Optional[X], …]`. */
export function mayBeNone(project: ProjectSource, module: PythonModule, node: PythonNode | undefined): boolean {
  if (node?.kind === "BinOp") {
    const sides = [child(node, "left"), child(node, "right")];
    return sides.some((side) => isNone(side) || mayBeNone(project, module, side));
  }
  if (node?.kind !== "Subscript") return false;
  const members = membersOf(node);
  switch (outsideName(project, module, child(node, "value")) ?? "") {
    case "typing.Optional":
      return true;
    case "typing.Union":
      return members.some(isNone);
    case "typing.Annotated":
    case "typing_extensions.Annotated":
      return mayBeNone(project, module, members[0]);
    default:
      return false;
  }
}

/** Python 3.8 wraps them. */
function membersOf(node: PythonNode): readonly PythonNode[] {
  const inner = child(node, "slice");
  const members = inner?.kind === "Index" ? child(inner, "value") : inner;
  return members ? children(members, "elts") : [];
}

function isNone(node: PythonNode | undefined): boolean {
  return node?.kind === "Constant" && node.fields["value"] === null;
}
