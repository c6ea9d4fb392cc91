import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, walk, word } from "../../../syntax/tree.ts";
import { compareVersions } from "../../facts/support.ts";
import { fullName } from "../../names/references.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { editsOf, replaced, type Rewrite } from "./line-rewrite.ts";

/** Which class of the enum module writes its members as their values, by the type mixed in. */
const CLASSES: Readonly<Record<string, { readonly name: string; readonly since: string }>> = {
  str: { name: "StrEnum", since: "3.11" },
  int: { name: "IntEnum", since: "3.4" },
};

/** Members of an enumeration that are written by their names. */
export const stringEnum: Recipe = {
  id: "string-enum",
  title: "`class Color(str, Enum)` that comes out as `Color.RED`: `StrEnum`",
  explanation:
    "Since Python 3.11 a member of an enumeration mixed with `str` or `int` is formatted as its name, no longer as its value; `StrEnum` and `IntEnum` give the value.",
  draft: (input) => {
    const messages = sightings(input).map(({ message }) => message ?? "");
    const drafts = [...input.project.modules.values()]
      .filter((module) => !input.project.guarded.has(module.path))
      .map((module) => [module, classesIn(module, messages)] as const)
      .flatMap(([module, classes]) => draftFor(input, module, classes));
    return drafts.length === 1 ? drafts : [];
  },
};

/** The classes of a file whose members an assertion shows by their names. */
function classesIn(module: PythonModule, messages: readonly string[]): PythonNode[] {
  return [...walk(module.tree)].filter((node) => {
    if (node.kind !== "ClassDef" || mixedIn(module, node) === undefined) return false;
    const name = word(node, "name") ?? "";
    return membersOf(node).some((member) => messages.some((text) => isShown(text, `${name}.${member}`)));
  });
}

/** In quotes or inside a text, as a value: not as the code that the assertion shows. */
function isShown(text: string, member: string): boolean {
  return text.split("\n").some((line) => new RegExp(`['"][^'"]{0,200}\\b${member}\\b`).test(line.slice(0, 2000)));
}

/** `str` or `int`, of a class whose only other base is `Enum`. */
function mixedIn(module: PythonModule, owner: PythonNode): string | undefined {
  const [mixin, base, ...others] = children(owner, "bases");
  const type = mixin && word(mixin, "id");
  const isEnum = others.length === 0 && fullName(module, base) === "enum.Enum";
  return isEnum && type !== undefined && Object.hasOwn(CLASSES, type) ? type : undefined;
}

/** Names with literal values; none where the class decides itself how a member is written, or makes values up. */
function membersOf(owner: PythonNode): string[] {
  const body = children(owner, "body");
  const isSpecial = body.some((entry) => /^__(str|format|new)__$|^_generate/.test(word(entry, "name") ?? ""));
  const values = body.filter((entry) => entry.kind === "Assign");
  const isLiteral = values.every((entry) => child(entry, "value")?.kind === "Constant");
  return isSpecial || !isLiteral
    ? []
    : values.flatMap((entry) => children(entry, "targets").flatMap((target) => word(target, "id") ?? []));
}

function draftFor(input: RecipeInput, module: PythonModule, classes: readonly PythonNode[]): RecipeDraft[] {
  const rewrites = classes.flatMap((owner) => rewriteOf(input, module, owner) ?? []);
  const edits = rewrites.length > 0 && rewrites.length === classes.length ? editsOf(module, rewrites) : [];
  const rationale = "Members of this enumeration are written as their values again, as before Python 3.11.";
  return edits.length > 0 ? [{ edits, rationale, leftAlone: [] }] : [];
}

function rewriteOf({ support, installed }: RecipeInput, module: PythonModule, owner: PythonNode): Rewrite | undefined {
  const type = mixedIn(module, owner);
  const wanted = type === undefined ? undefined : CLASSES[type];
  const [first, last] = children(owner, "bases");
  if (!wanted || !first || !last || !installed.has(`enum.${wanted.name}`)) return undefined;
  if (support.python !== null && compareVersions(support.python, wanted.since) < 0) return undefined;
  const { name } = wanted;
  const bases = { ...first, end: last.end };
  return {
    node: bases,
    wants: [{ source: "enum", name }],
    drops: [{ source: "enum", name: "Enum" }],
    edits: (spelling) => [replaced(module, bases, spelling(name))],
  };
}
