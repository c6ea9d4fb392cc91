import type { Problem } from "../problem.ts";
import type { InputDefinition } from "./input-definition.ts";
import { INPUTS, MODES, PHASES, type InputName } from "./inputs.ts";
import {
  quote,
  readBoolean,
  readChoice,
  readInsidePath,
  readInteger,
  readLogin,
  readVariableName,
  splitList,
  type Reading,
} from "./read-value.ts";
import { type LlmInputs, readLlm } from "./llm.ts";
import { readPublish } from "./publish.ts";
import { checkPhase } from "./phase.ts";
import { readRecipeChoice } from "./recipe-choice.ts";
import type { Settings } from "./settings.ts";
import { readTestCommand } from "./test-command.ts";

export type ParsedSettings =
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/**
 * Turns the texts of the inputs into settings, or says everything that is wrong with them at once. Keys are input
 * names as in action.yml; an absent or blank text means the default. `recipeIds` are the recipes that exist.
 */
export function parseSettings(raw: Readonly<Record<string, string>>, recipeIds: readonly string[]): ParsedSettings {
  const problems = unknownInputs(raw);
  const take = <T>(reading: Reading<T>): T => {
    problems.push(...reading.problems);
    return reading.value;
  };
  const text = (name: InputName): string => textOf(raw, name);
  const list = (name: InputName, read: (name: string, entry: string) => Reading<string>): readonly string[] =>
    splitList(text(name)).map((entry) => take(read(name, entry)));
  const integer = (name: InputName): number => take(readInteger(definitionOf(name), text(name)));

  const settings: Settings = {
    junitPath: splitList(text("junit-path")),
    logFile: text("log-file") || null,
    traceback: text("traceback") || null,
    testCommand: text("test-command") === "" ? null : take(readTestCommand(text("test-command"))),
    workingDirectory: take(readInsidePath("working-directory", text("working-directory"))),
    python: text("python") || null,
    mode: take(readChoice("mode", text("mode"), MODES)),
    phase: take(readChoice("phase", text("phase"), PHASES)),
    caseFiles: splitList(text("case-file")),
    groups: splitList(text("groups")),
    githubToken: text("github-token") || null,
    allowed: { users: list("allow-users", readLogin), bots: list("allow-bots", readLogin) },
    publish: take(readPublish(text, integer)),
    llm: take(readLlm({ ...llmTexts(text), maxDrafts: integer("max-drafts"), maxTokens: integer("max-tokens") })),
    maxFiles: integer("max-files"),
    maxLines: integer("max-lines"),
    allowedPaths: list("allowed-paths", readInsidePath),
    deniedPaths: list("denied-paths", readInsidePath),
    repeat: integer("repeat"),
    timeoutSeconds: integer("timeout"),
    recipesOff: take(readRecipeChoice(splitList(text("recipes")), recipeIds)),
    envAllow: list("env-allow", readVariableName),
    envDeny: list("env-deny", readVariableName),
    failOnError: take(readBoolean("fail-on-error", text("fail-on-error"))),
  };
  if (problems.length === 0) take(checkPhase({ ...settings, hasLlm: settings.llm !== null }));
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "settings", settings: Object.freeze(settings) };
}

function llmTexts(text: (name: InputName) => string): Omit<LlmInputs, "maxDrafts" | "maxTokens"> {
  return {
    apiKey: text("openai-api-key"),
    baseUrl: text("base-url"),
    llmModels: splitList(text("model")),
    prices: text("prices"),
    maxCost: text("max-cost"),
    instructionsFile: text("instructions-file"),
  };
}

/**
 * The inputs in a runner's environment: `INPUT_` and the upper-case name with its dashes. The same name with
 * underscores is a misspelling that GitHub only warns about; it is passed on so that it gets its sentence. Other
 * variables that begin with `INPUT_` belong to somebody else.
 */
export function rawInputs(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const raw: Record<string, string> = {};
  for (const [key, value] of Object.entries(env)) {
    if (!/^INPUT_/i.test(key) || value === undefined) continue;
    const name = key.slice("INPUT_".length).toLowerCase();
    if (isInput(name.replaceAll("_", "-"))) raw[name] = value;
  }
  return raw;
}

/** The text given, or the default. The default of the token is GitHub's own expression: outside a runner it is nothing. */
function textOf(raw: Readonly<Record<string, string>>, name: InputName): string {
  const given = (raw[name] ?? "").trim();
  const fallback = definitionOf(name).default;
  return given !== "" || fallback.startsWith("${{") ? given : fallback;
}

function definitionOf(name: InputName): InputDefinition {
  const definition = INPUTS.find((input) => input.name === name);
  if (!definition) throw new Error(`no input is called ${name}`);
  return definition;
}

function isInput(name: string): boolean {
  return INPUTS.some((input) => input.name === name);
}

function unknownInputs(raw: Readonly<Record<string, string>>): Problem[] {
  return Object.keys(raw)
    .filter((name) => !isInput(name))
    .map((name) => {
      const meant = name.replaceAll("_", "-").toLowerCase();
      return {
        code: "unknown-input",
        what: `There is no input ${quote(name)}.`,
        why: isInput(meant)
          ? `It is spelt ${meant}.`
          : `The inputs are ${INPUTS.map((input) => input.name).join(", ")}.`,
        next: isInput(meant) ? `Rename it to ${meant}.` : "Remove the line, or correct the name.",
      };
    });
}
