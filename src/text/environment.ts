import { matchesAny } from "./glob.ts";

/** What a test run must not inherit: our inputs, the runner's channels, credentials, and loader or tool overrides. */
const DROPPED = [
  "INPUT_*",
  "STATE_*",
  "GITHUB_*",
  "RUNNER_*",
  "ACTIONS_*",
  "OPENAI_*",
  "ANTHROPIC_*",
  "AZURE_OPENAI_*",
  "TOKEN",
  "*_TOKEN",
  "GIT_*",
  "SSH_AUTH_SOCK",
  "NODE_OPTIONS",
  "LD_*",
  "DYLD_*",
];
/**
 * Harmless facts that tests read. The library paths stay because actions/setup-python sets LD_LIBRARY_PATH and its
 * interpreters may not start without it.
 */
const KEPT = [
  "GITHUB_ACTIONS",
  "GITHUB_WORKSPACE",
  "GITHUB_SHA",
  "GITHUB_REF",
  "GITHUB_REF_*",
  "RUNNER_OS",
  "RUNNER_ARCH",
  "RUNNER_TEMP",
  "LD_LIBRARY_PATH",
  "DYLD_LIBRARY_PATH",
];

/** Globs over names of environment variables: `allow` keeps what we would drop, `deny` drops whatever else says. */
export interface EnvironmentPolicy {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/**
 * The environment of a test run: all that the workflow set, less what code of a pull request must not see. Names are
 * compared without regard to case, as Windows does. `dropped` is sorted, for the sentence that says why a failure does
 * not show up in our run.
 */
export function testEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  policy: EnvironmentPolicy,
): { readonly env: Readonly<Record<string, string>>; readonly dropped: readonly string[] } {
  const kept: Record<string, string> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue;
    if (mayStay(name, policy)) kept[name] = value;
    else dropped.push(name);
  }
  return { env: kept, dropped: dropped.sort() };
}

/** Every step has a good many of these. */
const RUNNER_PREFIXES = ["ACTIONS_", "GITHUB_", "INPUT_", "RUNNER_", "STATE_"];

/** Dropped names as a person wants to read them: those of the runner and of our inputs as one each, behind the others. */
export function shownVariables(dropped: readonly string[]): readonly string[] {
  const prefixOf = (name: string): string | undefined =>
    RUNNER_PREFIXES.find((prefix) => name.toUpperCase().startsWith(prefix));
  const families = RUNNER_PREFIXES.filter((prefix) => dropped.some((name) => prefixOf(name) === prefix));
  return [...dropped.filter((name) => prefixOf(name) === undefined), ...families.map((prefix) => `${prefix}*`)];
}

function mayStay(name: string, { allow, deny }: EnvironmentPolicy): boolean {
  if (fits(name, deny)) return false;
  return fits(name, allow) || fits(name, KEPT) || !fits(name, DROPPED);
}

function fits(name: string, globs: readonly string[]): boolean {
  return matchesAny(
    name.toUpperCase(),
    globs.map((glob) => glob.toUpperCase()),
  );
}
