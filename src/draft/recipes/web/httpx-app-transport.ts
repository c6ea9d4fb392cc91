import type { Edit } from "../../../domain/patch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, children, enclosingFunction, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { type KeywordArgument, keywordIn } from "../../names/arguments.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** httpx 0.28 took `app=` away: an application is given as a transport. */
export const httpxAppTransport: Recipe = {
  id: "httpx-app-transport",
  title: "`httpx.AsyncClient(app=app)`: the application goes into a transport",
  explanation:
    "Since httpx 0.28 a client takes no `app`; it reaches an application through `ASGITransport(app=app)`, or `WSGITransport` for a synchronous one.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const COMPLAINT = /\b__init__\(\) got an unexpected keyword argument 'app'/;
/** The transport that each client speaks through. */
const TRANSPORTS: Readonly<Record<string, string>> = {
  "httpx.AsyncClient": "ASGITransport",
  "httpx.Client": "WSGITransport",
};

interface ClientCall {
  readonly call: PythonNode;
  readonly argument: KeywordArgument;
  readonly transport: string;
}

function draftAt(input: RecipeInput, { module, frame, type, message }: OwnPlace): RecipeDraft[] {
  if (type !== "TypeError" || !COMPLAINT.test(message)) return [];
  const calls = clientCalls(input, module);
  if (!calls.some(({ call }) => isAtLine(module, call, frame.line))) return [];
  const edits = calls.map((entry) => wrapped(module, entry));
  const plan = planImports(module, wantedNames(calls));
  return [
    {
      edits: [...edits, ...plan.edits],
      rationale: "httpx clients no longer take an application; they reach it through a transport that does.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** The clients of a file that are given an application and no transport, where the transport can be named. */
function clientCalls({ installed, project }: RecipeInput, module: PythonModule): ClientCall[] {
  return [...walk(module.tree)].flatMap((call) => {
    const transport = call.kind === "Call" ? TRANSPORTS[fullName(module, child(call, "func")) ?? ""] : undefined;
    const argument = transport === undefined ? undefined : keywordIn(module, call, "app");
    if (transport === undefined || !argument || isSettled(project, module, call)) return [];
    return installed.has(`httpx.${transport}`) && isFree(module, call, transport)
      ? [{ call, argument, transport }]
      : [];
  });
}

/** Code that decides by version, or gives a transport too, is left to a person. */
function isSettled(project: ProjectSource, module: PythonModule, call: PythonNode): boolean {
  const hasTransport = children(call, "keywords").some((entry) => {
    const name = word(entry, "arg");
    return name === undefined ? mayHoldTransport(project, module, entry) : name === "transport";
  });
  return hasTransport || isConditional(module, call);
}

/** `**options` of the function around the call holds what its callers give: no transport where the project names none. */
function mayHoldTransport(project: ProjectSource, module: PythonModule, unpacked: PythonNode): boolean {
  const scope = enclosingFunction(module, unpacked);
  const rest = scope && child(child(scope, "args") ?? scope, "kwarg");
  const name = word(child(unpacked, "value") ?? unpacked, "id");
  if (name === undefined || !rest || word(rest, "arg") !== name) return true;
  return [...project.modules.values()].some((other) => /\btransport\b/.test(other.text));
}

function isFree(module: PythonModule, call: PythonNode, name: string): boolean {
  const isTaken =
    boundOtherwise(module).has(name) ||
    importedNames(module).some(({ local, target }) => local === name && target !== `httpx.${name}`);
  return qualifierOf(module, call) !== undefined || !isTaken;
}

/** `httpx` of `httpx.AsyncClient`; undefined where the class was imported by itself. */
function qualifierOf(module: PythonModule, call: PythonNode): string | undefined {
  const called = child(call, "func");
  const base = called?.kind === "Attribute" ? child(called, "value") : undefined;
  return base && sourceOf(module, base);
}

function wantedNames(calls: readonly ClientCall[]): { source: string; name: string }[] {
  const bare = calls.filter(({ call }) => child(call, "func")?.kind === "Name");
  return [...new Set(bare.map(({ transport }) => transport))].map((name) => ({ source: "httpx", name }));
}

function wrapped(module: PythonModule, { call, argument, transport }: ClientCall): Edit {
  const { start, end } = argument;
  const qualifier = qualifierOf(module, call);
  const name = qualifier === undefined ? spelled(module, transport) : `${qualifier}.${transport}`;
  return { path: module.path, start, end, text: `transport=${name}(${module.text.slice(start, end)})` };
}

function spelled(module: PythonModule, transport: string): string {
  return planImports(module, [{ source: "httpx", name: transport }]).spelling(transport);
}
