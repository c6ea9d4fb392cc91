import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, isFunction, walk, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { fullName, lastPart } from "../../names/references.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Hooks of a marshmallow schema that do not take what they are given. */
export const marshmallowHooks: Recipe = {
  id: "marshmallow-hooks",
  title: "Hooks of a marshmallow schema that take no `**kwargs`",
  explanation: "Since marshmallow 3 hooks and fields are told by keywords how they are called, and must take them.",
  draft: (input) =>
    sightings(input)
      .flatMap(({ type, message }) => (lastPart(type ?? "") === "TypeError" ? draftFor(input, message ?? "") : []))
      .slice(0, 1),
};

const UNEXPECTED =
  /(?:(\w{1,100})\.)?(\w{1,100})\(\) got an unexpected keyword argument '(?:many|partial|unknown|data_key|attr|data)'/;

/** Decorators of methods that marshmallow calls. */
const DECORATORS = new Set(["post_dump", "post_load", "pre_dump", "pre_load", "validates", "validates_schema"]);
/** Methods that a subclass may bring along; marshmallow calls them with more keywords than it did. */
const OVERRIDES = new Set(["_serialize", "_deserialize", "handle_error"]);

interface Hook {
  readonly module: PythonModule;
  readonly owner: string;
  readonly method: PythonNode;
}

function draftFor({ project }: RecipeInput, message: string): RecipeDraft[] {
  const found = UNEXPECTED.exec(message.slice(0, 1000));
  if (!found) return [];
  const [, owner, name] = found;
  const modules = [...project.modules.values()].filter(({ path }) => !project.guarded.has(path));
  const hooks = modules.flatMap(hooksIn);
  const shown = hooks.filter(
    (hook) => word(hook.method, "name") === name && (owner === undefined || isOwner(hook, owner)),
  );
  const [first, ...others] = new Set(shown.map(({ module }) => module));
  if (!first || others.length > 0) return [];
  const edits = hooks
    .filter(({ module }) => module === first)
    .flatMap(({ module, method }) => addKeywords(module, method));
  return [
    {
      edits,
      rationale:
        "marshmallow gives its hooks keywords that tell how they are called; `**kwargs` takes them, now and later.",
      leftAlone: [],
    },
  ];
}

/** The class that defines the method, or one that inherits it: older messages and subclasses name either. */
function isOwner(hook: Hook, owner: string): boolean {
  return hook.owner === owner || !hooksIn(hook.module).some((other) => other.owner === owner);
}

/** The methods of a file that marshmallow calls and that take no `**kwargs`. */
function hooksIn(module: PythonModule): Hook[] {
  const classes = [...walk(module.tree)].filter(({ kind }) => kind === "ClassDef");
  return classes.flatMap((owner) =>
    children(owner, "body")
      .filter((method) => isFunction(method) && isHook(module, owner, method))
      .filter((method) => !isConditional(module, method) && takesNoKeywords(method))
      .map((method) => ({ module, owner: word(owner, "name") ?? "", method })),
  );
}

function isHook(module: PythonModule, owner: PythonNode, method: PythonNode): boolean {
  const isDecorated = children(method, "decorator_list").some((node) => {
    const name = fullName(module, node.kind === "Call" ? child(node, "func") : node) ?? "";
    return /^(?:flask_)?marshmallow\./.test(name) && DECORATORS.has(lastPart(name));
  });
  return isDecorated || (OVERRIDES.has(word(method, "name") ?? "") && isOfMarshmallow(module, owner));
}

function isOfMarshmallow(module: PythonModule, owner: PythonNode): boolean {
  return children(owner, "bases").some((base) => /^(?:flask_)?marshmallow\./.test(fullName(module, base) ?? ""));
}

function takesNoKeywords(method: PythonNode): boolean {
  const parameters = child(method, "args");
  return parameters !== undefined && !child(parameters, "kwarg") && parametersOf(parameters).length > 0;
}

function parametersOf(parameters: PythonNode): PythonNode[] {
  const star = child(parameters, "vararg");
  return ["posonlyargs", "args", "kwonlyargs"]
    .flatMap((field) => children(parameters, field))
    .concat(star ? [star] : []);
}

/** Behind the last parameter and its default. */
function addKeywords({ path, text }: PythonModule, method: PythonNode): Edit[] {
  const parameters = child(method, "args");
  if (!parameters) return [];
  const values = ["defaults", "kw_defaults"].flatMap((field) => children(parameters, field));
  const own = parametersOf(parameters);
  if (own.some((entry) => word(entry, "arg") === "kwargs")) return [];
  const at = Math.max(...[...own, ...values].map(({ end }) => end));
  return /^\s*[,)]/.test(text.slice(at)) ? [{ path, start: at, end: at, text: ", **kwargs" }] : [];
}
