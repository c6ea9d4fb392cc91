import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunContext } from "./domain/run-context.ts";
import { RECIPES } from "./draft/recipes/index.ts";
import type { Log, ReviewHost } from "./ports.ts";
import { SetupError } from "./problem.ts";
import type { Settings } from "./settings/settings.ts";
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
  context: RunContext,
  checkout: string,
  asking: Asking,
): Promise<ProjectRecipes> {
  return recipesIn(await trustedText(PROJECT_FILE, context, { checkout, ...asking }));
}

/** What the owners of a checkout want an LLM to keep in mind; null without such a file. */
export async function localInstructions({ llm }: Settings, folder: string): Promise<string | null> {
  const file = llm?.instructionsFile ?? null;
  return file === null ? null : shortened(await readFile(join(folder, file), "utf8").catch(() => null));
}

/** The same for an event; a pull request does not decide what a model is told. */
export async function trustedInstructions(
  { llm }: Settings,
  context: RunContext,
  asking: Asking & { readonly checkout: string },
): Promise<string | null> {
  const file = llm?.instructionsFile ?? null;
  return file === null ? null : shortened(await trustedText(file, context, asking));
}

/** They are part of each prompt. */
const MAX_INSTRUCTIONS = 4000;

function shortened(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text.slice(0, MAX_INSTRUCTIONS);
}

interface Asking {
  readonly openHost: () => Promise<ReviewHost | null>;
  readonly log: Log;
}

async function trustedText(
  path: string,
  { pullRequest }: RunContext,
  { checkout, openHost, log }: Asking & { readonly checkout: string },
): Promise<string | null> {
  if (pullRequest === null) return readFile(join(checkout, path), "utf8").catch(() => null);
  const host = await openHost();
  if (host === null) return null;
  const answer = await host.fileText(path, pullRequest.baseSha);
  if (answer.kind === "ok" && answer.value.kind === "text") return answer.value.text;
  if (answer.kind !== "missing") {
    const why = answer.kind === "ok" ? answer.value.kind : `${answer.kind}, ${answer.message}`;
    log.warning(`${path} of the base branch could not be read: ${why}`);
  }
  return null;
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
