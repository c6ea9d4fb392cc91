import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, enclosingFunction, walk, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { definesMember } from "../../names/project-members.ts";
import { fullName, isAttribute } from "../../names/references.ts";
import { followValue } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** `schema.load(x).data`, as marshmallow 2 gave it. */
export const marshmallowResults: Recipe = {
  id: "marshmallow-results",
  title: "`.data` of what a marshmallow schema loads and dumps: the result itself",
  explanation: "Since marshmallow 3 `load` and `dump` give the data itself; what is wrong with it is raised.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const NO_DATA = /'(?:dict|list|str|OrderedDict|\w{1,80})' object has no attribute 'data'/;
const NO_PAIR = /(?:not enough|too many) values to unpack \(expected 2/;
const CALLS = new Set(["load", "loads", "dump", "dumps"]);

function draftAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  if (!("marshmallow" in input.packages)) return [];
  const text = place.message.slice(0, 500);
  const changes = NO_DATA.test(text) && !definesMember(input.project, "data") ? dataIn(input, place.module) : [];
  const pairs = NO_PAIR.test(text) ? pairsIn(place.module) : [];
  const all = [...changes, ...pairs];
  if (!all.some(({ node }) => isAtLine(place.module, node, place.frame.line))) return [];
  return [
    {
      edits: all.map(({ edit }) => edit),
      rationale: "`load` and `dump` give the data itself since marshmallow 3, and raise what is wrong with it.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(place.module.path),
    },
  ];
}

interface Change {
  readonly node: PythonNode;
  readonly edit: Edit;
}

function dataIn({ project }: RecipeInput, module: PythonModule): Change[] {
  return [...walk(module.tree)]
    .filter((node) => isAttribute(node, "data") && node.line > 0 && !isConditional(module, node))
    .flatMap((node) => {
      const object = child(node, "value");
      const value = object?.kind === "Name" ? followValue(project, { module, node: object })?.node : object;
      if (!object || !value || !isSchemaCall(module, value)) return [];
      const end = module.text.slice(object.end, node.end).lastIndexOf(".") + object.end;
      return [{ node, edit: { path: module.path, start: end, end: node.end, text: "" } }];
    });
}

/** A method of an object that is called so; not of a module like `json`. */
function isSchemaCall(module: PythonModule, call: PythonNode): boolean {
  const called = call.kind === "Call" ? child(call, "func") : undefined;
  if (called?.kind !== "Attribute" || !CALLS.has(word(called, "attr") ?? "")) return false;
  const name = fullName(module, called);
  return name === undefined || /[A-Z]\w*\.\w+$/.test(name);
}

/** `data, errors = schema.load(x)` where nobody reads the errors. */
function pairsIn(module: PythonModule): Change[] {
  return [...walk(module.tree)].flatMap((node) => {
    const target = pairOf(node);
    const value = child(node, "value");
    const [data, errors] = target ? children(target, "elts") : [];
    if (!target || !data || !errors || !value || !isSchemaCall(module, value)) return [];
    if (isConditional(module, node) || isReadIn(module, errors)) return [];
    const text = module.text.slice(data.start, data.end);
    return [{ node, edit: { path: module.path, start: target.start, end: target.end, text } }];
  });
}

/** The two names that a plain assignment unpacks into. */
function pairOf(node: PythonNode): PythonNode | undefined {
  const [target, ...others] = node.kind === "Assign" ? children(node, "targets") : [];
  const isPair = target?.kind === "Tuple" && others.length === 0 && children(target, "elts").length === 2;
  return isPair ? target : undefined;
}

function isReadIn(module: PythonModule, name: PythonNode): boolean {
  if (name.kind !== "Name") return true;
  const scope = enclosingFunction(module, name) ?? module.tree;
  const uses = [...walk(scope)].filter((node) => node.kind === "Name" && word(node, "id") === word(name, "id"));
  return uses.some((node) => child(node, "ctx")?.kind === "Load");
}
