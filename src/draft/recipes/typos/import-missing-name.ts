import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { isStandardLibrary } from "../../../syntax/standard-library.ts";
import { parentOf, word } from "../../../syntax/tree.ts";
import { importedNames } from "../../names/bindings.ts";
import { parentName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { knownImports } from "./known-names.ts";
import { isKnownAsGone } from "./misspelt-attribute.ts";
import { isOwnTop, sourceFor } from "./own-modules.ts";
import { addImport, type NewImport } from "./place-import.ts";
import { selfAttributes } from "./self-attribute.ts";
import { isBoundAnywhere, readsOf, type UndefinedName, undefinedNames } from "./undefined-name.ts";

/** A name that the file forgot to import. */
export const importMissingName: Recipe = {
  id: "import-missing-name",
  title: "A name that nothing imports: the import of a well-known module or of the project's only symbol of that name",
  explanation:
    "The code uses a name that the file neither defines nor imports, so Python cannot find it when the line runs.",
  draft(input) {
    for (const missing of undefinedNames(input)) {
      const draft = draftFor(input, missing);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, missing: UndefinedName): RecipeDraft | undefined {
  const { module, name } = missing;
  if (isBoundAnywhere(module, name) || selfAttributes(input, missing).includes(name)) return undefined;
  const own = ownImports(input, module, name);
  const known = knownImportOf(input, module, name);
  // Two sources are a choice that only a person can make.
  if (own.length > 1 || (own.length === 1 && known)) return undefined;
  const wanted = own[0] ?? known;
  const edit = wanted && addImport(module, wanted, isOwnTop(input.project, module.path));
  return edit && { edits: [edit], rationale: rationaleOf(name), leftAlone: [] };
}

function rationaleOf(name: string): string {
  return `Nothing in the file defines or imports \`${name}\`.`;
}

/** The symbols of that name in the repository's product code; one in a test is none. */
function ownImports({ project, installed }: RecipeInput, module: PythonModule, name: string): NewImport[] {
  const places = installed
    .ownDefinitions(name)
    .filter(({ path }) => path !== module.path && !project.guarded.has(path));
  return places.map(({ path }) => ({ kind: "from", source: sourceFor(project, module, path) ?? "", name }));
}

function knownImportOf(input: RecipeInput, module: PythonModule, name: string): NewImport | undefined {
  const modules: NewImport[] = isStandardLibrary(name) ? [{ kind: "module", full: name, local: null }] : [];
  const abstract = isFromAbstract(module)
    ? knownImports(name).flatMap((wanted): NewImport[] =>
        wanted.kind === "from" && wanted.source === "typing" ? [{ ...wanted, source: "collections.abc" }] : [],
      )
    : [];
  return [...abstract, ...knownImports(name), ...modules].find((wanted) => fits(input, module, { name, wanted }));
}

/** Of names that both have, a file that takes one from `collections.abc` takes the others from there too. */
function isFromAbstract(module: PythonModule): boolean {
  return importedNames(module).some(({ imported }) => parentName(imported) === "collections.abc");
}

interface Candidate {
  readonly name: string;
  readonly wanted: NewImport;
}

/** Everything that the file takes from the name must be there under it; a module is good for nothing else. */
function fits(input: RecipeInput, module: PythonModule, { name, wanted }: Candidate): boolean {
  const full = wanted.kind === "module" ? wanted.full : `${wanted.source}.${wanted.name}`;
  if (!input.installed.has(full)) return false;
  return readsOf(module.tree, name).every((node) => {
    const attribute = attributeRead(module, node);
    if (attribute !== undefined)
      return input.installed.has(`${full}.${attribute}`) || isKnownAsGone(input, `${full}.${attribute}`);
    return wanted.kind === "from";
  });
}

function attributeRead(module: PythonModule, node: PythonNode): string | undefined {
  const parent = parentOf(module, node);
  return parent?.kind === "Attribute" ? word(parent, "attr") : undefined;
}
