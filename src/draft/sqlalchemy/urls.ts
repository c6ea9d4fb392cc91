import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  isFunction,
  keywordArgument,
  walkScope,
  word,
} from "../../syntax/tree.ts";
import type { Located } from "./values.ts";
import { followValue } from "./values.ts";

/** A string constant that begins a database URL and reaches an engine, with where it stands. */
export interface UrlLiteral extends Located {
  /** The text as Python sees it; of an f-string only the part before the first brace. */
  readonly text: string;
  /** How it gets there: written down, or the default of an environment variable or of a settings field. */
  readonly by: "literal" | "default";
}

const MAX_DEPTH = 8;
const ENVIRONMENT = /(^|\.)(getenv|environ\.get)$/;
const READERS = /(^|\.)(config|env|env\.str|Field|make_url|str|SecretStr|PostgresDsn|AnyUrl)$/;

/** The URL literals that can reach an expression, through names, defaults, settings classes and f-strings. */
export function urlLiterals(project: ProjectSource, place: Located): UrlLiteral[] {
  return literalsAt(project, place, { depth: MAX_DEPTH, by: "literal" });
}

interface Step {
  readonly depth: number;
  readonly by: UrlLiteral["by"];
}

function literalsAt(project: ProjectSource, place: Located, step: Step): UrlLiteral[] {
  if (step.depth === 0) return [];
  const { module, node } = place;
  const deeper = { ...step, depth: step.depth - 1 };
  const at = (next: PythonNode | undefined, by = step.by): UrlLiteral[] =>
    next ? literalsAt(project, { module, node: next }, { ...deeper, by }) : [];
  switch (node.kind) {
    case "Constant":
      return literal(place, node.fields["value"], step.by);
    case "JoinedStr": {
      const first = children(node, "values")[0];
      return first?.kind === "Constant" ? literal(place, first.fields["value"], step.by) : at(formatted(first));
    }
    case "IfExp":
      return [...at(child(node, "body")), ...at(child(node, "orelse"))];
    case "BoolOp":
      return children(node, "values").flatMap((value) => at(value));
    case "BinOp":
      return at(child(node, "left"));
    case "Call":
      return ofCall(project, place, step);
    default:
      return ofName(project, place, deeper);
  }
}

/** `{URL}` at the head of an f-string. */
function formatted(node: PythonNode | undefined): PythonNode | undefined {
  return node?.kind === "FormattedValue" ? child(node, "value") : undefined;
}

function literal(place: Located, value: unknown, by: UrlLiteral["by"]): UrlLiteral[] {
  return typeof value === "string" && /^[\w+]+:\/\//.test(value) ? [{ ...place, text: value, by }] : [];
}

function ofCall(project: ProjectSource, place: Located, { depth, by }: Step): UrlLiteral[] {
  const { module, node } = place;
  const callee = child(node, "func");
  const name = dottedName(callee) ?? "";
  const next = (value: PythonNode | undefined, how: UrlLiteral["by"]): UrlLiteral[] =>
    value ? literalsAt(project, { module, node: value }, { depth: depth - 1, by: how }) : [];
  const fallback = keywordArgument(node, "default") ?? children(node, "args")[1];
  if (ENVIRONMENT.test(name)) return next(fallback, "default");
  if (READERS.test(name)) return next(fallback ?? children(node, "args")[0], fallback ? "default" : by);
  return isTextMethod(callee) ? next(child(callee, "value"), by) : ofResult(project, place, { depth, by });
}

/** `"...".format(...)` keeps the head of its text. */
function isTextMethod(callee: PythonNode | undefined): callee is PythonNode {
  return callee !== undefined && /^(format|strip)$/.test(word(callee, "attr") ?? "");
}

/** What a project function returns. */
function ofResult(project: ProjectSource, { module, node }: Located, step: Step): UrlLiteral[] {
  const name = dottedName(child(node, "func"));
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  return definition && isFunction(definition.node) ? returned(project, definition, step) : [];
}

