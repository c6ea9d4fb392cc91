import type { PythonModule } from "../../../domain/python.ts";
import type { FoundSymbol } from "../../../domain/question.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import { isStandardLibrary } from "../../../syntax/standard-library.ts";
import { compareVersions } from "../../facts/support.ts";
import { type ImportedName, importedNames } from "../../names/bindings.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { lastPart, parentName, type Reference } from "../../names/references.ts";
import { renameAll, type Renaming } from "../../names/rename.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { isUsable, keywordsOf, usesOf } from "./symbol-use.ts";

/** A name that its package keeps in another place than the code thinks. */
export const movedSymbol: Recipe = {
  id: "moved-symbol",
  title: "A name that moved inside its package, or that the package only passed on from another one",
  explanation:
    "The installed version of the package has the imported name in another of its modules, or no longer passes it on.",
  draft(input) {
    for (const place of ownPlaces(input)) {
      const draft = draftFor(input, place);
      if (draft) return [draft];
    }
    return [];
  },
};

function draftFor(input: RecipeInput, place: OwnPlace): RecipeDraft | undefined {
  const { module, frame } = place;
  const source = missingSource(place);
  const top = source?.split(".")[0] ?? "";
  if (source === undefined || isOutOfReach(input, module, top)) return undefined;
  const failing = importedNames(module).filter(
    (entry) => isFrom(entry, source) && !isConditional(module, entry.statement),
  );
  if (!failing.some(({ statement }) => isAtLine(module, statement, frame.line))) return undefined;
  const gone = failing.filter(({ imported }) => !input.installed.has(imported));
  const renamings = gone.map((entry) => renamingOf(input, module, entry));
  const found = renamings.flatMap((entry) => entry ?? []);
  if (found.length === 0 || found.length < renamings.length) return undefined;
  const edits = renameAll(module, found);
  return (
    edits && {
      edits,
      rationale: found
        .map((entry) => `The installed version has \`${lastPart(entry.to)}\` in \`${parentName(entry.to)}\`.`)
        .join(" "),
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    }
  );
}

/** The module that does not have the name, or is not there at all. */
function missingSource({ type, message }: OwnPlace): string | undefined {
  if (type === "ModuleNotFoundError") return /^No module named '([\w.]{1,300})'/.exec(message)?.[1];
  const isCircular = message.includes("partially initialized") || message.includes("circular import");
  if (type !== "ImportError" || isCircular) return undefined;
  return /^cannot import name '\w{1,200}' from '([\w.]{1,300})'/.exec(message)?.[1];
}

/** Python's own modules moved too, but by tables: what bears the same name elsewhere there is another thing. */
function isOutOfReach({ project }: RecipeInput, module: PythonModule, top: string): boolean {
  const isOwn = importedFile(project.trackedFiles, module.path, { source: top, level: 0 }) !== undefined;
  return isOwn || isStandardLibrary(top);
}

function isFrom({ statement, imported }: ImportedName, source: string): boolean {
  const module = statement.kind === "ImportFrom" ? parentName(imported) : "";
  return module === source || module.startsWith(`${source}.`);
}

function renamingOf(input: RecipeInput, module: PythonModule, imported: ImportedName): Renaming | undefined {
  const symbol = lastPart(imported.imported);
  const uses = usesOf(module, imported.local);
  const top = imported.imported.split(".")[0] ?? "";
  const entries = input.installed
    .definitions(top, symbol)
    .filter((entry) => !isAside(entry.module) && entry.module !== parentName(imported.imported));
  const definitions = entries.filter(({ kind }) => kind !== "import");
  const target =
    definitions.length > 0
      ? ownTarget(
          entries,
          definitions.filter(({ kind }) => isUsable(kind, uses)),
          definitions.length,
        )
      : foreignTarget(entries, top);
  const to = target === undefined || uses.size === 0 ? undefined : `${target}.${symbol}`;
  if (to === undefined || !input.installed.has(to) || !takesAll(input, module, { to, local: imported.local }))
    return undefined;
  const reference: Reference = { kind: "import", dotted: imported.imported, node: imported.statement, imported };
  return { reference, to, isGuarded: isStillSupported(input, top) };
}

/** Modules that hold other things under the names of the real ones, or that are not for users. */
function isAside(module: string): boolean {
  return module
    .split(".")
    .some((part) =>
      /^_*(tests?|testing|compat\w*|vendor\w*|extern\w*|packages|templatetags|deprecat\w*|legacy|conftest)$|tags$|filters$/.test(
        part,
      ),
    );
}

/** The one definition, or the public package above a private one that passes it on. */
function ownTarget(entries: readonly FoundSymbol[], usable: readonly FoundSymbol[], count: number): string | undefined {
  const isPrivate = (module: string): boolean => module.split(".").some((part) => part.startsWith("_"));
  const open = usable.filter(({ module }) => !isPrivate(module));
  const [only, ...others] = open.length > 0 ? open : usable;
  if (!only || others.length > 0 || (open.length === 0 && count > 1)) return undefined;
  const passing = entries
    .filter(({ kind, module }) => kind === "import" && !isPrivate(module) && only.module.startsWith(`${module}.`))
    .map(({ module }) => module);
  return passing.toSorted((first, second) => second.length - first.length)[0] ?? only.module;
}

/** Defined nowhere in the package: from where all its modules take it. */
function foreignTarget(entries: readonly FoundSymbol[], top: string): string | undefined {
  const sources = new Set(entries.flatMap(({ from }) => from ?? []));
  const [source] = sources;
  return sources.size === 1 && source !== undefined && source.split(".")[0] !== top ? source : undefined;
}

interface Target {
  readonly to: string;
  readonly local: string;
}

function takesAll({ installed }: RecipeInput, module: PythonModule, { to, local }: Target): boolean {
  return keywordsOf(module, local).every((keyword) => installed.accepts(to, keyword));
}

/** The project says that it works with an older major version than the installed one: that may have the old place only. */
function isStillSupported({ support, packages }: RecipeInput, top: string): boolean {
  const name = top.replaceAll("_", "-").toLowerCase();
  const [oldest, installed] = [support.distributions[name], packages[name]];
  if (oldest === undefined || installed === undefined) return false;
  return compareVersions(oldest.split(".")[0] ?? "", installed.split(".")[0] ?? "") < 0;
}
