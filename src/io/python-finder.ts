import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Problem } from "../problem.ts";
import { runProcess } from "./process.ts";

/** The project's interpreter, tried out. */
export interface FoundPython {
  readonly kind: "found";
  /** Words that start it: `["/repo/.venv/bin/python"]`, `["uv", "run", "python"]`. */
  readonly command: readonly string[];
  /** For people: "the virtual environment .venv". */
  readonly foundBy: string;
  /** `sys.executable` */
  readonly executable: string;
  /** `3.11.7` */
  readonly version: string;
  readonly hasPytest: boolean;
}

export interface MissingPython {
  readonly kind: "missing";
  readonly problem: Problem;
}

export interface PythonSearch {
  /** The repository, absolute. */
  readonly root: string;
  /** Relative to the root. */
  readonly workingDirectory: string;
  /** Input `python`; when given, nothing else is tried. */
  readonly python: string | null;
  /** True when pytest will be run with it: an interpreter without pytest is then passed over. */
  readonly needsPytest: boolean;
  readonly env: Readonly<Record<string, string>>;
}

interface Candidate {
  readonly command: readonly string[];
  readonly foundBy: string;
}

/** A first `uv run` may have to make the environment. */
const TRY_SECONDS = 300;
/** The current folder is taken off the path first: nothing of the repository is imported. */
const QUESTION = [
  "import sys",
  "sys.path = [path for path in sys.path if path]",
  "import importlib.util, json, platform",
  "has = importlib.util.find_spec('pytest') is not None",
  "print('autofix:' + json.dumps([sys.executable, platform.python_version(), has]))",
].join("; ");
const answer = z.tuple([z.string(), z.string(), z.boolean()]);

/**
 * Finds the interpreter that runs the project's tests, in this order: the input, the active virtual environment,
 * `.venv` and `venv` in the working directory and the root, `uv run` and `poetry run` where their lock file is,
 * `python3`, `python`. The first one that starts (and has pytest, if needed) is taken.
 */
export async function findPython(search: PythonSearch): Promise<FoundPython | MissingPython> {
  const tried: string[] = [];
  for (const candidate of await candidatesOf(search)) {
    const found = await tryOut(candidate, search);
    if (typeof found !== "string") {
      if (found.hasPytest || !search.needsPytest) return found;
      tried.push(`${nameOf(candidate)}: Python ${found.version} without pytest`);
    } else tried.push(`${nameOf(candidate)}: ${found}`);
  }
  return { kind: "missing", problem: problemOf(search, tried) };
}

async function candidatesOf(search: PythonSearch): Promise<Candidate[]> {
  if (search.python !== null) return [{ command: [search.python], foundBy: "the input `python`" }];
  const folders = [...new Set([resolve(search.root, search.workingDirectory), search.root])];
  const active = search.env["VIRTUAL_ENV"];
  const environments = [
    ...(active ? [{ home: active, foundBy: "the active virtual environment" }] : []),
    ...folders.flatMap((folder) =>
      [".venv", "venv"].map((name) => ({ home: join(folder, name), foundBy: `the virtual environment ${name}` })),
    ),
  ].map(({ home, foundBy }) => ({ command: [interpreterIn(home)], foundBy }));
  const tools = folders.flatMap((folder) => [
    { file: join(folder, "uv.lock"), command: ["uv", "run", "--frozen", "python"], foundBy: "uv.lock" },
    { file: join(folder, "poetry.lock"), command: ["poetry", "run", "python"], foundBy: "poetry.lock" },
  ]);
  return [
    ...(await existing(environments, ({ command }) => command[0] ?? "")),
    ...(await existing(tools, ({ file }) => file)),
    ...["python3", "python"].map((name) => ({ command: [name], foundBy: `\`${name}\` on the path` })),
  ];
}

function interpreterIn(home: string): string {
  return process.platform === "win32" ? join(home, "Scripts", "python.exe") : join(home, "bin", "python");
}

async function existing<T>(entries: readonly T[], pathOf: (entry: T) => string): Promise<T[]> {
  const exists = await Promise.all(
    entries.map((entry) =>
      access(pathOf(entry)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return entries.filter((_, index) => exists[index]);
}

/** The interpreter, or why it is none. */
async function tryOut({ command, foundBy }: Candidate, search: PythonSearch): Promise<FoundPython | string> {
  const ended = await runProcess({
    command: [...command, "-c", QUESTION],
    cwd: resolve(search.root, search.workingDirectory),
    env: search.env,
    timeoutSeconds: TRY_SECONDS,
  });
  if (ended.startError !== null) return "not found";
  const line = ended.output.split("\n").find((text) => text.startsWith("autofix:"));
  const facts = decode(line?.slice("autofix:".length));
  if (!facts) return `ended with exit code ${ended.exitCode ?? "none"}: ${lastLine(ended.output)}`;
  const [executable, version, hasPytest] = facts;
  return { kind: "found", command, foundBy, executable, version, hasPytest };
}

function decode(text: string | undefined): z.infer<typeof answer> | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return answer.safeParse(value).data;
  } catch {
    return undefined;
  }
}

function lastLine(output: string): string {
  return (output.trim().split("\n").at(-1) ?? "").slice(0, 200);
}

function nameOf({ command }: Candidate): string {
  return `\`${command.join(" ")}\``;
}

function problemOf(search: PythonSearch, tried: readonly string[]): Problem {
  const hasPython = tried.some((entry) => entry.endsWith(" without pytest"));
  return {
    ...(hasPython
      ? { code: "no-pytest", what: "No Python with pytest was found for this project." }
      : { code: "no-python", what: "No Python was found for this project." }),
    why: `Tried ${tried.join("; ")}.`,
    next:
      search.python === null
        ? "Set the input `python` to the interpreter that runs your tests, or `test-command` to the command."
        : "Correct the input `python`, or leave it out to have the interpreter found.",
  };
}
