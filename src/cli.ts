import { parseArgs } from "node:util";
import { renderProblem, SetupError } from "./problem.ts";
import { INPUTS } from "./settings/inputs.ts";
import { plainLines } from "./text/inert-line.ts";

const USAGE = `autofix-action: mends failing pytest runs, and keeps only what was verified

  fix [--junit FILE]... [--working-directory DIR] [--python PATH] [--test-command WORDS]
      [--apply | --dry-run | --preview-prompt] [--result FILE] [--report FILE]
      Runs the failing tests (all of them without --junit), tries to mend what fails, and prints the patch;
      --apply leaves it in the work tree, --report writes the guide a pull request would get,
      --preview-prompt prints what an LLM would be sent for what no recipe mends, and sends nothing. Every input of the action is a flag too: --timeout 600, --repeat 3.
  read FILE... [--json] [--working-directory DIR]
      Prints the failures of JUnit files or pytest's terminal output.
  demo [--postgres]
      Shows it all on a small web shop.

Exit code: 0 mended or nothing to do, 1 not mended, 2 wrong use.
`;

/** Every command: words behind its name to an exit code. Each is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  fix: async (words) => (await import("./commands/fix.ts")).fixCommand(fixArguments(words)),
  read: async (words) => (await import("./commands/read.ts")).readCommand(readArguments(words)),
  demo: async (words) => (await import("./commands/demo.ts")).demoCommand(words),
};

/** Runs one command line and gives its exit code; every expected failure is a sentence on standard error. */
export async function commandLine(words: readonly string[]): Promise<number> {
  const [name = "", ...rest] = words;
  if (["help", "--help", "-h"].includes(name)) {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(name === "" ? USAGE : `There is no command "${clean(name)}".\n\n${USAGE}`);
    return 2;
  }
  try {
    return await command(rest);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    return 2;
  }
}

/** A broken setup explains itself; a wrong flag is told in Node's own words; anything else is a bug and says so. */
function sentenceFor(error: unknown): string {
  if (error instanceof SetupError) return error.problems.map((problem) => clean(renderProblem(problem))).join("\n");
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return `${clean(error.message)}\n\n${USAGE}`;
  }
  return `A fault of autofix-action itself; please report it: ${clean(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
}

function clean(text: string): string {
  return plainLines(text, { isRunner: process.env["GITHUB_ACTIONS"] === "true" }).join("\n");
}

export interface FixArguments {
  /** Input names to texts, as an action would get them. */
  readonly raw: Readonly<Record<string, string>>;
  readonly apply: boolean;
  readonly result: string | null;
  /** Where the guide goes, as Markdown. */
  readonly report: string | null;
  /** Print what an LLM would be sent, and send nothing. */
  readonly previewPrompt: boolean;
}

/** Inputs that make no sense on a command line. */
const ACTION_ONLY = new Set(["github-token", "mode", "fail-on-error"]);

function fixArguments(words: readonly string[]): FixArguments {
  const inputs = INPUTS.map((input) => input.name).filter((name) => !ACTION_ONLY.has(name));
  const { values } = parseArgs({
    args: [...words],
    strict: true,
    options: {
      ...Object.fromEntries(inputs.map((name) => [name, { type: "string" as const }])),
      junit: { type: "string", multiple: true, default: [] },
      apply: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      result: { type: "string" },
      report: { type: "string" },
      "preview-prompt": { type: "boolean", default: false },
    },
  });
  if (values.apply && values["dry-run"]) throw new SetupError([contradiction("--dry-run")]);
  if (values.apply && values["preview-prompt"]) throw new SetupError([contradiction("--preview-prompt")]);
  const given: Record<string, unknown> = values;
  const raw = Object.fromEntries(
    inputs.flatMap((name) => (typeof given[name] === "string" ? [[name, given[name]]] : [])),
  );
  const junit = [...values.junit, ...(raw["junit-path"] === undefined ? [] : [raw["junit-path"]])].join("\n");
  return {
    raw: { ...raw, "junit-path": junit },
    apply: values.apply,
    result: values.result ?? null,
    report: values.report ?? null,
    previewPrompt: values["preview-prompt"],
  };
}

function contradiction(flag: string): SetupError["problems"][number] {
  return {
    code: "flags-contradict",
    what: `--apply and ${flag} were both given.`,
    why: "One leaves the patch in the work tree, the other does not.",
    next: "Leave one of them out.",
  };
}

export interface ReadArguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly workingDirectory: string;
}

function readArguments(words: readonly string[]): ReadArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    strict: true,
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, "working-directory": { type: "string", default: "." } },
  });
  if (positionals.length === 0) {
    const why = "`read` prints what reports hold.";
    const next = "Name at least one: `read report.xml`.";
    throw new SetupError([{ code: "no-report-named", what: "No report was named.", why, next }]);
  }
  return { files: positionals, json: values.json, workingDirectory: values["working-directory"] };
}
