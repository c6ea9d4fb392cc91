import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunContext } from "./domain/run-context.ts";
import { RECIPES } from "./draft/recipes/index.ts";
import type { Log, ReviewHost } from "./ports.ts";
import { SetupError } from "./problem.ts";
import {
  NO_PROJECT_RECIPES,
  parseProjectRecipes,
  PROJECT_FILE,
  type ProjectRecipes,
} from "./settings/project-recipes.ts";

/** The recipes of a checkout that its owner works in: the file as it lies there. Throws for one that cannot be read. */
export async function localProjectRecipes(folder: string): Promise<ProjectRecipes> {
  return recipesIn(await readFile(join(folder, PROJECT_FILE), "utf8").catch(() => null));
}

/**
 * The recipes that hold for an event. A pull request must not decide how it is judged: there the file counts as it stands
 * on the base branch, asked of the host; for every other event the checkout is the branch itself.
 */
export async function trustedProjectRecipes(
  { pullRequest }: RunContext,
  checkout: string,
  { openHost, log }: { readonly openHost: () => Promise<ReviewHost | null>; readonly log: Log },
): Promise<ProjectRecipes> {
  if (pullRequest === null) return localProjectRecipes(checkout);
  const host = await openHost();
  if (host === null) return NO_PROJECT_RECIPES;
  const answer = await host.fileText(PROJECT_FILE, pullRequest.baseSha);
  if (answer.kind === "ok" && answer.value.kind === "text") return recipesIn(answer.value.text);
  if (answer.kind !== "missing") {
    const why = answer.kind === "ok" ? answer.value.kind : `${answer.kind}, ${answer.message}`;
    log.warning(`${PROJECT_FILE} of the base branch could not be read: ${why}`);
  }
  return NO_PROJECT_RECIPES;
}

function recipesIn(text: string | null): ProjectRecipes {
  if (text === null) return NO_PROJECT_RECIPES;
  const reading = parseProjectRecipes(
    text,
    RECIPES.map(({ id }) => id),
  );
  if (reading.kind === "problems") throw new SetupError(reading.problems);
  return reading.recipes;
}
