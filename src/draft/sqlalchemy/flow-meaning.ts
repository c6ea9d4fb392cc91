import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, enclosingFunction, isFunction, parentOf, word } from "../../syntax/tree.ts";
import { DDL_METHODS } from "./ddl-changes.ts";
import { factoryOf, sqlalchemyName } from "./factories.ts";
import { classAround, passedOn } from "./flow-arguments.ts";
import {
  CONTEXT_METHODS,
  forbidden,
  type Holding,
  lost,
  type Meaning,
  PLAIN_ATTRIBUTES,
  type Role,
} from "./flow-model.ts";

/** Nodes in which a value is only looked at. */
const LOOKS = new Set(["Compare", "UnaryOp", "If", "While", "Assert", "Expr", "FormattedValue", "Delete"]);
/** What SQLAlchemy's makers make of an engine. */
const MADE: Readonly<Record<string, Role>> = {
  sessionmaker: "factory",
  async_sessionmaker: "factory",
  Session: "session",
  AsyncSession: "session",
};
const EVENT_FUNCTIONS = new Set(["listen", "listens_for", "remove", "contains"]);

/** What an expression that gives an engine, connection, factory or session means where it stands. */
export function meaningOf(project: ProjectSource, holding: Holding): Meaning[] {
  const parent = parentOf(holding.module, holding.node);
  if (!parent || LOOKS.has(parent.kind)) return [];
  const attribute = parent.kind === "Attribute" ? parent : undefined;
  if (attribute) return ofAttribute(holding, attribute);
  if (parent.kind === "Call" && child(parent, "func") === holding.node) return ofOwnCall(holding, parent);
  const call = parent.kind === "keyword" ? parentOf(holding.module, parent) : parent;
  if (call?.kind === "Call") return ofArgument(project, holding, call);
  return ofStatement(holding, parent);
}

/** `db.commit()`, `engine.begin()`, `SessionLocal.configure(...)`. */
function ofAttribute(holding: Holding, attribute: PythonNode): Meaning[] {
  const { module, role } = holding;
  const name = word(attribute, "attr") ?? "";
  const outer = parentOf(module, attribute);
  const call = outer?.kind === "Call" && child(outer, "func") === attribute ? outer : undefined;
  if (PLAIN_ATTRIBUTES[role].has(name)) return [];
  if (!call) return [forbidden({ module, node: attribute }, `\`${name}\` is read without a call`)];
  if (!CONTEXT_METHODS[role].has(name)) return [{ kind: "use", use: { kind: "call", role, module, node: call } }];
  const result: Role = role === "factory" ? "session" : role === "engine" ? "connection" : role;
  return entered({ module, node: call, role: result }, name);
}

/** A method that gives a context manager, used as one or (a transaction) just called. */
function entered(result: Holding, method: string): Meaning[] {
  const parent = parentOf(result.module, result.node);
  if (parent?.kind !== "withitem") {
    const isStart = method === "begin" && parent?.kind === "Expr";
    const use = { kind: "call", role: result.role, module: result.module, node: result.node } as const;
    return isStart ? [{ kind: "use", use }] : [forbidden(result, `\`${method}()\` outside of a \`with\``)];
  }
  if (method === "begin_nested") return ofWith(result, parent).filter((meaning) => meaning.kind !== "binding");
  return ofWith(result, parent);
}

function ofOwnCall(holding: Holding, call: PythonNode): Meaning[] {
  if (holding.role !== "factory") return [forbidden(holding, "is called")];
  return [{ kind: "holding", holding: { role: "session", module: holding.module, node: call } }];
}

function ofArgument(project: ProjectSource, holding: Holding, call: PythonNode): Meaning[] {
  const { module, role } = holding;
  const callee = child(call, "func");
  const name = callee && sqlalchemyName(project, { module, node: callee });
  const known = role === "engine" ? ofEngineArgument(project, holding, call) : undefined;
  if (known) return known;
  const isDdl = (role === "engine" || role === "connection") && DDL_METHODS.has((callee && word(callee, "attr")) ?? "");
  if (isDdl) return [{ kind: "use", use: { kind: "ddl", role, module, node: call } }];
  if (name !== undefined) return [forbidden(holding, `passed to \`${name}\``)];
  return passedOn(project, holding, call);
}

/** An engine given to SQLAlchemy's own functions. */
function ofEngineArgument(project: ProjectSource, holding: Holding, call: PythonNode): Meaning[] | undefined {
  const { module, node } = holding;
  const callee = child(call, "func");
  const name = (callee && sqlalchemyName(project, { module, node: callee })) ?? "";
  const role = MADE[name];
  if (role) return ofMaker(project, { module, node: call, role }, name);
  return EVENT_FUNCTIONS.has(name) ? [{ kind: "use", use: { kind: "event", module, node } }] : undefined;
}

/** What is asynchronous already only has to be followed. */
function ofMaker(project: ProjectSource, made: Holding, name: string): Meaning[] {
  const { module, node, role } = made;
  const isAsync = name === "AsyncSession" || (role === "factory" && factoryOf(project, made)?.kind === "async");
  const holding: Meaning = { kind: "holding", holding: made };
  return isAsync ? [holding] : [{ kind: "use", use: { kind: "maker", module, node } }, holding];
}

function ofStatement(holding: Holding, parent: PythonNode): Meaning[] {
  if (parent.kind === "withitem") return ofWith(holding, parent);
  if (parent.kind === "Assign" || parent.kind === "AnnAssign") return ofAssignment(holding, parent);
  const scope = enclosingFunction(holding.module, holding.node);
  const isGiven = parent.kind === "Yield" || parent.kind === "Return";
  if (isGiven && scope && isFunction(scope))
    return [{ kind: "provider", role: holding.role, provider: { module: holding.module, node: scope } }];
  return [lost(holding, "goes where we cannot follow it")];
}

function ofWith(holding: Holding, item: PythonNode): Meaning[] {
  const { module } = holding;
  const statement = parentOf(module, item);
  if (!statement) return [];
  const target = child(item, "optional_vars");
  const use: Meaning = { kind: "use", use: { kind: "with", module, node: statement, item } };
  return target ? [use, ...assigned(holding, { node: target, annotation: undefined })] : [use];
}

function ofAssignment(holding: Holding, statement: PythonNode): Meaning[] {
  const single = child(statement, "target");
  const targets = single ? [single] : children(statement, "targets");
  return targets.flatMap((target) => assigned(holding, { node: target, annotation: child(statement, "annotation") }));
}

interface Target {
  readonly node: PythonNode;
  readonly annotation: PythonNode | undefined;
}

function assigned(holding: Holding, { node: target, annotation }: Target): Meaning[] {
  const { module, role } = holding;
  const name = dottedName(target);
  const isAttribute = name !== undefined && /^(self|cls)\.\w+$/.test(name);
  if (name === undefined || (name.includes(".") && !isAttribute)) return [lost(holding, "kept where we cannot follow")];
  const scope = isAttribute ? classAround(holding) : enclosingFunction(module, target);
  if (scope) return [{ kind: "binding", binding: { role, module, scope, name, annotation } }];
  if (role !== "factory" && role !== "engine") return [forbidden(holding, "made when the module is imported")];
  const owner = classAround(holding);
  const place = owner ? { scope: owner, name: `self.${name}` } : { scope: module.tree, name };
  return [{ kind: "binding", binding: { role, module, annotation, ...place } }];
}
