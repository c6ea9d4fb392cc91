import { worseOutcome } from "../text/test-outcome.ts";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Failure, FailureReport } from "../domain/failure.ts";
import type { TestOutcome, TestRun } from "../domain/test-run.ts";
import { dottedName, junitAddress } from "../text/junit-address.ts";
import { junitCases, type JunitCase } from "./junit-cases.ts";

/** Reads reports, against the repository's files; the stage that does it is handed in. */
export type ReportReader = (
  files: readonly { readonly name: string; readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }[],
) => Promise<FailureReport>;

/** What a run told without the probe. */
export type UnprobedResults = Pick<
  TestRun,
  "source" | "rootDirectory" | "collected" | "outcomes" | "failures" | "sessions"
>;

export interface UnprobedRun {
  readonly junit: string;
  readonly output: string;
  /** The repository, and the folder in which the command ran; absolute. */
  readonly root: string;
  readonly cwd: string;
  readonly read: ReportReader;
}

/** The outcomes as the JUnit file has them, by node id; where there is no such file, the failures that were printed. */
export async function unprobedResults(run: UnprobedRun): Promise<UnprobedResults> {
  const cases = await junitCases(run.junit);
  return cases.length > 0 ? fromJunit(cases, run) : fromText(run);
}

async function fromJunit(cases: readonly JunitCase[], run: UnprobedRun): Promise<UnprobedResults> {
  const base = await baseOf(cases, run);
  const ids = new Map<string, string>();
  const outcomes: Record<string, TestOutcome> = {};
  for (const entry of cases) {
    const key = addressKey(entry);
    const id = ids.get(key) ?? (await nodeIdOf(entry, base));
    ids.set(key, id);
    outcomes[id] = worseOutcome(outcomes[id], entry.outcome);
  }
  const rootDirectory = relative(run.root, base).replaceAll("\\", "/");
  const report = await run.read([{ name: "junit.xml", chunks: createReadStream(run.junit) }]);
  const failures = report.failures.map((failure) => named(failure, { ids, rootDirectory }));
  const collected = Object.keys(outcomes);
  return { source: "junit", rootDirectory, collected, outcomes, failures, sessions: timesWritten(run) };
}

/** pytest says where it has put its file, each time it does so; the next one writes over it. */
function timesWritten({ output, junit }: UnprobedRun): number {
  return Math.max(1, output.split(`generated xml file: ${junit}`).length - 1);
}

/** Of what was printed only pytest's own words count: a traceback may be anybody's. */
async function fromText({ output, read }: UnprobedRun): Promise<UnprobedResults> {
  const { failures, counts } = await read([{ name: "output", chunks: [Buffer.from(output)] }]);
  const outcomes = Object.fromEntries(
    failures.flatMap(({ nodeId, kind }) => (nodeId === null ? [] : [[nodeId, outcomeOf(kind)]])),
  );
  const unknown = { rootDirectory: null, collected: [] };
  const isPytest = failures.length > 0 ? Object.keys(outcomes).length > 0 : counts.tests > 0;
  if (!isPytest) {
    return { source: "nothing", outcomes: {}, failures: [], sessions: 0, ...unknown };
  }
  return { source: "text", outcomes, failures, sessions: 1, ...unknown };
}

function outcomeOf(kind: Failure["kind"]): TestOutcome {
  return kind === "failure" ? "failed" : "error";
}

/** pytest's root directory: the folder of the run, or one above it, where the files are that its cases name. */
async function baseOf(cases: readonly JunitCase[], { root, cwd }: UnprobedRun): Promise<string> {
  const files = [...new Set(cases.flatMap(({ file }) => file ?? []))].slice(0, 50);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = await Promise.all(files.map(async (file) => isThere(join(folder, file))));
    if (found.every(Boolean)) return folder;
    if (folder === root || dirname(folder) === folder) return cwd;
  }
}

/**
 * The classname is the path with dots and the classes, so it names the file, whichever it is that exists: an inherited
 * test is written in another one. A case without a classname is a module that could not be collected.
 */
async function nodeIdOf({ classname, name, file }: JunitCase, base: string): Promise<string> {
  const own = file !== null && isFileOf(file, classname || name) ? file : undefined;
  const dotted = classname === "" ? name : classname;
  const path = own ?? (await pathOf(dotted, base));
  if (path === undefined) return `${classname}::${name}`;
  if (classname === "") return path;
  const classes = classname
    .slice(dottedName(path).length + 1)
    .split(".")
    .filter(Boolean);
  return [path, ...classes, name].join("::");
}

function isFileOf(file: string, dotted: string): boolean {
  const own = dottedName(file);
  return dotted === own || dotted.startsWith(`${own}.`);
}

async function pathOf(dotted: string, base: string): Promise<string | undefined> {
  const parts = dotted.split(".");
  for (let length = parts.length; length > 0; length--) {
    const path = `${parts.slice(0, length).join("/")}.py`;
    if (await isThere(join(base, path))) return path;
  }
  return undefined;
}

/** The failure under the id that its test has among the outcomes. */
function named(
  failure: Failure,
  { ids, rootDirectory }: { readonly ids: ReadonlyMap<string, string>; readonly rootDirectory: string },
): Failure {
  const { address, ...rest } = failure;
  const asked = address ?? (failure.nodeId === null ? undefined : junitAddress(failure.nodeId));
  const nodeId = asked && ids.get(addressKey(asked));
  if (nodeId === undefined) return failure;
  const path = nodeId.split("::")[0] ?? "";
  return { ...rest, nodeId, file: rootDirectory === "" ? path : `${rootDirectory}/${path}` };
}

function addressKey({ classname, name }: { readonly classname: string; readonly name: string }): string {
  return JSON.stringify([classname, name]);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
