import type { PythonModule, PythonNode } from "../../domain/python.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import { ancestorsOf, child, children, dottedName, walk, word } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { bindsName } from "../sqlalchemy/values.ts";

/**
 * The functions of `scope` that may get to see what a function makes: it, whatever calls it at any distance, and
 * whatever all these call. Calls are told by names alone, so there may be more of them, hardly ever fewer.
 */
export function functionsAround(input: RecipeInput, scope: readonly Located[], start: PythonNode): readonly Located[] {
  const functions = scope.filter(({ module }) => !input.project.guarded.has(module.path));
  const entries = functions.map((place) => ({ place, names: namesOf(place), words: wordsOf(input, place) }));
  const reached = new Set(entries.filter(({ place }) => place.node === start));
  const grow = (isNext: (known: Entry, other: Entry) => boolean): void => {
    for (const known of reached) for (const other of entries) if (isNext(known, other)) reached.add(other);
  };
  grow((known, other) => known.names.some((name) => other.words.has(name)));
  grow((known, other) => other.names.some((name) => known.words.has(name)));
  return entries.filter((entry) => reached.has(entry)).map(({ place }) => place);
}

interface Entry {
  readonly place: Located;
  readonly names: readonly string[];
  readonly words: ReadonlySet<string>;
}

/** What a caller writes: the function's name; for `__init__`, `__call__` and the like also its class's. */
function namesOf({ module, node }: Located): readonly string[] {
  const name = word(node, "name") ?? "";
  const owner = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
  return name.startsWith("__") && owner ? [name, word(owner, "name") ?? ""] : [name];
}

/** Names and attributes that a function writes, but for its own variables, and those behind names of modules: `DB = Annotated[..., Depends(get)]`. */
function wordsOf(input: RecipeInput, { node }: Located): ReadonlySet<string> {
  const words = new Set(wordsIn(node, (name) => !bindsName(node, name)));
  const aliases = aliasesOf(input);
  for (const name of words) for (const behind of aliases.get(name) ?? []) words.add(behind);
  return words;
}

function* wordsIn(node: PythonNode, isForeign: (name: string) => boolean = () => true): Generator<string> {
  for (const part of walk(node)) {
    const [attribute, name] = [word(part, "attr"), word(part, "id")];
    if (attribute !== undefined) yield attribute;
    else if (name !== undefined && isForeign(name)) yield name;
  }
}

const known = new WeakMap<RecipeInput["project"], ReadonlyMap<string, readonly string[]>>();

function aliasesOf({ project }: RecipeInput): ReadonlyMap<string, readonly string[]> {
  const all = known.get(project) ?? new Map([...project.modules.values()].flatMap(aliasesIn));
  known.set(project, all);
  return all;
}

function aliasesIn({ tree }: PythonModule): (readonly [string, readonly string[]])[] {
  return children(tree, "body").flatMap((statement) => {
    const target = children(statement, "targets")[0] ?? child(statement, "target");
    const value = child(statement, "value");
    const name = dottedName(target);
    return name !== undefined && value ? [[name, [...wordsIn(value)]] as const] : [];
  });
}
