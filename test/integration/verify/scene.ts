import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Case } from "../../../src/domain/case.ts";
import type { CandidatePatch } from "../../../src/domain/patch.ts";
import type { RunRequest, TestRun } from "../../../src/domain/test-run.ts";
import type { Drafter } from "../../../src/draft/draft.ts";
import type { Recipe } from "../../../src/draft/recipes/recipe.ts";
import { heal } from "../../../src/pipeline.ts";
import { namedReport } from "../../../src/reports.ts";
import { parseSettings } from "../../../src/settings/parse.ts";
import type { Tools } from "../../../src/steps/tools.ts";
import { openWorkbench } from "../../../src/workbench.ts";
import { changedPaths, scratchFolder, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { testPython } from "../runner/project.ts";

/** Replaces pieces of files; each must be there. */
export interface Draft {
  readonly id: string;
  readonly edits: readonly (readonly [path: string, from: string, to: string])[];
}

export interface Scene {
  readonly files: Readonly<Record<string, string>>;
  /** Drafts of recipes, in order. */
  readonly drafts?: readonly Draft[];
  /** Drafts of an LLM, asked after the recipes. */
  readonly llm?: readonly Draft[];
  /** Whether the job's own JUnit file is at hand. */
  readonly hasReport?: boolean;
  /** After the job's run, before ours. */
  readonly meanwhile?: (folder: string) => void;
  /** The commit that a pull request builds on. */
  readonly base?: (folder: string) => string;
  readonly repeat?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Words after `pytest`. */
  readonly options?: readonly string[];
  readonly tools?: (tools: Tools, folder: string) => Tools;
}

export interface Healed {
  readonly case: Case;
  /** Of each run of ours: how much was asked for, `all` or the number of ids, or that pytest was only to collect. */
  readonly runs: readonly (number | "all" | "collect")[];
  /** How often the test command was started, counted by itself. */
  readonly started: number;
  readonly changed: readonly string[];
}

/** The whole product but for publication, with these drafts in place of our own. */
export async function healScene(scene: Scene): Promise<Healed> {
  const folder = scratchRepository(scene.files);
  const scratch = scratchFolder();
  const command = [await commandIn(scratch), ...(scene.options ?? [])];
  const report = scene.hasReport === true ? [await jobReport(folder, scratch, command)] : null;
  scene.meanwhile?.(folder);
  const log = join(scratch, "started");
  writeFileSync(log, "");
  const before = treeState(folder);
  const settings = { "test-command": JSON.stringify(command), repeat: String(scene.repeat ?? 1) };
  const parsed = parseSettings(settings, []);
  if (parsed.kind === "problems") throw new Error(JSON.stringify(parsed.problems));
  const { tools, checkout, release } = await openWorkbench({
    settings: parsed.settings,
    folder,
    environment: { PATH: process.env["PATH"], ...QUIET, ...scene.env },
    log: { section: async (_title, work) => work(), info: () => {}, warning: () => {} },
    journalFolder: join(scratch, "journal"),
    claimsFolder: join(scratch, "claims"),
    ...(scene.base === undefined ? {} : { base: scene.base(folder) }),
  });
  const requests: RunRequest[] = [];
  const used = drafting(scene, remembering(requests, tools));
  const named = { junitPath: report ?? [], logFile: null, traceback: null };
  const read = await namedReport(named, folder, checkout);
  const healed = await heal(read, checkout.sha, scene.tools?.(used, folder) ?? used);
  await release();
  return {
    case: healed,
    runs: requests.map(({ targets, collectOnly }) =>
      collectOnly === true ? "collect" : targets === "all" ? "all" : targets.length,
    ),
    started: readFileSync(log, "utf8").split("\n").length - 1,
    changed: changedPaths(before, folder),
  };
}

function remembering(requests: RunRequest[], tools: Tools): Tools {
  const run = async (request: RunRequest): Promise<TestRun> => {
    requests.push(request);
    return tools.runner.run(request);
  };
  return { ...tools, runner: { run } };
}

function drafting({ drafts = [], llm = [] }: Scene, tools: Tools): Tools {
  return { ...tools, recipes: drafts.map(recipeOf), drafters: [drafterOf(llm)] };
}

const QUIET = { PYTHONDONTWRITEBYTECODE: "1", PYTEST_ADDOPTS: "-p no:cacheprovider" };

/** A command that runs pytest and counts how often it did. */
async function commandIn(folder: string): Promise<string> {
  const file = join(folder, "run-tests");
  writeFileSync(file, `#!/bin/sh\necho started >> "${folder}/started"\nexec "${await testPython()}" -m pytest "$@"\n`, {
    mode: 0o755,
  });
  return file;
}

/** What the job itself ran and wrote; that tests fail there is the point. */
async function jobReport(
  folder: string,
  scratch: string,
  [command = "", ...words]: readonly string[],
): Promise<string> {
  const file = join(scratch, "report.xml");
  const env = { PATH: process.env["PATH"] ?? "", ...QUIET };
  await promisify(execFile)(command, [...words, "--junitxml", file], { cwd: folder, env }).catch(() => undefined);
  if (!existsSync(file)) throw new Error("the job wrote no report");
  return file;
}

function recipeOf({ id, edits }: Draft): Recipe {
  return {
    id,
    title: id,
    explanation: "",
    draft({ project }) {
      const placed = placedIn(edits, (path) => project.modules.get(path)?.text);
      return placed.length === 0 ? [] : [{ edits: placed, rationale: id, leftAlone: [] }];
    },
  };
}

function drafterOf(drafts: readonly Draft[]): Drafter {
  return async function* draft({ project }) {
    for (const { id, edits } of drafts) {
      const placed = placedIn(edits, (path) => project.modules.get(path)?.text);
      if (placed.length > 0)
        yield {
          origin: { kind: "llm", model: "test", match: "L0" },
          edits: placed,
          rationale: id,
          leftAlone: [],
          mayEditTests: false,
        };
    }
  };
}

/** Nothing unless every piece is there. */
function placedIn(edits: Draft["edits"], textOf: (path: string) => string | undefined): CandidatePatch["edits"] {
  const placed = edits.flatMap(([path, from, to]) => {
    const start = textOf(path)?.indexOf(from) ?? -1;
    return start < 0 ? [] : [{ path, start, end: start + from.length, text: to }];
  });
  return placed.length === edits.length ? placed : [];
}
