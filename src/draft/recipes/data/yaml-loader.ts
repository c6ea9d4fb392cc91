import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, children, walk } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName, lastPart } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { callInstead, keywordNames, plainArguments } from "./call-edits.ts";

/** `yaml.load(text)`, which needs to be told a loader since PyYAML 6. */
export const yamlLoader: Recipe = {
  id: "yaml-loader",
  title: "`yaml.load(text)` without a loader: `yaml.safe_load(text)`",
  explanation: "PyYAML 6 wants to be told how much a document may do; plain data needs no more than the safe loader.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const MISSING = /\bload(?:_all)?\(\) missing 1 required positional argument: 'Loader'/;
const SAFE: Readonly<Record<string, string>> = { "yaml.load": "safe_load", "yaml.load_all": "safe_load_all" };

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!MISSING.test(message.slice(0, 500)) || makesObjects(input)) return [];
  const calls = [...walk(module.tree)].filter((node) => isBareLoad(module, node) && !isConditional(module, node));
  if (!calls.some((call) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits: editsOf(module, calls),
      rationale: "PyYAML 6 has no default loader; the safe one builds plain data and nothing else.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** Documents that name Python's own types need a loader that trusts them: whether they may is not for a rule to say. */
function makesObjects({ project }: RecipeInput): boolean {
  return [...project.modules.values()].some(({ text }) => /!!python\/|tag:yaml\.org,2002:python\//.test(text));
}

function isBareLoad(module: PythonModule, node: PythonNode): boolean {
  if (node.kind !== "Call" || SAFE[fullName(module, child(node, "func")) ?? ""] === undefined) return false;
  const count = plainArguments(node)?.length ?? 0;
  const names = keywordNames(node);
  return count === 1 ? names.length === 0 : count === 0 && names.join() === "stream";
}

/** The imported `load` goes where nothing else uses it. */
function editsOf(module: PythonModule, calls: readonly PythonNode[]): readonly Edit[] {
  const imported = calls.filter((call) => child(call, "func")?.kind === "Name");
  const names = [...new Set(imported.map((call) => nameOf(module, call)))];
  const wanted = names.map((name) => ({ source: "yaml", name: SAFE[`yaml.${name}`] ?? name }));
  const plan = planImports(module, wanted);
  const edits = calls.flatMap((call) => {
    const safe = SAFE[`yaml.${nameOf(module, call)}`] ?? "";
    const called = child(call, "func");
    if (called?.kind === "Name") return callInstead(module, call, plan.spelling(safe));
    const prefix = called ? module.text.slice(called.start, child(called, "value")?.end ?? called.start) : "yaml";
    return callInstead(module, call, `${prefix}.${safe}`);
  });
  const dropped = names.filter((name) => isImportedSo(module, name)).map((name) => ({ source: "yaml", name }));
  return [...edits, ...planImports(module, wanted, { names: dropped, otherEdits: edits }).edits];
}

function nameOf(module: PythonModule, call: PythonNode): string {
  return lastPart(fullName(module, child(call, "func")) ?? "");
}

/** Under its own name, not as something else. */
function isImportedSo(module: PythonModule, name: string): boolean {
  return children(module.tree, "body").some(
    (statement) =>
      statement.kind === "ImportFrom" &&
      children(statement, "names").some((alias) => alias.fields["name"] === name && alias.fields["asname"] === null),
  );
}
