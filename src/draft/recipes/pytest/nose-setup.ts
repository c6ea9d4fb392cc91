import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import {
  ancestorsOf,
  children,
  dottedName,
  functionAt,
  isFunction,
  sourceOf,
  walk,
  word,
} from "../../../syntax/tree.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeInput } from "../recipe.ts";
import { parametersOf } from "./setup-files.ts";

/** Set-up methods of test classes by the names that nose gave them. */
export const noseSetup: Recipe = {
  id: "nose-setup",
  title: "`setup` and `teardown` of a test class, which pytest 8 no longer calls: `setup_method` and `teardown_method`",
  explanation:
    "pytest 8 no longer runs the set-up that nose knew by these names, so that what it stores on the test is not there.",
  draft(input) {
    const draft = ownPlaces(input).flatMap((place) => editsAt(input, place));
    return draft.length === 0 ? [] : [{ edits: draft, rationale: RATIONALE, leftAlone: [], mayEditTests: true }];
  },
};

const RATIONALE = "pytest 8 calls `setup_method` and `teardown_method`, and no longer nose's names for them.";
const NAMES: Readonly<Record<string, string>> = { setup: "setup_method", teardown: "teardown_method" };

/** The class of the failing test, when its `setup` stores what the test misses. */
function editsAt({ packages }: RecipeInput, { module, frame, message }: OwnPlace): readonly Edit[] {
  const missing = /^'(\w{1,200})' object has no attribute '(\w{1,100})'/.exec(message);
  const test = functionAt(module, frame.line);
  const owner = test && [...ancestorsOf(module, test)].find(({ kind }) => kind === "ClassDef");
  if (!missing || !owner || word(owner, "name") !== missing[1] || Number.parseInt(packages["pytest"] ?? "", 10) < 8)
    return [];
  const isStored = (node: PythonNode): boolean => dottedName(node) === `self.${missing[2] ?? ""}`;
  const setup = methods(owner).find((node) => word(node, "name") === "setup");
  if (!setup || isUnittest(owner) || ![...walk(setup)].some((node) => isStored(node))) return [];
  return classesOf(module).flatMap((node) => (isUnittest(node) ? [] : renamed(module, node)));
}

function classesOf(module: PythonModule): PythonNode[] {
  return [...walk(module.tree)].filter(
    (node) => node.kind === "ClassDef" && (word(node, "name") ?? "").startsWith("Test"),
  );
}

function isUnittest(owner: PythonNode): boolean {
  return children(owner, "bases").some((base) => (dottedName(base) ?? "").endsWith("TestCase"));
}

function methods(owner: PythonNode): PythonNode[] {
  return children(owner, "body").filter(isFunction);
}

/** Only plain methods: what a decorator makes of them, or who else calls them, is not known. */
function renamed(module: PythonModule, owner: PythonNode): Edit[] {
  const names = methods(owner).map((node) => word(node, "name") ?? "");
  return methods(owner).flatMap((node) => {
    const name = word(node, "name") ?? "";
    const fresh = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    const isPlain = children(node, "decorator_list").length === 0 && parametersOf(node).length <= 2;
    const isCalled = [...walk(module.tree)].some((entry) => isOwnCall(module, entry, name));
    if (fresh === undefined || !isPlain || isCalled || names.includes(fresh)) return [];
    const start = module.text.indexOf(name, node.start + "def".length);
    return [{ path: module.path, start, end: start + name.length, text: fresh }];
  });
}

/** `self.setup()`, `super().setup()` */
function isOwnCall(module: PythonModule, node: PythonNode, name: string): boolean {
  return word(node, "attr") === name && /^(?:self|super\([^)]{0,100}\))\./.test(sourceOf(module, node));
}
