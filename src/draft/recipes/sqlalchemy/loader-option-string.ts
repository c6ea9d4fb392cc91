import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, dottedName, walk, word } from "../../../syntax/tree.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";

/** Loader options that name an attribute by a string. */
export const loaderOptionString: Recipe = {
  id: "loader-option-string",
  title: 'A loader option that names its attribute by a string (`joinedload("items")`): the class\'s attribute',
  explanation:
    "SQLAlchemy 2.0 takes loader options only with the attribute of the mapped class itself, not with its name.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap(({ module, frame, message }) => {
        if (!message.startsWith("Strings are not accepted for attribute names in loader options")) return [];
        const calls = [...walk(module.tree)].filter((node) => node.kind === "Call");
        const found = calls.flatMap((call) => editsOf(module, call).map((edit) => ({ call, edit })));
        const isShown = found.some(({ call }) => isAtLine(module, call, frame.line));
        const rationale = "The option names the attribute of the class that the query selects.";
        const mayEditTests = input.project.guarded.has(module.path);
        const edits = found.map(({ edit }) => edit);
        return isShown ? [{ edits, rationale, leftAlone: [], mayEditTests }] : [];
      })
      .slice(0, 1),
};

const OPTIONS =
  /^sqlalchemy\.orm\.(?:joinedload|selectinload|subqueryload|lazyload|immediateload|noload|raiseload|contains_eager|defer|undefer|load_only)$/;

/** The strings of an option, where the query around it selects one class. */
function editsOf(module: PythonModule, call: PythonNode): Edit[] {
  if (!OPTIONS.test(fullName(module, child(call, "func")) ?? "")) return [];
  const names = children(call, "args").filter((entry) => /^[A-Za-z_]\w*$/.test(word(entry, "value") ?? ""));
  const owner = names.length > 0 ? selectedClass(module, call) : undefined;
  if (owner === undefined) return [];
  return names.map(({ start, end, fields }) => ({
    path: module.path,
    start,
    end,
    text: `${owner}.${typeof fields["value"] === "string" ? fields["value"] : ""}`,
  }));
}

/** `User` of `session.query(User).filter(...).options(<here>)` and of `select(User)...`. */
function selectedClass(module: PythonModule, option: PythonNode): string | undefined {
  const options = [...ancestorsOf(module, option)].find(
    (node) => node.kind === "Call" && word(child(node, "func") ?? node, "attr") === "options",
  );
  let current = options && child(options, "func");
  while (current) {
    const inner = current.kind === "Call" ? child(current, "func") : child(current, "value");
    const isRoot = current.kind === "Call" && isSelection(module, current);
    if (isRoot) {
      const [only, ...others] = children(current, "args");
      return others.length === 0 ? dottedName(only) : undefined;
    }
    current = inner;
  }
  return undefined;
}

function isSelection(module: PythonModule, call: PythonNode): boolean {
  const called = child(call, "func");
  const isQuery = called?.kind === "Attribute" && word(called, "attr") === "query";
  return isQuery || /^sqlalchemy\.(?:future\.)?select$/.test(fullName(module, called) ?? "");
}