function returned(project: ProjectSource, { module, node }: Located, { depth, by }: Step): UrlLiteral[] {
  const returns = children(node, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .flatMap((inner) => (inner.kind === "Return" ? (child(inner, "value") ?? []) : []));
  return returns.flatMap((value) => literalsAt(project, { module, node: value }, { depth: depth - 1, by }));
}

/** A name, or an attribute of a settings object: the default in its class, or the property that computes it. */
function ofName(project: ProjectSource, place: Located, step: Step): UrlLiteral[] {
  const value = followValue(project, place);
  if (value && value.node !== place.node && !isSettingsField(place, value)) return literalsAt(project, value, step);
  if (value && value.node !== place.node) return literalsAt(project, value, { ...step, by: "default" });
  const property = settingsProperty(project, place);
  return property ? returned(project, property, { ...step, by: "default" }) : [];
}

/** A class attribute read through an object may be overwritten by the environment (pydantic's settings). */
function isSettingsField(place: Located, value: Located): boolean {
  return (
    place.node.kind === "Attribute" &&
    [...ancestorsOf(value.module, value.node)].some((outer) => outer.kind === "ClassDef")
  );
}

function settingsProperty(project: ProjectSource, { module, node }: Located): Located | undefined {
  if (node.kind !== "Attribute") return undefined;
  const owner = ownerOf(project, { module, node });
  const method =
    owner &&
    children(owner.node, "body").find((entry) => isFunction(entry) && word(entry, "name") === word(node, "attr"));
  return owner && method && { module: owner.module, node: method };
}

/** The class of the object an attribute is read from: `Settings`, `settings = Settings()`, `self`, `get_settings()`. */
function ownerOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const base = child(node, "value");
  if (dottedName(base) === "self") {
    const around = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
    return around && { module, node: around };
  }
  const value = base && followValue(project, { module, node: base });
  const made = value?.node.kind === "Call" ? child(value.node, "func") : undefined;
  return value && made
    ? classOf(project, { module: value.module, node: made })
    : base && classOf(project, { module, node: base });
}

/** The class that a name names, or that the function of that name makes an object of. */
function classOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const name = dottedName(node);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (definition?.node.kind === "ClassDef") return definition;
  return definition && isFunction(definition.node) ? classReturned(project, definition) : undefined;
}

/** `def get_settings(): return Settings()`. */
function classReturned(project: ProjectSource, { module, node }: Located): Located | undefined {
  for (const inner of children(node, "body").flatMap((statement) => [...walkScope(statement)])) {
    const value = inner.kind === "Return" ? child(inner, "value") : undefined;
    const name = value?.kind === "Call" ? dottedName(child(value, "func")) : undefined;
    const definition = name === undefined ? undefined : definitionOf(project, module, name);
    if (definition?.node.kind === "ClassDef") return definition;
  }
  return undefined;
}

/** Drivers that only work on an asynchronous engine. `psycopg` works on both. */
const ASYNC_DRIVER = /^\w+\+(aiosqlite|asyncpg|asyncmy|aiomysql|psycopg_async|aioodbc|oracledb_async)$/;

/** True when every URL that can reach the expression, at least one, names a driver that needs an asynchronous engine. */
export function hasAsyncDriver(project: ProjectSource, place: Located): boolean {
  const literals = urlLiterals(project, place);
  return literals.length > 0 && literals.every(isAsyncUrl);
}

/** True when every URL that can reach the expression, at least one, names a driver that a synchronous engine can use. */
export function hasSyncDriver(project: ProjectSource, place: Located): boolean {
  const literals = urlLiterals(project, place);
  return literals.length > 0 && !literals.some(isAsyncUrl);
}

function isAsyncUrl({ text }: UrlLiteral): boolean {
  return ASYNC_DRIVER.test(text.split("://")[0] ?? "");
}
