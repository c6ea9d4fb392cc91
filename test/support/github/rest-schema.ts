import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { isObject, mapJson, objectAt, parseJson, textAt, type Json, type JsonObject } from "./json.ts";

/*
 * GitHub's own OpenAPI description decides what a well-formed request and reply is. The file is read directly: the
 * package's entry loads ten of them. It is OpenAPI 3.0.3: `nullable` beside a `$ref` or `allOf` has no `type`, which
 * ajv refuses, so it becomes `anyOf [.., null]`.
 */
const FILE = new URL("../../../node_modules/@octokit/openapi/generated/api.github.com.json", import.meta.url);

/** Places where the server is known to send null although the description forbids it. */
const ALSO_NULL: Readonly<Record<string, readonly string[]>> = {
  // An outdated comment has neither line nor position; the sibling schema `review-comment` says so.
  "pull-request-review-comment": ["line", "position"],
};
/** Same, for `head.repo` of a pull request whose fork was deleted. */
const HEAD_REPOSITORY_NULL = ["pull-request", "pull-request-simple"];

let loaded: JsonObject | undefined;

function description(): JsonObject {
  loaded ??= objectAt(parseJson(readFileSync(FILE, "utf8")));
  return loaded;
}

const ajv = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes: false, validateSchema: false });
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
ajv.addFormat("uri", /^[a-z][a-z0-9+.-]*:\S+$/i);
const lenient = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes: true, validateSchema: false });

/** An operation of the description, by its path template and method. */
export interface Operation {
  readonly template: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
}

export interface RequestParts {
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RequestCheck {
  /** The server refuses these. */
  readonly broken: readonly string[];
  /** The server ignores these; a client that sends them is still wrong. */
  readonly odd: readonly string[];
}

/** Checks query and body against the operation's own description. */
export function checkRequest(operation: Operation, request: RequestParts): RequestCheck {
  const described = objectAt(description(), "paths", operation.template, operation.method);
  const query = queryParameters(described);
  const broken = Object.entries(request.query).flatMap(([name, value]) =>
    problemsOf(query.get(name), { value }, `query ${name}`),
  );
  const odd = Object.keys(request.query)
    .filter((name) => !query.has(name))
    .map((name) => `query ${name} is not described`);
  const body = bodySchema(described);
  if (body !== undefined) {
    odd.push(...unknownKeys(body, request.body));
    broken.push(...problemsOf(validator(`body ${operation.method} ${operation.template}`, body), request.body, "body"));
  }
  return { broken, odd };
}

/** Checks a JSON reply against the description of its status; statuses that it doesn't list must be a basic error. */
export function checkReply(operation: Operation, status: number, body: unknown): readonly string[] {
  const described = objectAt(description(), "paths", operation.template, operation.method);
  const schema = replySchema(described, status);
  if (schema === undefined) {
    return [`status ${status} is not described for ${operation.method} ${operation.template}`];
  }
  return problemsOf(validator(`${status} ${operation.method} ${operation.template}`, schema), body, "reply");
}

/** A fresh copy of one of the description's examples. */
export function example(name: string): JsonObject {
  const value = objectAt(description(), "components", "examples", name)["value"];
  const first = Array.isArray(value) ? value[0] : value;
  return structuredClone(objectAt(first));
}

function queryParameters(described: JsonObject): ReadonlyMap<string, ValidateFunction> {
  const listed = described["parameters"];
  const parameters = Array.isArray(listed) ? listed.map((item: Json) => dereference(item)) : [];
  return new Map(
    parameters
      .filter((parameter) => parameter["in"] === "query")
      .map((parameter) => {
        const schema = { type: "object", properties: { value: objectAt(parameter, "schema") } };
        return [textAt(parameter, "name"), lenient.compile(objectAt(normalise(schema)))];
      }),
  );
}

function bodySchema(described: JsonObject): JsonObject | undefined {
  return isObject(described["requestBody"])
    ? objectAt(described, "requestBody", "content", "application/json", "schema")
    : undefined;
}

function unknownKeys(schema: JsonObject, body: unknown): readonly string[] {
  const known = schema["properties"];
  if (!isObject(known) || typeof body !== "object" || body === null) {
    return [];
  }
  return Object.keys(body)
    .filter((key) => !(key in known))
    .map((key) => `body ${key} is not described`);
}

function replySchema(described: JsonObject, status: number): JsonObject | undefined {
  const listed = objectAt(described, "responses")[String(status)];
  const basicError: JsonObject = { $ref: "#/components/schemas/basic-error" };
  if (listed === undefined) {
    return status >= 400 ? basicError : undefined;
  }
  const content = dereference(listed)["content"];
  return isObject(content) && isObject(content["application/json"])
    ? objectAt(content["application/json"], "schema")
    : basicError;
}

function dereference(value: Json): JsonObject {
  const found = objectAt(value);
  const target = found["$ref"];
  return typeof target === "string" ? objectAt(description(), ...target.split("/").slice(1)) : found;
}

const compiled = new Map<string, ValidateFunction>();

function validator(key: string, schema: JsonObject): ValidateFunction {
  const existing = compiled.get(key);
  if (existing !== undefined) {
    return existing;
  }
  const fresh = ajv.compile(objectAt(normalise(schema)));
  compiled.set(key, fresh);
  return fresh;
}

/** Rewrites a part of the description for ajv and registers every schema it refers to. */
function normalise(schema: Json): Json {
  return mapJson(schema, (value) => {
    if (!isObject(value)) {
      return value;
    }
    const { nullable, $ref, ...rest } = value;
    const target = typeof $ref === "string" ? { $ref: register($ref) } : {};
    const plain = { ...rest, ...target };
    if (nullable !== true) {
      return plain;
    }
    return typeof rest["type"] === "string" && rest["enum"] === undefined
      ? { ...plain, type: [rest["type"], "null"] }
      : { anyOf: [plain, { type: "null" }] };
  });
}

const registered = new Set<string>();

function register(reference: string): string {
  const name = reference.split("/").at(-1) ?? reference;
  const key = `https://schemas.invalid/${name}`;
  if (!registered.has(key)) {
    registered.add(key);
    const schema = objectAt(description(), "components", "schemas", name);
    ajv.addSchema(objectAt(normalise(widen(name, schema))), key);
  }
  return key;
}

function widen(name: string, schema: JsonObject): JsonObject {
  const properties = schema["properties"];
  if (!isObject(properties)) {
    return schema;
  }
  const nullable = (ALSO_NULL[name] ?? []).map((key) => [key, { ...objectAt(properties, key), nullable: true }]);
  const widened = { ...schema, properties: { ...properties, ...Object.fromEntries(nullable) } };
  return HEAD_REPOSITORY_NULL.includes(name) ? withHeadRepositoryNull(widened) : widened;
}

function withHeadRepositoryNull(schema: JsonObject): JsonObject {
  const properties = objectAt(schema, "properties");
  const head = objectAt(properties, "head");
  const inner = objectAt(head, "properties");
  const repo: JsonObject = { anyOf: [objectAt(inner, "repo"), { type: "null" }] };
  return { ...schema, properties: { ...properties, head: { ...head, properties: { ...inner, repo } } } };
}

function problemsOf(validate: ValidateFunction | undefined, value: unknown, where: string): readonly string[] {
  if (validate === undefined || validate(value)) {
    return [];
  }
  return (validate.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message ?? error.keyword}`);
}
