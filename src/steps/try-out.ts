import type { CandidatePatch, Mismatch, Patch, Refusal, Rejection, Verdict } from "../domain/patch.ts";
import type { ProjectSource } from "../domain/python.ts";
import type { TestRun } from "../domain/test-run.ts";
import { type AppliedPatch, planPatch } from "../apply/plan.ts";
import { guard } from "../guard/guard.ts";
import { judgeFiles, judgeTargets } from "../verify/compare.ts";
import { foreignCopy } from "../verify/import-origin.ts";
import { type Selections, selectionOf } from "../verify/targets.ts";
import { allowedBefore } from "./allowed-before.ts";
import type { Sources } from "./sources.ts";
import type { Tools } from "./tools.ts";

/** A candidate after its trial: the verdict, and what was seen when it ran. */
export interface Trial {
  readonly verdict: Verdict;
  /** The whole patch, earlier steps included; null when it never came to a run. */
  readonly patch: Patch | null;
  readonly run: TestRun | null;
}

export interface TrialInput {
  readonly candidate: CandidatePatch;
  readonly project: ProjectSource;
  /** Installed distributions, as the guard knows them. */
  readonly packages: Readonly<Record<string, string>>;
  /** What the candidate builds on. */
  readonly earlier: Patch;
  /** What must pass. */
  readonly targets: readonly string[];
  /** What runs with them, without a say in the verdict. */
  readonly alongside: readonly string[];
  /** What must be run for targets that fail only among others. */
  readonly selections: Selections;
  /** Test files to run whole when the targets pass; often none. */
  readonly files: readonly string[];
  /** Targets that fail on unchanged code, as far as known. */
  readonly failing: readonly string[];
  /** Whether to watch for what the exceptions alone do not show; slow for call-heavy tests. */
  readonly trace: boolean;
}

/** What of a trial comes before anything runs. */
export type Preparation = Pick<TrialInput, "candidate" | "project" | "packages" | "earlier">;

/** Guard, apply, verify, restore: always all, always in this order, whatever happens in between. */
export async function tryOut(input: TrialInput, sources: Sources, tools: Tools): Promise<Trial> {
  const prepared = await prepare(input, sources, tools);
  if (prepared.kind !== "applied") return { verdict: prepared, patch: null, run: null };
  const { verdict, run } = await withPatch(prepared.patch, tools, async () => runTrial(input, prepared.patch, tools));
  return { verdict, patch: prepared.patch, run };
}

/** The patch of a candidate that fits the files and that no rule refuses; nothing is written or run. */
export async function prepare(
  input: Preparation,
  sources: Sources,
  tools: Pick<Tools, "limits">,
): Promise<AppliedPatch | Mismatch | Refusal> {
  const planned = planPatch(input.candidate, textsOf(input.project), input.earlier);
  if (planned.kind === "mismatch") return planned;
  const guarded = await guardPatch(input, planned.patch, { sources, tools });
  return guarded.kind === "refused" ? guarded : planned;
}

/** What the drafter saw, also of files that Python cannot parse: mending those is a draft like any other. */
export function textsOf({ modules, unparsable }: ProjectSource): ReadonlyMap<string, string> {
  return new Map([...unparsable, ...modules.values()].map(({ path, text }) => [path, text]));
}

/** The targets, and when they pass their files: what the patch breaks near them is found before the whole suite runs. */
async function runTrial(input: TrialInput, patch: Patch, tools: Tools): Promise<{ verdict: Verdict; run: TestRun }> {
  const { targets, alongside, selections, files, trace } = input;
  const run = await tools.runner.run({ targets: selectionOf([...targets, ...alongside], selections), trace });
  const rejection = judgeTargets(targets, run);
  if (rejection) return { verdict: explained(rejection, patch, run), run };
  if (files.length === 0) return { verdict: { kind: "plausible" }, run };
  const whole = await tools.runner.run({ targets: files, trace: false });
  return { verdict: judgeFiles(whole, input.failing) ?? { kind: "plausible" }, run };
}

/** Without effect because another copy of the file is what runs: something to tell, for no patch can help. */
function explained(rejection: Rejection, { changes }: Patch, run: TestRun): Rejection {
  if (rejection.why !== "no-effect") return rejection;
  const copy = foreignCopy(
    changes.map(({ path }) => path),
    run,
  );
  if (!copy) return rejection;
  const reason = `${rejection.reason}: the tests import ${copy.path} from ${copy.importedFrom}, not from this checkout; install the project with \`pip install -e\``;
  return { ...rejection, reason };
}

/** Does work while the patch is in the tree; the tree is as before afterwards, also when the work throws. */
export async function withPatch<T>(patch: Patch, tools: Pick<Tools, "workspace">, work: () => Promise<T>): Promise<T> {
  try {
    await tools.workspace.write(patch.changes);
    return await work();
  } finally {
    await tools.workspace.restore();
  }
}

async function guardPatch(
  { candidate, project, packages, earlier }: Preparation,
  patch: Patch,
  { sources, tools }: { readonly sources: Sources; readonly tools: Pick<Tools, "limits"> },
): Promise<ReturnType<typeof guard>> {
  const own = new Set(candidate.edits.map(({ path }) => path));
  return guard({
    candidate: allowedBefore(candidate, project.guarded, earlier),
    changes: patch.changes,
    trackedFiles: new Set(project.trackedFiles),
    guardedFiles: project.guarded,
    settledFiles: new Set(earlier.changes.map(({ path }) => path).filter((path) => !own.has(path))),
    limits: tools.limits,
    before: await sources.parse(patch.changes.map(({ path, before }) => ({ path, text: before }))),
    after: await sources.parse(patch.changes.map(({ path, after }) => ({ path, text: after }))),
    modules: project.modules,
    packages,
  });
}

/** Patched files must hold exactly what was written, and guarded ones that are not patched what they held at the start. */
export async function tampering(
  patch: Patch,
  guardedHashes: Readonly<Record<string, string>>,
  tools: Pick<Tools, "workspace">,
): Promise<Rejection | undefined> {
  const patched = new Set(patch.changes.map(({ path }) => path));
  const others = Object.keys(guardedHashes).filter((path) => !patched.has(path));
  const now = await tools.workspace.hashes(others);
  const changed = others.filter((path) => now[path] !== guardedHashes[path]);
  for (const change of patch.changes) {
    const file = await tools.workspace.read(change.path);
    if (file.kind !== "text" || file.text !== change.after) changed.push(change.path);
  }
  if (changed.length === 0) return undefined;
  return { kind: "rejected", why: "tampered", tests: [], reason: `the test run changed ${changed.join(", ")}` };
}
