import { importedFile } from "../../../syntax/imported-file.ts";
import { parentOf, walk } from "../../../syntax/tree.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { importedNames } from "../../names/bindings.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { isOwnTop } from "./own-modules.ts";
import { addImport } from "./place-import.ts";

/** A module of a package that is used, but that nothing has imported. */
export const importSubmodule: Recipe = {
  id: "import-submodule",
  title: "A module of a package that is used without an import of its own",
  explanation:
    "Importing a package does not import the modules in it; each needs an import of its own, unless other code happened to do it.",
  draft(input) {
    for (const place of ownPlaces(input)) {
      const draft = input.project.guarded.has(place.module.path) ? undefined : draftFor(input, place);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, { module, frame, type, message }: OwnPlace): RecipeDraft | undefined {
  const [, source, name] = /^module '([\w.]{1,300})' has no attribute '(\w{1,200})'/.exec(message) ?? [];
  if (type !== "AttributeError" || source === undefined || name === undefined) return undefined;
  const missing = `${source}.${name}`;
  const node = [...walk(module.tree)].find(
    (entry) => entry.kind === "Attribute" && isAtLine(module, entry, frame.line) && fullName(module, entry) === missing,
  );
  const full = node && deepest(input, module, { node, dotted: missing });
  if (full === undefined || isImported(module, full)) return undefined;
  const edit = addImport(module, { kind: "module", full, local: null }, isOwnTop(input.project, module.path));
  return (
    edit && {
      edits: [edit],
      rationale: `\`${full}\` is a module of its own: the import of \`${source}\` does not bring it.`,
      leftAlone: [],
    }
  );
}

function isImported(module: PythonModule, full: string): boolean {
  return importedNames(module).some(({ statement, imported }) => statement.kind === "Import" && imported === full);
}

interface Chain {
  readonly node: PythonNode;
  readonly dotted: string;
}

/** The longest part of what is read that is a module: of `xml.dom.minidom.parse` it is `xml.dom.minidom`. */
function deepest(input: RecipeInput, module: PythonModule, { node, dotted }: Chain): string | undefined {
  if (!isModule(input, module, dotted)) return undefined;
  const parent = parentOf(module, node);
  const longer = parent?.kind === "Attribute" ? fullName(module, parent) : undefined;
  return (parent && longer !== undefined && deepest(input, module, { node: parent, dotted: longer })) || dotted;
}

/** A file of the repository, or something installed that Python made by importing it. */
function isModule({ project, installed }: RecipeInput, module: PythonModule, dotted: string): boolean {
  const isOwn = importedFile(project.trackedFiles, module.path, { source: dotted, level: 0 }) !== undefined;
  return isOwn || installed.has(`${dotted}.__spec__`);
}
