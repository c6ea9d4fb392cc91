import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import { child, walk, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { fromParts, listedNames, writtenName } from "../../names/import-list.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { dottedName, sourceFor, sourceRoots } from "./own-modules.ts";

/** A module of the repository that an import looks for in the wrong place. */
export const ownImport: Recipe = {
  id: "own-import",
  title: "An import of the project's own module by a path under which Python does not find it",
  explanation:
    "Python looks for modules where `sys.path` leads and, with dots, in the package of the importing file; not in the folder of that file.",
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
  const failing = [...walk(module.tree)].filter(
    (node) => isImport(node) && isAtLine(module, node, frame.line) && !isConditional(module, node),
  );
  const [statement, ...others] = failing;
  if (!statement || others.length > 0) return undefined;
  const isTest = input.project.guarded.has(module.path);
  if (isRelativeFault(place)) {
    const rationale = "The file is no part of a package: the dots lead nowhere.";
    return draftOf(absolute(input, module), { rationale, mayEditTests: isTest });
  }
  const missing = /^No module named '([\w.]{1,300})'/.exec(place.message)?.[1];
  if (place.type !== "ModuleNotFoundError" || missing === undefined || isTest || !names(statement, missing))
    return undefined;
  const rationale = `There is no \`${missing}\` where Python looks; the repository has it elsewhere.`;
  return draftOf(moved(input, module, statement), { rationale, mayEditTests: false });
}

function draftOf(
  edits: readonly Edit[] | undefined,
  said: Pick<RecipeDraft, "rationale" | "mayEditTests">,
): RecipeDraft | undefined {
  return edits && edits.length > 0 ? { ...said, edits, leftAlone: [] } : undefined;
}

function isRelativeFault({ type, message }: OwnPlace): boolean {
  return type === "ImportError" && message.startsWith("attempted relative import with no known parent package");
}

function isImport({ kind }: PythonNode): boolean {
  return kind === "Import" || kind === "ImportFrom";
}

function levelOf(statement: PythonNode): number {
  const level = statement.fields["level"];
  return typeof level === "number" ? level : 0;
}

/** The statement asks for the missing module itself, or for something in it. */
function names(statement: PythonNode, missing: string): boolean {
  const asked =
    statement.kind === "ImportFrom"
      ? [word(statement, "module") ?? ""]
      : listedNames(statement).map(({ name }) => name);
  return levelOf(statement) === 0 && asked.some((name) => name === missing || name.startsWith(`${missing}.`));
}

/** Every relative import of a file that is imported by its bare name, made absolute. A package's own are right as they are. */
function absolute(input: RecipeInput, module: PythonModule): Edit[] | undefined {
  const folder = module.path.split("/").slice(0, -1).join("/");
  if (input.project.trackedFiles.includes(folder === "" ? "__init__.py" : `${folder}/__init__.py`)) return undefined;
  const roots = new Set([...sourceRoots(input.project), folder]);
  const statements = [...walk(module.tree)].filter((node) => node.kind === "ImportFrom" && levelOf(node) > 0);
  const edits = statements.map((statement) => absoluteImport(input, module, { statement, roots }));
  return edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}

interface Relative {
  readonly statement: PythonNode;
  readonly roots: ReadonlySet<string>;
}

function absoluteImport(input: RecipeInput, module: PythonModule, { statement, roots }: Relative): Edit | undefined {
  const source = word(statement, "module");
  const level = levelOf(statement);
  const dots = ".".repeat(level);
  const text = module.text.slice(statement.start, statement.end);
  if (source === undefined) return plainImports(input, module, { statement, roots });
  const path = importedFile(input.project.trackedFiles, module.path, { source, level });
  const full = path === undefined ? undefined : dottedName(path, roots);
  const head = /^from\s+/.exec(text)?.[0];
  if (full === undefined || head === undefined || !text.startsWith(`${head}${dots}${source}`)) return undefined;
  const start = statement.start + head.length;
  return { path: module.path, start, end: start + dots.length + source.length, text: full };
}

/** `from . import money` as `import money`. */
function plainImports(input: RecipeInput, module: PythonModule, { statement, roots }: Relative): Edit | undefined {
  const [only, ...others] = listedNames(statement);
  const path =
    only && importedFile(input.project.trackedFiles, module.path, { source: only.name, level: levelOf(statement) });
  const full = path === undefined ? undefined : dottedName(path, roots);
  if (!only || others.length > 0 || full !== only.name) return undefined;
  return { path: module.path, start: statement.start, end: statement.end, text: `import ${writtenName(only)}` };
}

/** An import of the one file of the repository that has the module's name and all that is taken from it. */
function moved(input: RecipeInput, module: PythonModule, statement: PythonNode): Edit[] | undefined {
  if (statement.kind === "Import") return movedModule(input, module, statement);
  const last = (word(statement, "module") ?? "").split(".").at(-1) ?? "";
  const listed = listedNames(statement);
  const wanted = listed.map(({ name }) => name);
  const path = holder(input, module, { last, wanted });
  const full = path === undefined ? undefined : sourceFor(input.project, module, path);
  const parts = fromParts(module, statement);
  if (full === undefined || !parts || full === word(statement, "module")) return undefined;
  return [{ path: module.path, ...parts.source, text: full }];
}

/** `import money` as `from shop import money`, alone in its statement and at module level. */
function movedModule(input: RecipeInput, module: PythonModule, statement: PythonNode): Edit[] | undefined {
  const [only, ...others] = listedNames(statement);
  if (!only || others.length > 0 || only.name.includes(".")) return undefined;
  const path = holder(input, module, { last: only.name, wanted: attributesRead(module, only.local ?? only.name) });
  const source = packageIn(path === undefined ? undefined : sourceFor(input.project, module, path));
  const text = `from ${source ?? ""} import ${writtenName(only)}`;
  return source === undefined ? undefined : [{ path: module.path, start: statement.start, end: statement.end, text }];
}

/** Of `shop.money` it is `shop`, of `.money` it is `.`, of `..tools.money` it is `..tools`. */
function packageIn(source: string | undefined): string | undefined {
  return source === undefined ? undefined : /^(?:(.*[^.])\.\w+|(\.+)\w+)$/.exec(source)?.slice(1).find(Boolean);
}

function attributesRead(module: PythonModule, local: string): string[] {
  return [...walk(module.tree)].flatMap((node) => {
    const base = node.kind === "Attribute" ? child(node, "value") : undefined;
    return base?.kind === "Name" && word(base, "id") === local ? (word(node, "attr") ?? []) : [];
  });
}

interface Wanted {
  /** Last part of the module's name. */
  readonly last: string;
  /** What the file takes from it. */
  readonly wanted: readonly string[];
}

/** The only product file of that name, when it defines everything that is taken from it. */
function holder(
  { project, installed }: RecipeInput,
  module: PythonModule,
  { last, wanted }: Wanted,
): string | undefined {
  const files = project.trackedFiles.filter(
    (path) =>
      (path === `${last}.py` || path.endsWith(`/${last}.py`)) && path !== module.path && !project.guarded.has(path),
  );
  const [only, ...others] = files;
  if (only === undefined || others.length > 0 || wanted.length === 0 || wanted.includes("*")) return undefined;
  const holds = wanted.map((name) => installed.ownDefinitions(name).some(({ path }) => path === only));
  return holds.every(Boolean) ? only : undefined;
}
