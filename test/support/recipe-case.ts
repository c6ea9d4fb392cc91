import { spawnSync } from "node:child_process";
import { TestRunner } from "vitest";
import { NO_EVIDENCE, type TestEvidence } from "../../src/domain/evidence.ts";
import type { ChainLink, Failure, Frame } from "../../src/domain/failure.ts";
import type { PythonModule, UnparsableFile } from "../../src/domain/python.ts";
import type { FoundSymbol, OwnSymbol } from "../../src/domain/question.ts";
import type { Installed } from "../../src/draft/facts/installed.ts";
import { NOTHING_SAID, type Support } from "../../src/draft/facts/support.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../../src/draft/recipes/recipe.ts";
import { LIBRARIES } from "../../src/draft/tables/index.ts";
import type { Library } from "../../src/domain/library.ts";
import { pythonBridge } from "../../src/io/python-bridge.ts";
import { kindOfTopLevel } from "../../src/syntax/top-level.ts";
import { applyEdits } from "../../src/text/apply-edits.ts";

/** One table row: files before, what the run showed, installed packages. */
export interface RecipeCase {
  readonly files: Readonly<Record<string, string>>;
  readonly exception: { readonly type: string; readonly message: string };
  /** Frames of the last exception, innermost last; `function` and `locals` as the probe would give them. */
  readonly frames?: readonly Frame[];
  readonly chain?: readonly ChainLink[];
  readonly evidence?: Partial<TestEvidence>;
  readonly packages?: Readonly<Record<string, string>>;
  /** Version of the interpreter; `3.12.1` when absent. */
  readonly python?: string;
  readonly support?: Partial<Support>;
  /** The project's own tables. */
  readonly libraries?: readonly Library[];
  /** Dotted names that can be had; whatever else is asked for is not there. */
  readonly has?: readonly string[];
  /** `callable keyword` pairs that the installed packages take. */
  readonly accepts?: readonly string[];
  readonly definitions?: Readonly<Record<string, readonly FoundSymbol[]>>;
  /** What `dir` gives for an installed module or class. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** Phase of the failure; `call` when absent. */
  readonly phase?: Failure["phase"];
  /** Guarded files besides those under `tests/` and every `conftest.py`. */
  readonly guarded?: readonly string[];
  /** Files that the failure does not lead to: tracked, but not among the project's modules. */
  readonly unreached?: readonly string[];
}

const parser = pythonBridge([process.env["AUTOFIX_BRIDGE_PYTHON"] ?? "python3"], {});

/** The input a recipe would get, the files parsed by a real interpreter. */
export async function recipeInput(row: RecipeCase): Promise<RecipeInput> {
  const parsed = await parser.parse(Object.entries(row.files).map(([path, text]) => ({ path, text })));
  const isModule = (file: PythonModule | UnparsableFile): file is PythonModule => "tree" in file;
  const all = parsed.filter(isModule);
  const trackedFiles = Object.keys(row.files);
  const tests = trackedFiles.filter((path) => path.startsWith("tests/") || path.endsWith("conftest.py"));
  return {
    group: { key: "test", failures: [failureOf(row)] },
    evidence: { ...NO_EVIDENCE, ...row.evidence },
    project: {
      modules: new Map(all.filter(({ path }) => !row.unreached?.includes(path)).map((module) => [module.path, module])),
      unparsable: parsed.filter((file): file is UnparsableFile => !isModule(file)),
      guarded: new Set([...tests, ...(row.guarded ?? [])]),
      trackedFiles,
    },
    packages: row.packages ?? { sqlalchemy: "2.0.58" },
    python: row.python ?? "3.12.1",
    support: { ...NOTHING_SAID, ...row.support },
    installed: { ...installedOf(row), ownDefinitions: (symbol) => ownDefinitions(all, symbol) },
    libraries: [...(row.libraries ?? []), ...LIBRARIES],
  };
}

/** What the row says is installed; whether a text is Python is asked of a real interpreter. */
function installedOf(row: RecipeCase): Omit<Installed, "ownDefinitions"> {
  const { has = [], accepts = [], definitions = {}, members = {} } = row;
  return {
    has: (name) => has.includes(name),
    accepts: (name, keyword) => accepts.includes(`${name} ${keyword}`),
    members: (name) => members[name] ?? [],
    definitions: (packageName, symbol) => definitions[`${packageName} ${symbol}`] ?? [],
    parses: isPython,
  };
}

function ownDefinitions(modules: readonly PythonModule[], symbol: string): OwnSymbol[] {
  return modules.flatMap((module) => {
    const kind = kindOfTopLevel(module, symbol);
    return kind === undefined ? [] : [{ path: module.path, kind }];
  });
}

function isPython(text: string): boolean {
  const command = process.env["AUTOFIX_BRIDGE_PYTHON"] ?? "python3";
  return spawnSync(command, ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], { input: text }).status === 0;
}

function failureOf(row: RecipeCase): Failure {
  return {
    nodeId: "tests/test_it.py::test_it",
    file: "tests/test_it.py",
    testName: "test_it",
    phase: row.phase ?? "call",
    kind: "failure",
    exception: row.exception,
    chain: row.chain ?? [],
    frames: row.frames ?? [],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report: "probe", format: "probe" },
  };
}

/** The files a draft changes, after it; throws when its edits conflict. */
export function filesAfter(row: RecipeCase, draft: RecipeDraft): Record<string, string> {
  const changed = [...new Set(draft.edits.map((edit) => edit.path))];
  return Object.fromEntries(
    changed.map((path) => {
      const text = applyEdits(
        row.files[path] ?? "",
        draft.edits.filter((edit) => edit.path === path),
      );
      if (typeof text !== "string") throw new Error(`${path}: ${text.reason}`);
      return [path, text];
    }),
  );
}

/** Every draft of a recipe as the files it would change; also checks that each is idempotent (drafting again is a no-op). */
export async function drafted(recipe: Recipe, row: RecipeCase): Promise<Record<string, string>[]> {
  const results = recipe.draft(await recipeInput(row)).map((draft) => filesAfter(row, draft));
  noteDrafts(recipe, results.length);
  for (const files of results) {
    const again = recipe.draft(await recipeInput({ ...row, files: { ...row.files, ...files } }));
    if (again.length > 0) throw new Error(`not idempotent: ${JSON.stringify(again[0]?.edits)}`);
  }
  return results;
}

declare module "vitest" {
  interface TaskMeta {
    /** Recipe and number of drafts, one entry for each row that the test tried. */
    drafts?: [recipe: string, count: number][];
  }
}

/** Puts into the report of the running test what a recipe made of one row; `.ci/recipe-tables.ts` counts them. */
export function noteDrafts({ id }: Recipe, count: number): void {
  const meta = TestRunner.getCurrentTest()?.meta;
  if (meta) meta.drafts = [...(meta.drafts ?? []), [id, count]];
}
