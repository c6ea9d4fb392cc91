import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { firstArgumentAt, keywordIn, renameKeyword } from "../../names/arguments.ts";
import { calledNames } from "../../names/called.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Arguments of requests that httpx, and the test clients built on it, do not take. */
export const httpxCalls: Recipe = {
  id: "httpx-calls",
  title: "httpx: `allow_redirects`, `proxies`, and a body for `delete`",
  explanation:
    "httpx, on which the test clients of Starlette and FastAPI are built, calls some arguments otherwise than requests does.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const COMPLAINT =
  /^(?:(Client|AsyncClient|TestClient)\.)?(get|options|head|post|put|patch|delete|request|stream|send|__init__)\(\) got an unexpected keyword argument '(allow_redirects|proxies|json|data|content|files)'/;

interface Complaint {
  readonly module: PythonModule;
  readonly method: string;
  readonly keyword: string;
}

function draftAt(input: RecipeInput, { module, frame, type, message }: OwnPlace): RecipeDraft[] {
  const [, , method, keyword] = (type === "TypeError" && COMPLAINT.exec(message)) || [];
  if (method === undefined || keyword === undefined) return [];
  const complaint = { module, method, keyword };
  const calls = callsOf(input, complaint);
  const shown = calls.find((call) => isAtLine(module, call, frame.line));
  if (!shown) return [];
  const alike = calls.filter((call) => receiverOf(module, call) === receiverOf(module, shown));
  const edits = alike.map((call) => editsFor(complaint, call));
  if (edits.includes(undefined)) return [];
  return [
    {
      edits: edits.flatMap((entry) => entry ?? []),
      rationale: `httpx does not take \`${keyword}\` here; the call says the same in its words.`,
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** Calls of httpx's functions and classes, or of a method of that name of an object, that give the keyword. */
function callsOf({ project }: RecipeInput, complaint: Complaint): PythonNode[] {
  const { module, method, keyword } = complaint;
  return [...walk(module.tree)].filter((call) => {
    const isCall = call.kind === "Call" && call.start >= 0 && keywordIn(module, call, keyword) !== undefined;
    if (!isCall || isConditional(module, call)) return false;
    const outside = calledNames(project, module, call).find((name) => name.includes("."));
    const isNamed = method === "__init__" || outside !== undefined;
    return isNamed ? isHttpx(outside, method) : isMethod(call, complaint);
  });
}

function isMethod(call: PythonNode, { method, keyword }: Complaint): boolean {
  const called = child(call, "func");
  const attribute = called?.kind === "Attribute" ? (word(called, "attr") ?? "") : "";
  return attribute === method || (keyword === "allow_redirects" && VERBS.includes(attribute));
}

const VERBS = ["get", "options", "head", "post", "put", "patch", "delete", "request", "stream", "send"];

function isHttpx(name: string | undefined, method: string): boolean {
  const isClient = /^(?:httpx\.(?:Client|AsyncClient)|(?:starlette|fastapi)\.testclient\.TestClient)$/.test(name ?? "");
  return method === "__init__" ? isClient : name === `httpx.${method}`;
}

/** What the call is made on: the same variable has the same type. */
function receiverOf(module: PythonModule, call: PythonNode): string {
  const called = child(call, "func");
  const object = called?.kind === "Attribute" ? child(called, "value") : undefined;
  return object ? sourceOf(module, object) : (fullName(module, called) ?? "");
}

/** Undefined where httpx says it in another way than by other words. */
function editsFor({ module, method, keyword }: Complaint, call: PythonNode): readonly Edit[] | undefined {
  const argument = keywordIn(module, call, keyword);
  if (!argument) return undefined;
  if (keyword !== "allow_redirects" && keyword !== "proxies")
    return method === "delete" ? asRequest(module, call) : undefined;
  const fresh = keyword === "proxies" ? "proxy" : "follow_redirects";
  const isTwice = children(call, "keywords").some((entry) => word(entry, "arg") === fresh);
  const isPlain = keyword === "allow_redirects" || isOneProxy(module, argument.value);
  return isPlain && !isTwice ? [renameKeyword(module, argument, fresh)] : undefined;
}

/** One address for every scheme, or none; what a name or a dictionary holds is not known. */
function isOneProxy(module: PythonModule, value: PythonNode): boolean {
  return value.kind === "JoinedStr" || (value.kind === "Constant" && /^(?:["']|None$)/.test(sourceOf(module, value)));
}

/** `client.delete(url, json=…)` as `client.request(method="DELETE", url=url, json=…)`. */
function asRequest(module: PythonModule, call: PythonNode): readonly Edit[] | undefined {
  const called = child(call, "func");
  const start = firstArgumentAt(module, call);
  const given = children(call, "args");
  const isPlain = given.length < 2 && given.every(({ kind }) => kind !== "Starred");
  if (called?.kind !== "Attribute" || start === undefined || !isPlain) return undefined;
  const { path } = module;
  return [
    { path, start: called.end - "delete".length, end: called.end, text: "request" },
    { path, start, end: start, text: `method="DELETE", ${given.length === 1 ? "url=" : ""}` },
  ];
}
