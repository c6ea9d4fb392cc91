import { isNode, LineCounter, parseDocument, visit } from "yaml";
import type { Document } from "yaml";
import { z } from "zod";
import type { Library } from "../domain/library.ts";
import type { Problem } from "../problem.ts";

/** What a repository says about recipes in a file of its own. */
export interface ProjectRecipes {
  /** Ids of recipes that are not asked. */
  readonly recipesOff: readonly string[];
  /** Rows of the same kinds as ours, tried before them. */
  readonly libraries: readonly Library[];
}

export const NO_PROJECT_RECIPES: ProjectRecipes = { recipesOff: [], libraries: [] };

/** Where it stands in the repository. */
export const PROJECT_FILE = ".github/autofix.yml";

const MAX_CHARACTERS = 200_000;
const MAX_PROBLEMS = 10;

const name = z.string().regex(/^[A-Za-z_][\w.]{0,200}$/, "must be a dotted name");
const word = z.string().regex(/^[A-Za-z_]\w{0,100}$/, "must be a name");
const version = z.string().regex(/^\d+(?:\.\d+){0,3}$/, 'must be a version in quotes, "2.0"');
const since = { since: version.optional() };
const library = z.strictObject({
  distribution: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,100}$/, "must be a distribution's name in lower case")
    .nullable(),
  names: z.array(z.strictObject({ old: name, new: z.union([name, z.array(name).min(1)]), ...since })).optional(),
  keywords: z
    .array(
      z.strictObject({
        callable: z.string().regex(/^(?:\*\.)?[A-Za-z_][\w.]{0,200}$/, "must be a dotted name, or *. and a method"),
        old: word,
        new: word.nullable(),
        ...since,
      }),
    )
    .optional(),
  methods: z.array(z.strictObject({ type: name, old: word, new: word, ...since })).optional(),
});
const file = z.strictObject({
  version: z.literal(1, "must be 1"),
  "recipes-off": z.array(z.string()).optional(),
  libraries: z.array(library).optional(),
});

export type ProjectReading =
  | { readonly kind: "recipes"; readonly recipes: ProjectRecipes }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/** Reads the file's text; every problem names its line. Aliases and tags of YAML are refused with the rest. */
export function parseProjectRecipes(text: string, known: readonly string[]): ProjectReading {
  if (text.length > MAX_CHARACTERS) return broken([{ line: 1, what: `is longer than ${MAX_CHARACTERS} characters` }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: false, schema: "core" });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const faults = [
    ...document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), what: firstLine(message) })),
    ...aliasesIn(document).map((offset) => ({ line: lineAt(offset), what: "aliases of YAML are not read here" })),
  ];
  if (faults.length > 0) return broken(faults);
  const parsed = file.safeParse(document.toJS());
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  if (!parsed.success)
    return broken(
      parsed.error.issues.map(({ path, message }) => ({ line: lineOf(path), what: whereIn(path) + message })),
    );
  const off = parsed.data["recipes-off"] ?? [];
  const unknown = off.flatMap((id, index) =>
    known.includes(id) ? [] : [{ line: lineOf(["recipes-off", index]), what: `there is no recipe "${id}"` }],
  );
  if (unknown.length > 0) return broken(unknown);
  return { kind: "recipes", recipes: { recipesOff: off, libraries: (parsed.data.libraries ?? []).map(withoutAbsent) } };
}

/** Where aliases stand: a few of them can stand for a text without end. */
function aliasesIn(document: Document): number[] {
  const found: number[] = [];
  visit(document, { Alias: (_key, node) => void found.push(node.range?.[0] ?? 0) });
  return found;
}

function whereIn(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "" : `${path.join(".")}: `;
}

/** What is not given is absent, not undefined. */
function withoutAbsent({ distribution, names, keywords, methods }: z.infer<typeof library>): Library {
  return {
    distribution,
    names: (names ?? []).map(({ since: from, ...row }) => (from === undefined ? row : { ...row, since: from })),
    keywords: (keywords ?? []).map(({ since: from, ...row }) => (from === undefined ? row : { ...row, since: from })),
    methods: (methods ?? []).map(({ since: from, ...row }) => (from === undefined ? row : { ...row, since: from })),
  };
}

/** Where the nearest node on the way to a value begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

interface Fault {
  readonly line: number;
  readonly what: string;
}

function broken(faults: readonly Fault[]): ProjectReading {
  const problems = faults.slice(0, MAX_PROBLEMS).map(({ line, what }) => ({
    code: "project-recipes",
    what: `${PROJECT_FILE}, line ${line}: ${what.slice(0, 300)}.`,
    why: "Recipes follow this file; one that is half understood could change code that you did not mean.",
    next: `Mend line ${line}, or take the file away.`,
  }));
  return { kind: "problems", problems };
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/:$/, "");
}
