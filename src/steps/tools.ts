import type { PackageReader, PythonParser, Log, TestRunner, Workspace } from "../ports.ts";
import type { Drafter } from "../draft/draft.ts";
import type { ChangedHunk } from "../domain/branch.ts";
import type { Recipe } from "../draft/recipes/recipe.ts";
import type { Library } from "../domain/library.ts";
import type { Limits } from "../guard/rule.ts";

/** What every step may use: the effects, and the limits that hold for the whole run. */
export interface Tools {
  readonly workspace: Workspace;
  readonly runner: TestRunner;
  /** The code that a pull request builds on, in a copy with a runner of its own; absent where it is not at hand. */
  readonly atBase?: { readonly sha: string; readonly runner: TestRunner };
  /** The syntax of the interpreter that ran the tests; null = the one found for the project. */
  readonly parserFor: (executable: string | null) => PythonParser;
  /** The packages of the interpreter that ran the tests; null = the one found for the project. */
  readonly packagesFor: (executable: string | null) => PackageReader;
  readonly log: Log;
  readonly limits: Limits;
  /** How many times the targets must pass with the patch. */
  readonly repeat: number;
  /** Why a group is not to be mended again, by its key: a commit of ours on the pull request was to do so. Absent: none was. */
  readonly mendedBefore?: ((groupKey: string) => string | null) | undefined;
  /** What held up in an earlier phase; asked before the recipes. Absent: nothing. */
  readonly known?: Drafter;
  /** In the order in which they are asked. */
  readonly recipes: readonly Recipe[];
  /** What recipes know of libraries. */
  readonly libraries: readonly Library[];
  /** What the pull request changed; empty where that is not known. */
  readonly changes: readonly ChangedHunk[];
  /** Asked when no recipe's candidate holds up. */
  readonly drafters: readonly Drafter[];
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  /** How long to go on drafting. */
  readonly draftingSeconds: number;
}
