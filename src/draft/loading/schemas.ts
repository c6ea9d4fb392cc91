import type { RecipeInput } from "../recipes/recipe.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, keywordArgument, walk, word } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { attributeOf, classesIn, lineageOf, type ModelClass } from "./classes.ts";
import { isSameStep, type LoadStep, stepsOf } from "./load-step.ts";
import { isMapped, mappedClasses, relationshipsOf } from "./mapped-classes.ts";
import { type Need, ownReads } from "./needs.ts";

/** Methods of pydantic models and type adapters (versions 1 and 2) that read attributes of the object given. */
const READS_ATTRIBUTES = new Set(["model_validate", "from_orm", "validate_python", "parse_obj_as"]);

/** What response models that the functions use read from mapped objects, nested ones included. */
export function schemaNeeds(input: RecipeInput, scope: readonly Located[]): readonly Need[] {
  const schemas = reachable(
    input,
    scope.flatMap((place) => schemasOf(input, place)),
  );
  return mappedClasses(input.project).flatMap((model) =>
    schemas
      .filter((schema) => describes(input, schema, model))
      .flatMap((schema) => needsOf(input, { model, schema }, [])),
  );
}

/** The classes that a function answers with: response_model, return annotation, `Schema.model_validate(...)`. */
function schemasOf({ project }: RecipeInput, { module, node }: Located): readonly ModelClass[] {
  const decorated = children(node, "decorator_list").flatMap(
    (decorator) => keywordArgument(decorator, "response_model") ?? [],
  );
  const returned = child(node, "returns");
  const read = [...walk(node)].flatMap((part) => readBy(part));
  const routed = routesTo(module, node);
  return [...decorated, ...routed, ...(returned ? [returned] : []), ...read].flatMap((expression) =>
    classesIn(project, module, expression),
  );
}

function readBy(node: PythonNode): readonly PythonNode[] {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  if (!callee) return [];
  if (/(^|\.)TypeAdapter$/.test(dottedName(callee) ?? "")) return children(node, "args");
  const isRead = callee.kind === "Attribute" && READS_ATTRIBUTES.has(word(callee, "attr") ?? "");
  const base = isRead ? child(callee, "value") : undefined;
  return base ? [base] : [];
}

/** `router.add_api_route("/x", handler, response_model=X)` in the handler's module. */
function routesTo(module: PythonModule, scope: PythonNode): readonly PythonNode[] {
  const name = word(scope, "name");
  return [...walk(module.tree)].flatMap((node) => {
    const isRoute = node.kind === "Call" && /(^|\.)add_api_route$/.test(dottedName(child(node, "func")) ?? "");
    const handler = isRoute ? (children(node, "args")[1] ?? keywordArgument(node, "endpoint")) : undefined;
    return handler && dottedName(handler) === name ? (keywordArgument(node, "response_model") ?? []) : [];
  });
}

interface Field {
  readonly name: string;
  readonly schemas: readonly ModelClass[];
  readonly isRequired: boolean;
}

/** Fields by the attribute they are read from. */
function fieldsOf({ project }: RecipeInput, schema: ModelClass): readonly Field[] {
  const found = new Map<string, Field>();
  for (const owner of lineageOf(project, schema).toReversed()) {
    for (const statement of children(owner.node, "body")) {
      const annotation = child(statement, "annotation");
      const target = word(child(statement, "target") ?? statement, "id");
      if (statement.kind !== "AnnAssign" || !annotation || target === undefined) continue;
      const value = child(statement, "value");
      const schemas = classesIn(project, owner.module, annotation).filter((entry) => !isMapped(project, entry));
      found.set(target, { name: readFrom(value) ?? target, schemas, isRequired: value === undefined });
    }
  }
  return [...found.values()];
}

function readFrom(value: PythonNode | undefined): string | undefined {
  const alias = value && (keywordArgument(value, "validation_alias") ?? keywordArgument(value, "alias"));
  return alias?.kind === "Constant" ? word(alias, "value") : undefined;
}

function reachable(input: RecipeInput, start: readonly ModelClass[]): readonly ModelClass[] {
  const found: ModelClass[] = [];
  const visit = (schema: ModelClass): void => {
    if (isMapped(input.project, schema) || found.some((other) => other.node === schema.node)) return;
    found.push(schema);
    for (const field of fieldsOf(input, schema)) field.schemas.forEach(visit);
  };
  start.forEach(visit);
  return found;
}

/** True when objects of the model have every attribute that the schema needs, and one of them is loaded on its own. */
function describes(input: RecipeInput, schema: ModelClass, model: ModelClass): boolean {
  const { project } = input;
  const fields = fieldsOf(input, schema);
  const hasAttribute = (name: string): boolean =>
    attributeOf(project, model, name) !== undefined || relationshipsOf(project, model).has(name);
  const isFitting = fields.filter((field) => field.isRequired).every((field) => hasAttribute(field.name));
  return isFitting && fields.some((field) => hasAttribute(field.name));
}

interface Pairing {
  readonly model: ModelClass;
  readonly schema: ModelClass;
}

function needsOf(input: RecipeInput, { model, schema }: Pairing, path: readonly LoadStep[]): readonly Need[] {
  return fieldsOf(input, schema).flatMap((field) => {
    const steps = stepsOf(input.project, model, field.name);
    if (steps.length === 0) return ownReads(input, model, { name: field.name, depth: 0 });
    const target = steps.at(-1)?.target;
    const repeats = steps.some((step) => path.some((earlier) => isSameStep(input.project, earlier, step)));
    const isRecursive = field.schemas.some((nested) => nested.node === schema.node);
    const own: Need = { root: model, steps, isRecursive };
    if (!target || isRecursive || repeats) return [own];
    const below = field.schemas.flatMap((nested) =>
      needsOf(input, { model: target, schema: nested }, [...path, ...steps]),
    );
    return [own, ...below.map((need) => ({ ...need, root: model, steps: [...steps, ...need.steps] }))];
  });
}
