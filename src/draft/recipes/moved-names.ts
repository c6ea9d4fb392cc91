import type { Edit } from "../../domain/patch.ts";
import type { PythonModule } from "../../domain/python.ts";
import { worksBefore } from "../facts/support.ts";
import { isConditional } from "../names/conditional.ts";
import {
  addedArgument,
  innermost,
  isImportReplaced,
  isOwnModule,
  isUnpacked,
  missingModule,
} from "../names/moved-limits.ts";
import { isAtLine, type OwnPlace, ownPlaces, wordsIn } from "../names/place.ts";
import { isRead, lastPart, parentName, type Reference, referencesTo } from "../names/references.ts";
import { renameAll, type Renaming } from "../names/rename.ts";
import { importedNames } from "../names/bindings.ts";
import type { Library, RenamedName } from "../../domain/library.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";
import { productModules } from "./slips/failing-line.ts";

/** Names that a library, or Python's own, took away or moved. */
export const movedNames: Recipe = {
  id: "moved-names",
  title: "Names that a library or Python took away: what is there in their stead",
  explanation:
    "The installed version no longer has the name under which the code knows a function, class or module; it lives on under another name, or elsewhere.",
  draft(input) {
    const spoken = ownPlaces(input).map((place) => ({ place, words: wordsIn(place.message) }));
    return input.libraries.flatMap((library) => draftFor(input, library, spoken));
  },
};

/** A place with the words of its exception: every row of every library is looked up in them. */
interface Spoken {
  readonly place: OwnPlace;
  readonly words: ReadonlySet<string>;
}

function draftFor(input: RecipeInput, library: Library, spoken: readonly Spoken[]): RecipeDraft[] {
  const rows = new Map((library.names ?? []).map((row) => [row.old, row]));
  if (rows.size === 0) return [];
  const about = spoken.filter((entry) => isAbout(entry, rows));
  const found = about.flatMap((entry) => faultAt(input, entry, { library, rows }) ?? [])[0];
  if (!found) return [];
  const { place: shown, renaming } = found;
  const own = editsOf(input, shown.module, { library, rows });
  if (own.length === 0) return [];
  const others = productModules(input).filter((module) => module !== shown.module);
  const everywhere = [...own, ...others.flatMap((module) => editsOf(input, module, { library, rows }))];
  const draft = (edits: readonly Edit[]): RecipeDraft => ({
    edits,
    rationale: rationaleOf(renaming),
    leftAlone: [],
    mayEditTests: input.project.guarded.has(shown.module.path),
  });
  return everywhere.length > own.length ? [draft(everywhere), draft(own)] : [draft(own)];
}

interface Table {
  readonly library: Library;
  readonly rows: ReadonlyMap<string, RenamedName>;
}

/** The exception speaks of a name of the table, by its last part or (a module) as a whole. */
function isAbout({ place, words }: Spoken, rows: ReadonlyMap<string, RenamedName>): boolean {
  const missing = missingModule(place.message);
  return [...rows.keys()].some(
    (old) => ownParts(old).some((part) => words.has(part)) || (missing !== undefined && old.startsWith(`${missing}.`)),
  );
}

/** All but the package itself: of `scipy.misc.comb` Python may miss `misc` already. */
function ownParts(dotted: string): readonly string[] {
  const parts = dotted.split(".");
  return parts.length > 1 ? parts.slice(1) : parts;
}

interface Fault {
  readonly place: OwnPlace;
  /** What the exception is about. */
  readonly renaming: Renaming;
}

function faultAt(input: RecipeInput, spoken: Spoken, table: Table): Fault | undefined {
  const { place } = spoken;
  const renamings = renamingsIn(input, place.module, table);
  const renaming = renamings.find(isOn(spoken)) ?? (isImportReplaced(place, renamings) ? renamings[0] : undefined);
  return renaming && { place, renaming };
}

/** A place to change stands on the line that failed, and the exception speaks of its name. */
function isOn({ place: { module, frame, message }, words }: Spoken) {
  return ({ reference }: Renaming): boolean =>
    isAtLine(module, reference.node, frame.line) &&
    (ownParts(reference.dotted).some((part) => words.has(part)) || message.includes("No module named"));
}

function editsOf(input: RecipeInput, module: PythonModule, table: Table): readonly Edit[] {
  const renamings = renamingsIn(input, module, table);
  const renamed = renameAll(module, renamings) ?? [];
  const added = renamings.flatMap(({ reference }) => addedTo(module, reference, table) ?? []);
  return renamed.length > 0 ? [...renamed, ...added] : [];
}

/** Every place of a file that reaches a name which the installed package no longer has, and has under another name. */
function renamingsIn(input: RecipeInput, module: PythonModule, { library, rows }: Table): Renaming[] {
  const wanted = new Set([...rows.keys(), ...importsBelow(module, rows)]);
  const references = referencesTo(module, wanted).filter(
    ({ node, kind }) => !isConditional(module, node) && (kind === "import" || isRead(node)),
  );
  const isDifferent = (reference: Reference): boolean =>
    (rows.get(reference.dotted)?.isLonger === true && isUnpacked(module, reference)) ||
    addedTo(module, reference, { library, rows }) === undefined;
  const kept = new Set(references.filter(isDifferent).map(({ dotted }) => dotted));
  return innermost(
    references
      .filter(({ dotted }) => !kept.has(dotted))
      .flatMap((reference) => renamingOf(input, reference, { library, rows }) ?? []),
  );
}

/** What the new function must be given too; undefined where it cannot be. */
function addedTo(module: PythonModule, reference: Reference, { rows }: Table): Edit[] | undefined {
  const adds = rows.get(reference.dotted)?.adds;
  return adds === undefined ? [] : addedArgument(module, reference, adds);
}

/** `from ConfigParser import NoOptionError`: what is imported from a module that moved as a whole. */
function importsBelow(module: PythonModule, rows: ReadonlyMap<string, RenamedName>): string[] {
  return importedNames(module)
    .map(({ imported }) => imported)
    .filter((imported) => [...rows.keys()].some((old) => imported.startsWith(`${old}.`)));
}

function renamingOf(input: RecipeInput, reference: Reference, { library, rows }: Table): Renaming | undefined {
  const { dotted } = reference;
  const old = rows.has(dotted) ? dotted : [...rows.keys()].findLast((entry) => dotted.startsWith(`${entry}.`));
  const row = old === undefined ? undefined : rows.get(old);
  if (old === undefined || row === undefined || input.installed.has(old)) return undefined;
  if (!old.includes(".") && isOwnModule(input.project, old)) return undefined;
  const rest = dotted.slice(old.length);
  const to = [row.new]
    .flat()
    .map((name) => `${name}${rest}`)
    .find((name) => input.installed.has(name));
  return to === undefined
    ? undefined
    : { reference, to, isGuarded: worksBefore(input.support, library.distribution, row.since) };
}

function rationaleOf({ reference, to }: Renaming): string {
  const fresh = parentName(to) === "builtins" ? lastPart(to) : to;
  return `The installed version no longer has \`${reference.dotted}\`; \`${fresh}\` is there in its stead.`;
}
