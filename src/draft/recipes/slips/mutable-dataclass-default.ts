import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports, spellingOf } from "../../../syntax/imports.ts";
import { child, children, dottedName, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";
import { bindsName } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";
import { isBuiltinAt } from "./builtins.ts";
import { dataClasses } from "./data-classes.ts";

/** Fields of data classes whose default would be shared by all objects. */
export const mutableDataclassDefault: Recipe = {
  id: "mutable-dataclass-default",
  title: "A list, dictionary or set as the default of a data class's field: made anew for each object",
  explanation:
    "A default is made once and shared by all objects, so data classes refuse one that can be changed and ask for a function that makes it.",
  draft: (input) =>
    failingLines(input, REFUSED)
      .flatMap((line) => draftFactories(input, line))
      .slice(0, 1),
};

const REFUSED = /^mutable default <class '([\w.<>]{1,300})'> for field (\w{1,200}) is not allowed: use default_factory/;
/** What makes an empty one when it is called with nothing. */
const MAKERS = new Set(["list", "dict", "set", "collections.deque", "collections.OrderedDict", "collections.Counter"]);
const DISPLAYS = new Set(["List", "Dict", "Set", "ListComp", "DictComp", "SetComp"]);

function draftFactories({ project }: RecipeInput, { module, message }: FailingLine): RecipeDraft[] {
  const [, type = "", name = ""] = REFUSED.exec(message) ?? [];
  const fields = dataClasses(module).flatMap((owner) => fieldsOf(owner));
  const refused = fields.filter((field) => field.name === name && isOfType(module, field, type));
  const alike = fields.filter((field) => isMutable(module, field.value));
  const chosen = [...new Map([...refused, ...alike].map((field) => [field.value, field])).values()];
  const isTaken = !isBuiltinAt(module, module.tree, "field") && !importsField(module);
  if (project.guarded.has(module.path) || refused.length === 0 || isTaken) return [];
  const spelling = planImports(module, [{ source: "dataclasses", name: "field" }]);
  const edits = chosen.map((field) => factoryEdit(module, field, spelling.spelling("field")));
  if (edits.includes(undefined)) return [];
  const imports = chosen.some(({ isCall }) => !isCall) ? spelling.edits : [];
  return [{ edits: [...imports, ...edits.flatMap((edit) => edit ?? [])], rationale: RATIONALE, leftAlone: [] }];
}

const RATIONALE = "Each object now gets a value of its own, made by the field's `default_factory`.";

interface Field {
  readonly owner: PythonNode;
  readonly name: string;
  /** The default. */
  readonly value: PythonNode;
  /** Given as `field(default=...)`. */
  readonly isCall: boolean;
}

function fieldsOf(owner: PythonNode): Field[] {
  return children(owner, "body").flatMap((entry) => {
    const value = entry.kind === "AnnAssign" ? child(entry, "value") : undefined;
    const name = word(child(entry, "target") ?? entry, "id");
    if (!value || name === undefined || isShared(child(entry, "annotation"))) return [];
    const given = defaultOf(value);
    return [{ owner, name, value: given ?? value, isCall: given !== undefined }];
  });
}

/** A `ClassVar` is no field. */
function isShared(annotation: PythonNode | undefined): boolean {
  return (
    annotation !== undefined &&
    [...walk(annotation)].some((node) => /ClassVar/.test(word(node, "id") ?? word(node, "attr") ?? ""))
  );
}

function defaultOf(value: PythonNode): PythonNode | undefined {
  const isField = value.kind === "Call" && /(^|\.)field$/.test(dottedName(child(value, "func")) ?? "");
  const keyword = isField ? children(value, "keywords").find((entry) => word(entry, "arg") === "default") : undefined;
  return keyword && child(keyword, "value");
}

/** From Python 3.11 anything without a hash is refused: the class's own name must be what is called. */
function isOfType(module: PythonModule, { value }: Field, type: string): boolean {
  if (isMutable(module, value)) return true;
  return value.kind === "Call" && dottedName(child(value, "func"))?.split(".").at(-1) === type.split(".").at(-1);
}

function isMutable(module: PythonModule, value: PythonNode): boolean {
  if (DISPLAYS.has(value.kind)) return true;
  const callee = value.kind === "Call" ? child(value, "func") : undefined;
  const name = fullName(module, callee) ?? dottedName(callee) ?? "";
  const isBuiltin = !/^(list|dict|set)$/.test(name) || isBuiltinAt(module, value, name);
  return isBuiltin && (MAKERS.has(name) || name === "collections.defaultdict");
}

/** Undefined where the value is made of names of the class's own body, which a function in it cannot see. */
function factoryEdit(module: PythonModule, { owner, value, isCall }: Field, field: string): Edit | undefined {
  const used = [...walk(value)].flatMap((node) => (node.kind === "Name" ? [word(node, "id") ?? ""] : []));
  if (used.some((name) => bindsName(owner, name))) return undefined;
  const factory = factoryOf(module, value);
  if (!isCall)
    return { path: module.path, start: value.start, end: value.end, text: `${field}(default_factory=${factory})` };
  const before = /\bdefault\s*=\s*$/.exec(module.text.slice(0, value.start));
  return before
    ? { path: module.path, start: before.index, end: value.end, text: `default_factory=${factory}` }
    : undefined;
}

function factoryOf(module: PythonModule, value: PythonNode): string {
  const callee = value.kind === "Call" ? child(value, "func") : undefined;
  const isBare = callee && children(value, "args").length + children(value, "keywords").length === 0;
  if (isBare) return sourceOf(module, callee);
  if (value.kind === "List" && children(value, "elts").length === 0) return "list";
  if (value.kind === "Dict" && children(value, "values").length === 0) return "dict";
  return `lambda: ${sourceOf(module, value)}`;
}

function importsField(module: PythonModule): boolean {
  return spellingOf(module, { source: "dataclasses", name: "field" }) !== undefined;
}
