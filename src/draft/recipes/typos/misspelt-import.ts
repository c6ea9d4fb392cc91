import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import { children, walk, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { likeliest, likeliestOfLibrary } from "./likeness.ts";
import { isMeantElsewhere } from "./meant-elsewhere.ts";
import { isKnownAsGone } from "./misspelt-attribute.ts";
import { topLevelNames } from "./module-names.ts";
import { isBoundAnywhere, readsOf } from "./undefined-name.ts";

/** A name spelt wrong in a `from` import, and so wherever the file uses it. */
export const misspeltImport: Recipe = {
  id: "misspelt-import",
  title: "A name spelt wrong in a `from` import",
  explanation: "The module has no name as the import writes it; it has one that differs by a letter.",
  draft(input) {
    for (const place of ownPlaces(input)) {
      const draft = draftFor(input, place);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, place: OwnPlace): RecipeDraft | undefined {
  const { module, frame, type, message } = place;
  const [, wrong, source] = /^cannot import name '(\w{1,200})' from '([\w.]{1,300})'/.exec(message) ?? [];
  if (type !== "ImportError" || wrong === undefined || source === undefined || input.project.guarded.has(module.path))
    return undefined;
  const statement = [...walk(module.tree)].find(
    (node) =>
      node.kind === "ImportFrom" &&
      isAtLine(module, node, frame.line) &&
      !isConditional(module, node) &&
      names(node, wrong),
  );
  if (!statement) return undefined;
  const right = meant(input, module, { statement, wrong, source });
  if (right === undefined || isMeantElsewhere(input, wrong)) return undefined;
  const edits = renamed(module, statement, { wrong, right });
  return edits && { edits, rationale: `\`${source}\` has no \`${wrong}\`; it has \`${right}\`.`, leftAlone: [] };
}

function names(statement: PythonNode, name: string): boolean {
  return children(statement, "names").some((alias) => word(alias, "name") === name);
}

interface WrongName {
  readonly statement: PythonNode;
  readonly wrong: string;
  /** The module as Python names it. */
  readonly source: string;
}

function meant(
  input: RecipeInput,
  importer: PythonModule,
  { statement, wrong, source }: WrongName,
): string | undefined {
  const level = statement.fields["level"];
  const written = { source: word(statement, "module") ?? "", level: typeof level === "number" ? level : 0 };
  const path = importedFile(input.project.trackedFiles, importer.path, written);
  const own = path === undefined ? undefined : input.project.modules.get(path);
  if (own) return likeliest(wrong, topLevelNames(own));
  if (path !== undefined || written.level > 0 || isKnownAsGone(input, `${source}.${wrong}`)) return undefined;
  return likeliestOfLibrary(wrong, input.installed.members(source));
}

/** The name in the statement, and without an alias every use of it in the file. */
function renamed(
  module: PythonModule,
  statement: PythonNode,
  { wrong, right }: { readonly wrong: string; readonly right: string },
): Edit[] | undefined {
  const text = module.text.slice(statement.start, statement.end);
  const list = text.indexOf("import") + "import".length;
  const found = [...text.slice(list).matchAll(new RegExp(`\\b${wrong}\\b`, "g"))];
  const [only, ...others] = found;
  if (!only || others.length > 0) return undefined;
  const start = statement.start + list + only.index;
  const own: Edit = { path: module.path, start, end: start + wrong.length, text: right };
  const isAliased = children(statement, "names").some(
    (alias) => word(alias, "name") === wrong && word(alias, "asname") !== undefined,
  );
  if (isAliased) return [own];
  const reads = readsOf(module.tree, wrong);
  if (reads.some((node) => node.start < 0) || isBoundAnywhere(module, right)) return undefined;
  return [own, ...reads.map((node): Edit => ({ path: module.path, start: node.start, end: node.end, text: right }))];
}
