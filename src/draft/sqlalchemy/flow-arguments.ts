import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { ancestorsOf, child, children, dottedName, isFunction, parentOf, walk, word } from "../../syntax/tree.ts";
import { type Binding, forbidden, type Holding, lost, type Meaning } from "./flow-model.ts";
import { parameterNamed } from "./sessions.ts";
import type { Located } from "./values.ts";

/** An argument: by position, or by keyword. */
type Slot = number | string;

/** Callees that run what they are given in a thread, where nothing asynchronous works. */
const THREADS = /(^|\.)(run_in_threadpool|to_thread|run_in_executor|run_sync|partial|Thread|submit)$/;

/** What becomes of a value that a call gets as an argument: the parameters that hold it in the function called. */
export function passedOn(project: ProjectSource, holding: Holding, call: PythonNode): Meaning[] {
  const slot = slotOf(holding, call);
  const callee = child(call, "func");
  if (slot === undefined || !callee) return [lost(holding, "passed on in a way we cannot follow")];
  const name = dottedName(callee) ?? "";
  if (THREADS.test(name)) return [forbidden(holding, "handed to code that runs in a thread")];
  if (name.endsWith(".add_task") && typeof slot === "number") return toTask(project, holding, { call, slot });
  const target = { module: holding.module, node: callee };
  return receivers(project, target).flatMap((receiver) => bound(project, holding, { receiver, slot }));
}

function slotOf({ module, node }: Holding, call: PythonNode): Slot | undefined {
  const at = children(call, "args").indexOf(node);
  if (at !== -1) return at;
  const parent = parentOf(module, node);
  return parent?.kind === "keyword" ? word(parent, "arg") : undefined;
}

/** `tasks.add_task(work, db)`: the first argument is what gets called. */
function toTask(project: ProjectSource, holding: Holding, task: { call: PythonNode; slot: number }): Meaning[] {
  const work = children(task.call, "args")[0];
  if (!work || task.slot === 0) return [];
  return receivers(project, { module: holding.module, node: work }).flatMap((receiver) =>
    bound(project, holding, { receiver, slot: task.slot - 1 }),
  );
}

/** What may be called: a function or class by its name, else every method of that name in the project's classes. */
function receivers(project: ProjectSource, { module, node }: Located): Located[] {
  const name = dottedName(node);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (definition) return [definition];
  const method = node.kind === "Attribute" ? word(node, "attr") : undefined;
  return method === undefined ? [] : methodsNamed(project, method);
}

function methodsNamed(project: ProjectSource, method: string): Located[] {
  return [...project.modules.values()]
    .filter((module) => module.text.includes(`def ${method}(`))
    .flatMap((module) =>
      [...walk(module.tree)]
        .filter((node) => isFunction(node) && word(node, "name") === method && isMethod({ module, node }))
        .map((node) => ({ module, node })),
    );
}

function isMethod({ module, node }: Located): boolean {
  return parentOf(module, node)?.kind === "ClassDef";
}

function bound(
  project: ProjectSource,
  { role }: Holding,
  target: { readonly receiver: Located; readonly slot: Slot },
): Meaning[] {
  const { receiver, slot } = target;
  if (receiver.node.kind === "ClassDef") return constructed(project, role, { owner: receiver, slot });
  if (!isFunction(receiver.node)) return [lost(receiver, "passed to something that is no function")];
  const name = parameterAt(receiver, slot);
  if (name === undefined) return [lost(receiver, "takes the session in a way we cannot follow")];
  const annotation = parameterNamed(receiver.node, name)?.annotation;
  return [{ kind: "binding", binding: { role, module: receiver.module, scope: receiver.node, name, annotation } }];
}

function parameterAt(receiver: Located, slot: Slot): string | undefined {
  if (typeof slot === "string") return parameterNamed(receiver.node, slot) ? slot : undefined;
  const list = child(receiver.node, "args");
  const names = list ? [...children(list, "posonlyargs"), ...children(list, "args")] : [];
  const isStatic = children(receiver.node, "decorator_list").some((entry) => dottedName(entry) === "staticmethod");
  const found = names[isMethod(receiver) && !isStatic ? slot + 1 : slot];
  return found && word(found, "arg");
}

/** The parameter of `__init__`, the inherited one too, or the field of a dataclass. */
function constructed(
  project: ProjectSource,
  role: Holding["role"],
  { owner, slot }: { readonly owner: Located; readonly slot: Slot },
): Meaning[] {
  const initializer = initializerOf(project, owner, new Set());
  if (initializer) return bound(project, { role, ...initializer }, { receiver: initializer, slot });
  const fields = children(owner.node, "body").filter((statement) => statement.kind === "AnnAssign");
  const field = fields.find(
    (entry, index) => index === slot || (typeof slot === "string" && dottedName(child(entry, "target")) === slot),
  );
  const name = field && dottedName(child(field, "target"));
  if (!field || name === undefined) return [lost(owner, "takes the session in a way we cannot follow")];
  const binding: Binding = {
    role,
    module: owner.module,
    scope: owner.node,
    name: `self.${name}`,
    annotation: child(field, "annotation"),
  };
  return [{ kind: "binding", binding }];
}

function initializerOf(project: ProjectSource, owner: Located, seen: Set<PythonNode>): Located | undefined {
  if (seen.has(owner.node)) return undefined;
  seen.add(owner.node);
  const own = children(owner.node, "body").find((node) => isFunction(node) && word(node, "name") === "__init__");
  if (own) return { module: owner.module, node: own };
  for (const base of children(owner.node, "bases")) {
    const name = dottedName(base.kind === "Subscript" ? child(base, "value") : base);
    const definition = name === undefined ? undefined : definitionOf(project, owner.module, name);
    const found = definition?.node.kind === "ClassDef" ? initializerOf(project, definition, seen) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The class whose method the node stands in. */
export function classAround({ module, node }: Located): PythonNode | undefined {
  return [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
}
