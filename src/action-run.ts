import type { RunContext } from "./domain/run-context.ts";
import type { Log, ReviewHost } from "./ports.ts";
import type { Settings } from "./settings/settings.ts";

/** One run of the step: what it was told, and where it stands. */
export interface ActionRun {
  readonly settings: Settings;
  readonly context: RunContext;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; ours alone, for what the run leaves behind. */
  readonly folder: string;
  /** Absolute; where the checkout lies, if there is one. */
  readonly workspace: string;
  readonly log: Log;
}

/** GitHub's client is loaded only where there is a token for it: it is most of the bundle's start-up time. */
export async function hostOf({
  settings,
  context,
}: Pick<ActionRun, "settings" | "context">): Promise<ReviewHost | null> {
  if (settings.githubToken === null) return null;
  const { createReviewHost } = await import("./io/github-host.ts");
  return createReviewHost(context, settings.githubToken);
}
