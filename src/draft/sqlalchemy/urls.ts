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
import { memberOf } from "./settings-members.ts";
import type { Located } from "./values.ts";
import { followValue } from "./values.ts";

/** A string constant that begins a database URL and reaches an engine, with where it stands. */
export interface UrlLiteral extends Located {
  /** As Python sees it; of an f-string only what stands before the first brace, of a URL in parts only the scheme. */
  readonly text: string;
  /** How it gets there: written down, or the default of an environment variable or of a settings field. */
  readonly by: "literal" | "default";
}

const MAX_DEPTH = 8;
const ENVIRONMENT = /(^|\.)(getenv|environ\.get)$/;
const READERS = /(^|\.)(config|env|env\.str|[Ff]ield|make_url|str|SecretStr|PostgresDsn|AnyUrl)$/;
/** Calls that make a URL of its parts: SQLAlchemy's, and those of pydantic's types. */
const BUILDERS = /(^|\.)(URL|(URL|\w+Dsn|MultiHostUrl)\.(create|build))$/;

/** The URL literals that can reach an expression, through names, defaults, settings classes and f-strings. */
export function urlLiterals(project: ProjectSource, place: Located): UrlLiteral[] {
  return literalsAt(project, place, { depth: MAX_DEPTH, by: "literal", isScheme: false });
}

interface Step {
  readonly depth: number;
  readonly by: UrlLiteral["by"];
  /** The expression gives the scheme alone: `sqlite+aiosqlite`. */
  readonly isScheme: boolean;
}

function literalsAt(project: ProjectSource, place: Located, step: Step): UrlLiteral[] {
  if (step.depth === 0) return [];
  const { module, node } = place;
  const deeper = { ...step, depth: step.depth - 1 };
  const at = (next: PythonNode | undefined): UrlLiteral[] =>
    next ? literalsAt(project, { module, node: next }, deeper) : [];
  switch (node.kind) {
    case "Constant":
      return literal(place, node.fields["value"], step);
    case "JoinedStr":
      return ofJoined(project, place, deeper);
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

/** `f"sqlite:///{path}"`, `f"{URL}/shop"`, `f"{DRIVER}://{host}"`. */
function ofJoined(project: ProjectSource, place: Located, step: Step): UrlLiteral[] {
  const [first, second] = children(place.node, "values");
  if (first?.kind === "Constant") return literal(place, first.fields["value"], step);
  const head = first?.kind === "FormattedValue" ? child(first, "value") : undefined;
  const tail = second?.kind === "Constant" ? second.fields["value"] : undefined;
  const isScheme = step.isScheme || (typeof tail === "string" && tail.startsWith("://"));
  return head ? literalsAt(project, { module: place.module, node: head }, { ...step, isScheme }) : [];
}

function literal(place: Located, value: unknown, { by, isScheme }: Step): UrlLiteral[] {
  const pattern = isScheme ? /^[\w+]+$/ : /^[\w+]+:\/\//;
  return typeof value === "string" && pattern.test(value) ? [{ ...place, text: value, by }] : [];
}

function ofCall(project: ProjectSource, place: Located, step: Step): UrlLiteral[] {
  const { module, node } = place;
  const callee = child(node, "func");
  const name = dottedName(callee) ?? "";
  const next = (value: PythonNode | undefined, changed: Partial<Step> = {}): UrlLiteral[] =>
    value ? literalsAt(project, { module, node: value }, { ...step, depth: step.depth - 1, ...changed }) : [];
  const scheme = schemeArgument(callee, node);
  if (scheme) return next(scheme, { isScheme: true });
  const fallback = keywordArgument(node, "default") ?? factoryBody(node) ?? children(node, "args")[1];
  if (ENVIRONMENT.test(name)) return next(fallback, { by: "default" });
  if (READERS.test(name)) return fallback ? next(fallback, { by: "default" }) : next(children(node, "args")[0]);
  return isTextMethod(callee) ? next(child(callee, "value")) : ofResult(project, place, step);
}

/** `default_factory=lambda: ...` of a field. */
function factoryBody(call: PythonNode): PythonNode | undefined {
  const factory = keywordArgument(call, "default_factory");
  return factory?.kind === "Lambda" ? child(factory, "body") : undefined;
}

/** `URL.create("sqlite")`, `PostgresDsn.build(scheme="postgresql")`, `make_url(...).set(drivername="sqlite")`. */
function schemeArgument(callee: PythonNode | undefined, call: PythonNode): PythonNode | undefined {
  const named = keywordArgument(call, "drivername") ?? keywordArgument(call, "scheme");
  if (callee && word(callee, "attr") === "set") return keywordArgument(call, "drivername");
  if (!BUILDERS.test(dottedName(callee) ?? "")) return undefined;
  const [first] = children(call, "args");
  return named ?? first;
}

/** `"...".format(...)` keeps the head of its text, and so does a URL written out. */
function isTextMethod(callee: PythonNode | undefined): callee is PythonNode {
  return (
    callee !== undefined &&
    /^(format|strip|render_as_string|unicode_string|get_secret_value)$/.test(word(callee, "attr") ?? "")
  );
}

/** What a project function returns, or a method of a settings object. */
function ofResult(project: ProjectSource, { module, node }: Located, step: Step): UrlLiteral[] {
  const name = dottedName(child(node, "func"));
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (definition && isFunction(definition.node)) return returned(project, definition, step);
  const callee = child(node, "func");
  const method = callee && memberOf(project, { module, node: callee });
  return method && isFunction(method.node) ? returned(project, method, { ...step, by: "default" }) : [];
}

function returned(project: ProjectSource, { module, node }: Located, step: Step): UrlLiteral[] {
  const returns = children(node, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .flatMap((inner) => (inner.kind === "Return" ? (child(inner, "value") ?? []) : []));
  return returns.flatMap((value) => literalsAt(project, { module, node: value }, { ...step, depth: step.depth - 1 }));
}

/** A name, or an attribute of a settings object: the default in its class, or the property that computes it. */
function ofName(project: ProjectSource, place: Located, step: Step): UrlLiteral[] {
  const value = followValue(project, place);
  if (value && value.node !== place.node && !isSettingsField(place, value)) return literalsAt(project, value, step);
  if (value && value.node !== place.node) return literalsAt(project, value, { ...step, by: "default" });
  const member = memberOf(project, place);
  if (!member) return [];
  const isProperty = isFunction(member.node);
  return (isProperty ? returned : literalsAt)(project, member, { ...step, by: "default" });
}

/** A class attribute read through an object may be overwritten by the environment (pydantic's settings). */
function isSettingsField(place: Located, value: Located): boolean {
  return (
    place.node.kind === "Attribute" &&
    [...ancestorsOf(value.module, value.node)].some((outer) => outer.kind === "ClassDef")
  );
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
