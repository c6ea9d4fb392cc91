import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, enclosingFunction, parentOf, word } from "../../syntax/tree.ts";
import { isGenerator } from "./flow.ts";
import { referencesTo } from "./flow-references.ts";
import { asyncChange, awaitChanges, type Change } from "./change.ts";
import type { Located } from "./values.ts";

/** What has to change so that a function can await. */
export interface Startable {
  readonly changes: readonly Change[];
}

/**
 * How a function becomes asynchronous with all its callers: nothing to do for one that is; a plain one must be a start
 * or shutdown handler of FastAPI/Starlette, or be called only by asynchronous functions. Undefined when it cannot.
 */
export function startable(project: ProjectSource, { module, node }: Located): Startable | undefined {
  if (node.kind === "AsyncFunctionDef") return { changes: [] };
  const references = referencesTo(project, node, word(node, "name") ?? "");
  if (!isPlainStart({ module, node }) || references.length + children(node, "decorator_list").length === 0)
    return undefined;
  const changes: Change[] = [asyncChange(module, node)];
  for (const reference of references) {
    const caller = callerChanges(project, reference);
    if (!caller) return undefined;
    changes.push(...caller);
  }
  return { changes };
}

/** A module's plain function with no decorators but those of the life cycle. */
function isPlainStart({ module, node }: Located): boolean {
  const isPlain = node.kind === "FunctionDef" && !isGenerator(node) && parentOf(module, node)?.kind === "Module";
  return isPlain && children(node, "decorator_list").every(isLifeCycle);
}

/** `@app.on_event("startup")` */
function isLifeCycle(decorator: PythonNode): boolean {
  return decorator.kind === "Call" && (dottedName(child(decorator, "func")) ?? "").endsWith(".on_event");
}

function callerChanges(project: ProjectSource, { module, node }: Located): readonly Change[] | undefined {
  const parent = parentOf(module, node);
  if (isRegistered(module, parent)) return [];
  const isCalled = parent?.kind === "Call" && child(parent, "func") === node;
  if (!isCalled || enclosingFunction(module, node)?.kind !== "AsyncFunctionDef") return undefined;
  const changes = awaitChanges(module, parent);
  return changes && changes.length > 0 && project.guarded.has(module.path) ? undefined : changes;
}

/** `app.add_event_handler("startup", create_tables)`, `FastAPI(on_startup=[create_tables])`. */
function isRegistered(module: Located["module"], parent: PythonNode | undefined): boolean {
  if (parent?.kind === "Call") return (dottedName(child(parent, "func")) ?? "").endsWith(".add_event_handler");
  const keyword = parent?.kind === "List" ? parentOf(module, parent) : undefined;
  return keyword?.kind === "keyword" && /^on_(startup|shutdown)$/.test(word(keyword, "arg") ?? "");
}
