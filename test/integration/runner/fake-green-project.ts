import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { git } from "../../support/git-repository.ts";
import {
  changedPaths,
  scratchFolder,
  scratchRepository,
  treeState,
  writeFiles,
} from "../../support/scratch-project.ts";
import type { Patch } from "../../../src/domain/patch.ts";
import type { Failure } from "../../../src/domain/failure.ts";
import type { Recipe } from "../../../src/draft/recipes/recipe.ts";
import type { Checkout } from "../../../src/io/checkout.ts";
import { type Ending, endingOf } from "../../../src/outcome.ts";
import { heal } from "../../../src/pipeline.ts";
import { SetupError } from "../../../src/problem.ts";
import { parseSettings } from "../../../src/settings/parse.ts";
import type { Tools } from "../../../src/steps/tools.ts";
import { openWorkbench } from "../../../src/workbench.ts";
import { failure } from "../../support/runs.ts";
import { testPython } from "./project.ts";

const run = promisify(execFile);
export const PROJECTS = fileURLToPath(new URL("../../fixtures/fake-green/", import.meta.url));

export const TARGET = "tests/test_orders.py::test_total_of_orders";
const PATCHED = "shop/orders.py";
const FROM = "sum(rows)";
const TO = "sum(rows, 0)";

/** `when-patched` = the tests are red until the product is touched; `always` = they are green although the code is wrong. */
export type Occasion = "when-patched" | "always";

/** A project whose tests lie. */
export interface FakeGreen {
  readonly folder: string;
  readonly before: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** A repository with the files all of these projects share, and those of one trick over them. */
export function fakeGreen(trick: string, occasion: Occasion): FakeGreen {
  const files = { ...filesOf("base"), ...filesOf(trick) };
  const checkedIn = occasion === "always" ? "" : (files[PATCHED] ?? "");
  const folder = scratchRepository({ ...files, "checked_in.txt": checkedIn });
  const options = trick === "deselect-by-environment" ? ` --deselect ${TARGET}` : "";
  const environment = {
    PATH: process.env["PATH"] ?? "",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1",
    PYTEST_ADDOPTS: `-p no:cacheprovider${options}`,
    ...(trick === "exit-status-by-sitecustomize" ? { PYTHONPATH: join(folder, "startup") } : {}),
  };
  return { folder, environment, before: treeState(folder) };
}

/** What somebody sees who patches, runs pytest and looks at its exit code; the project is as before afterwards. */
export async function naiveExitCode({ folder, environment }: FakeGreen): Promise<unknown> {
  const copy = join(scratchFolder(), "copy");
  git(folder, ["clone", "--quiet", folder, copy]);
  writeFiles(copy, { [PATCHED]: readFileSync(join(copy, PATCHED), "utf8").replace(FROM, TO) });
  const env = { ...environment, PYTHONPATH: environment["PYTHONPATH"]?.replace(folder, copy) ?? "" };
  return run(await testPython(), ["-m", "pytest", "-q"], { cwd: copy, env }).then(
    () => 0,
    (error: { code?: unknown }) => error.code,
  );
}

/** What a job's report says of the honest run before. */
function reported(): Failure {
  return failure(TARGET, { source: { report: "report.xml", format: "junit" } });
}

const USELESS: Recipe = {
  id: "useless",
  title: "useless",
  explanation: "",
  draft({ project }) {
    const start = project.modules.get(PATCHED)?.text.indexOf(FROM) ?? -1;
    if (start === -1) return [];
    const edits = [{ path: PATCHED, start, end: start + FROM.length, text: TO }];
    return [{ edits, rationale: "says the start of the sum", leftAlone: [] }];
  },
};

export interface Ended extends Ending {
  readonly patch: Patch | null;
  /** Of the project; tests may have written to it, we must not. */
  readonly changed: readonly string[];
}

/** The whole product but for publication, with a drafter whose edit mends nothing. */
export async function healFakeGreen(project: FakeGreen): Promise<Ended> {
  const parsed = parseSettings({ python: await testPython(), repeat: "2" }, []);
  if (parsed.kind === "problems") throw new Error(JSON.stringify(parsed.problems));
  const { tools, checkout } = await openWorkbench({
    settings: parsed.settings,
    folder: project.folder,
    environment: project.environment,
    log: { section: async (_title, work) => work(), info: () => {}, warning: () => {} },
    journalFolder: join(scratchFolder(), "journal"),
    claimsFolder: join(scratchFolder(), "claims"),
  });
  const ending = await endOf(tools, checkout);
  return { ...ending, changed: changedPaths(project.before, project.folder) };
}

/** What the user is told; without the machine's own paths. */
async function endOf(tools: Tools, { sha }: Checkout): Promise<Omit<Ended, "changed">> {
  const counts = { tests: 2, failures: 1, errors: 0, skipped: 0 };
  const report = { failures: [reported()], counts, notes: [] };
  try {
    const healed = await heal(report, sha, { ...tools, recipes: [USELESS] });
    const { status, reason } = endingOf(healed);
    return { status, reason: inGeneral(reason), patch: healed.patch };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { status: "error", reason: inGeneral(error.problems.map(({ what }) => what).join(" ")), patch: null };
  }
}

function inGeneral(reason: string): string {
  return reason.replace(/`[^` ]*python[^` ]* -m pytest`/g, "`pytest`");
}

function filesOf(name: string): Record<string, string> {
  const folder = join(PROJECTS, name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
