import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, enclosingFunction, sourceOf, word } from "../../syntax/tree.ts";
import { parameterNamed } from "../sqlalchemy/sessions.ts";
import { followValue } from "../sqlalchemy/values.ts";

/** What one argument of `query(...)` selects: a mapped class, or columns; undefined when it cannot be told. */
export type ColumnKind = "entity" | "column" | undefined;

const ENTITY_MAKERS = /(^|\.)(aliased|with_polymorphic)$/;
const TABLE_MAKERS = /(^|\.)(Table|table|subquery|cte)$/;
const CLASS_NAME = /^_?[A-Z][A-Za-z0-9]*$/;
/** How generic repositories call the class they work on. */
const MODEL_PARAMETER = /(^|_)(model|entity|klass|model_class|model_cls|entity_class|orm_class)$/;
const EXPRESSIONS = new Set(["Compare", "BinOp", "UnaryOp", "BoolOp"]);

/** What one argument of `query(...)` selects, by where its name comes from. */
export function columnKind(project: ProjectSource, module: PythonModule, node: PythonNode): ColumnKind {
  if (EXPRESSIONS.has(node.kind)) return "column";
  if (node.kind === "Call") return callKind(node);
  const name = dottedName(node);
  return name === undefined ? subscriptKind(node) : nameKind(project, module, { node, name });
}

function callKind(node: PythonNode): ColumnKind {
  const callee = child(node, "func");
  const name = dottedName(callee) ?? (callee && word(callee, "attr")) ?? "";
  if (ENTITY_MAKERS.test(name)) return "entity";
  return /(^|\.)(Bundle|type|getattr|get_model)$/.test(name) || name === "" ? undefined : "column";
}

/** `table.c["name"]` is a column; what other subscripts give is anybody's guess. */
function subscriptKind(node: PythonNode): ColumnKind {
  const base = node.kind === "Subscript" ? dottedName(child(node, "value")) : undefined;
  return base !== undefined && /\.(c|columns)$/.test(base) ? "column" : undefined;
}

function nameKind(project: ProjectSource, module: PythonModule, place: { node: PythonNode; name: string }): ColumnKind {
  const { node, name } = place;
  const scope = enclosingFunction(module, node);
  const parameter = scope && parameterNamed(scope, name);
  if (parameter)
    return isClassAnnotation(module, parameter.annotation) || MODEL_PARAMETER.test(name) ? "entity" : undefined;
  if (isAttributeOfEntity(project, module, node)) return "column";
  return boundKind(project, module, node) ?? unboundKind(project, module, place);
}

function boundKind(project: ProjectSource, module: PythonModule, node: PythonNode): ColumnKind {
  const value = followValue(project, { module, node });
  return value && value.node !== node ? valueKind(project, value.module, value.node) : undefined;
}

function unboundKind(
  project: ProjectSource,
  module: PythonModule,
  place: { node: PythonNode; name: string },
): ColumnKind {
  const definition = definitionOf(project, module, place.name);
  if (definition) return definition.node.kind === "ClassDef" ? "entity" : undefined;
  return unresolvedKind(project, module, place);
}

function valueKind(project: ProjectSource, module: PythonModule, node: PythonNode): ColumnKind {
  if (node.kind !== "Call") return dottedName(node) === undefined ? undefined : columnKind(project, module, node);
  const callee = child(node, "func");
  const name = dottedName(callee) ?? (callee && word(callee, "attr")) ?? "";
  return TABLE_MAKERS.test(name) ? "column" : callKind(node);
}

/** A name that leads out of the files at hand: `self.model`, `Product.name`, a class of another package. */
function unresolvedKind(
  project: ProjectSource,
  module: PythonModule,
  { node, name }: { node: PythonNode; name: string },
): ColumnKind {
  if (/^(self|cls)\.\w+$/.test(name)) return ownAttributeKind(module, node, name);
  if (/\.(c|columns)\.\w+$/.test(name)) return "column";
  if (/^sqlalchemy\b/.test(externalName(project, module, name) ?? "")) return undefined;
  return byLooks(name);
}

function isAttributeOfEntity(project: ProjectSource, module: PythonModule, node: PythonNode): boolean {
  const base = node.kind === "Attribute" ? child(node, "value") : undefined;
  return base !== undefined && columnKind(project, module, base) === "entity";
}

function byLooks(name: string): ColumnKind {
  const parts = name.split(".");
  const [last = "", outer = ""] = parts.toReversed();
  if (CLASS_NAME.test(last) && /[a-z]/.test(last)) return "entity";
  return CLASS_NAME.test(outer) && /^[a-z_]\w*$/.test(last) ? "column" : undefined;
}

/** `self.model`: by what the class stores there or says of it, else by its name. */
function ownAttributeKind(module: PythonModule, node: PythonNode, name: string): ColumnKind {
  const attribute = name.slice(name.indexOf(".") + 1);
  const annotated = [...classStatements(module, node)].some(
    (statement) =>
      statement.kind === "AnnAssign" &&
      dottedName(child(statement, "target")) === attribute &&
      isClassAnnotation(module, child(statement, "annotation")),
  );
  return annotated || MODEL_PARAMETER.test(attribute) ? "entity" : undefined;
}

function* classStatements(module: PythonModule, node: PythonNode): Generator<PythonNode> {
  for (const statement of children(module.tree, "body")) {
    if (statement.kind === "ClassDef" && statement.start <= node.start && node.end <= statement.end)
      yield* children(statement, "body");
  }
}

function isClassAnnotation(module: PythonModule, annotation: PythonNode | undefined): boolean {
  return annotation !== undefined && /^["']?(typing\.|t\.)?[Tt]ype\[/.test(sourceOf(module, annotation));
}
