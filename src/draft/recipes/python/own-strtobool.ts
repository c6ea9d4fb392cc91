import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule } from "../../../domain/python.ts";
import { lineEndOf, wholeLines } from "../../../syntax/imports.ts";
import { children, parentOf } from "../../../syntax/tree.ts";
import { type ImportedName, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { listedNames } from "../../names/import-list.ts";
import { missingModule } from "../../names/moved-limits.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft } from "../recipe.ts";

/** The words that the function took, as its documentation lists them; PEP 632 asks projects to write it themselves. */
const TRUE = ["y", "yes", "t", "true", "on", "1"];
const FALSE = ["n", "no", "f", "false", "off", "0"];

/** A function of distutils that nothing in the standard library replaces, and that fits into eight lines. */
export const ownStrtobool: Recipe = {
  id: "own-strtobool",
  title: "`distutils.util.strtobool`: a function of the project's own that takes the same words",
  explanation:
    "Python 3.12 took away `distutils`, and nothing in the standard library does what its `strtobool` did: PEP 632 asks projects to have it themselves.",
  draft: (input) =>
    ownPlaces(input)
      .filter(({ module, message }) => isDistutils(message) && !input.project.guarded.has(module.path))
      .flatMap(({ module, frame }) => {
        const found = importedNames(module).find(({ imported }) => imported === "distutils.util.strtobool");
        return found && isAtLine(module, found.statement, frame.line) ? draftFor(module, found) : [];
      })
      .slice(0, 1),
};

function isDistutils(message: string): boolean {
  return missingModule(message)?.split(".")[0] === "distutils";
}

/** The import alone in its statement, at the top of the file: the function goes below all imports there. */
function draftFor(module: PythonModule, { statement, local }: ImportedName): RecipeDraft[] {
  const isPlain = listedNames(statement).length === 1 && parentOf(module, statement)?.kind === "Module";
  if (!isPlain || isConditional(module, statement)) return [];
  const body = children(module.tree, "body");
  const at = body.findLastIndex(({ kind }) => kind === "Import" || kind === "ImportFrom");
  const last = body[at];
  const end = lineEndOf(module);
  const text = definition(local).join(end) + end;
  const edits: Edit[] =
    last === statement || !last
      ? [{ path: module.path, ...wholeLines(module, statement), text: at === 0 ? text : `${end}${end}${text}` }]
      : [
          { path: module.path, ...wholeLines(module, statement), text: "" },
          {
            path: module.path,
            start: wholeLines(module, last).end,
            end: wholeLines(module, last).end,
            text: `${end}${end}${text}`,
          },
        ];
  const rationale =
    "`distutils` is gone since Python 3.12; the same words are told apart by a function of the project's own.";
  return [{ edits, rationale, leftAlone: [] }];
}

function definition(name: string): string[] {
  const words = (list: readonly string[]): string => list.map((entry) => `"${entry}"`).join(", ");
  return [
    `def ${name}(value):`,
    `    value = value.lower()`,
    `    if value in (${words(TRUE)}):`,
    `        return 1`,
    `    if value in (${words(FALSE)}):`,
    `        return 0`,
    `    raise ValueError(f"invalid truth value {value!r}")`,
  ];
}
