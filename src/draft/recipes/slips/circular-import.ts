import type { Frame } from "../../../domain/failure.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import { children, lastLine, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { listedNames } from "../../names/import-list.ts";
import { type Sighting, sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { lateUses } from "./import-uses.ts";
import { moveImport } from "./move-import.ts";

/** Modules that import each other while they are being imported. */
export const circularImport: Recipe = {
  id: "circular-import",
  title: "Two modules that import each other: the import moves to where its names are needed",
  explanation:
    "While a module is being imported its later names are not there yet, so one that it imports cannot in turn import them from it.",
  draft: (input) =>
    sightings(input)
      .flatMap((sighting) => draftMoves(input, sighting))
      .slice(0, 2),
};

const CYCLE =
  /^cannot import name '\w{1,200}' from partially initialized module '([\w.]{1,300})'|^partially initialized module '([\w.]{1,300})' has no attribute '|^cannot access submodule '\w{1,200}' of module '([\w.]{1,300})' \(most likely due to a circular import/;

function draftMoves(input: RecipeInput, sighting: Sighting): RecipeDraft[] {
  const match = CYCLE.exec(sighting.message ?? "");
  const half = match?.[1] ?? match?.[2] ?? match?.[3];
  if (half === undefined) return [];
  return legsOf(input, sighting.frames, half)
    .toReversed()
    .flatMap((leg) => draftMove(input, leg));
}

/** A module's import of the next one of the cycle. */
interface Leg {
  readonly frame: Frame;
  /** File of the module that is imported. */
  readonly file: string;
}

/** The frames from where the module that is not ready yet began to import, innermost last. */
function legsOf({ project }: RecipeInput, frames: readonly Frame[], half: string): Leg[] {
  const own = frames.filter(({ path }) => project.modules.has(path));
  const file = importedFile(project.trackedFiles, own.at(-1)?.path ?? "", { source: half, level: 0 });
  const start = own.findLastIndex(({ path }) => path === file);
  if (file === undefined || start === -1) return [];
  return own.slice(start).map((frame, index, cycle) => ({ frame, file: cycle[index + 1]?.path ?? file }));
}

function draftMove(input: RecipeInput, { frame, file }: Leg): RecipeDraft[] {
  const { project } = input;
  const module = project.modules.get(frame.path);
  const statement = module && importAt(module, frame.line);
  if (!module || !statement || project.guarded.has(module.path) || isConditional(module, statement)) return [];
  if (!filesBehind(input, module, statement).includes(file)) return [];
  const uses = lateUses(project, module, statement);
  const edits = uses && moveImport(module, statement, uses);
  return edits ? [{ edits, rationale: RATIONALE, leftAlone: [] }] : [];
}

/** Files that a statement imports: modules, submodules, and the packages around them. */
function filesBehind({ project }: RecipeInput, module: PythonModule, statement: PythonNode): string[] {
  const given = statement.fields["level"];
  const level = typeof given === "number" ? given : 0;
  const source = word(statement, "module") ?? "";
  const names = listedNames(statement).map(({ name }) => (source === "" ? name : `${source}.${name}`));
  const dotted = names.flatMap((name) =>
    name.split(".").map((_part, index, parts) => parts.slice(0, index + 1).join(".")),
  );
  return ["", ...dotted].flatMap(
    (wanted) => importedFile(project.trackedFiles, module.path, { source: wanted, level }) ?? [],
  );
}

const RATIONALE =
  "The two modules import each other. This import's names are only needed later than at import, so it moves to where they are needed.";

function importAt(module: PythonModule, line: number): PythonNode | undefined {
  return children(module.tree, "body").find(
    (node) => /^Import(From)?$/.test(node.kind) && node.line <= line && line <= lastLine(module, node),
  );
}
