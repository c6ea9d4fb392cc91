import type { Case, Draft } from "../domain/case.ts";
import type { Patch } from "../domain/patch.ts";
import type { PythonModule } from "../domain/python.ts";
import type { RunContext } from "../domain/run-context.ts";
import { guard } from "../guard/guard.ts";
import { whyDisguised } from "../guard/path-form.ts";
import type { Limits } from "../guard/rule.ts";
import type { PythonParser, ReviewHost } from "../ports.ts";
import { describeFailure } from "../publish/host-sentence.ts";
import { editsBetween } from "../text/edits-between.ts";
import { splitNodeId } from "../text/junit-address.ts";
import { refusalText } from "../text/refusal-text.ts";
import { testFiles } from "../verify/test-files.ts";

export interface VetInput {
  readonly document: Case;
  readonly context: RunContext;
  readonly host: Pick<ReviewHost, "fileModes" | "fileText">;
  readonly parser: PythonParser;
  readonly limits: Limits;
}

export type Vetted =
  | { readonly kind: "vetted"; readonly case: Case }
  | { readonly kind: "refused"; readonly reason: string };

/** A patch for more files than this is not even looked up. */
const MOST_FILES = 100;
/** Test files that are read for what they expect. */
const MOST_TEST_FILES = 20;
/** Where nothing tells the project's own patterns. */
const DEFAULT_TESTS = { guardedFiles: [], testFilePatterns: ["test_*.py", "*_test.py"], testPaths: [] };
/** GitHub checks out the merge of head and base for these, so that commit may have been tested too. */
const MERGE_EVENTS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

/**
 * The case of a job that ran code of the repository, taken for what that code may have made of it. The commit must be this
 * event's own, the texts before the patch those that GitHub has there, and every guard rule is asked again. What passes is
 * no proof that tests ran, only that the patch is one we could have made.
 */
export async function vetCase(input: VetInput): Promise<Vetted> {
  const { document, context, host } = input;
  const { patch, sha } = document;
  const wrong = whyInconsistent(document) ?? (patch && whyOtherCommit(sha, context)) ?? null;
  if (wrong !== null) return refused(wrong);
  if (patch === null || sha === null) return { kind: "vetted", case: document };
  const modes = await host.fileModes(sha);
  if (modes.kind !== "ok") return refused(describeFailure("did not list the files of the tested commit", modes));
  const why = await whyOtherTexts(patch, { sha, modes: modes.value, host });
  if (why !== null) return refused(why);
  const reasons = await refusals(input, patch, { sha, modes: modes.value });
  return reasons.length > 0
    ? refused(`The patch of the case file is refused: ${reasons.join("; ")}.`)
    : { kind: "vetted", case: document };
}

/** A patch without a run that stands behind it, or one that says one thing in two ways. */
function whyInconsistent({ patch, verification, healed }: Case): string | null {
  if (patch === null) return verification === null ? null : "The case file holds a verification, and no patch.";
  const isVerified = verification !== null && verification.targets.length > 0 && verification.failsAgainWhenReverted;
  return isVerified && healed.length > 0
    ? whyNoPatch(patch)
    : "The case file holds a patch, and no run that verified it.";
}

function whyNoPatch({ changes }: Patch): string | null {
  const paths = changes.map(({ path }) => path);
  if (paths.length === 0 || paths.length > MOST_FILES) {
    return `The patch of the case file changes ${paths.length} files.`;
  }
  if (new Set(paths).size !== paths.length) return "The patch of the case file changes one file twice.";
  return changes.some(({ before, after }) => before === after)
    ? "The patch of the case file holds a file that it does not change."
    : null;
}

function whyOtherCommit(sha: string | null, context: RunContext): string | null {
  if (sha === null) return "The case file does not say which commit was tested.";
  const own = MERGE_EVENTS.has(context.eventName) ? [context.headSha, context.sha] : [context.headSha];
  if (own.includes(sha)) return null;
  return `The case file is of commit ${shown(sha)}, and this run is about ${shown(context.headSha)}.`;
}

interface TestedTree {
  readonly sha: string;
  readonly modes: ReadonlyMap<string, string>;
}

async function whyOtherTexts(
  { changes }: Patch,
  { sha, modes, host }: TestedTree & Pick<VetInput, "host">,
): Promise<string | null> {
  for (const { path, before } of changes) {
    const disguise = whyDisguised(path);
    if (disguise !== undefined) return `A path in the case file ${disguise}.`;
    const mode = modes.get(path);
    if (mode !== "100644" && mode !== "100755") {
      return `\`${path}\` of the case file is ${mode === undefined ? "no file" : "no plain file"} of the tested commit.`;
    }
    const there = await host.fileText(path, sha);
    if (there.kind !== "ok") return describeFailure(`did not show \`${path}\``, there);
    if (there.value.kind !== "text") return `\`${path}\` cannot be changed: ${there.value.reason}.`;
    if (there.value.text !== before) return `\`${path}\` is not at GitHub what the case file says was tested.`;
  }
  return null;
}

async function refusals(input: VetInput, patch: Patch, tree: TestedTree): Promise<string[]> {
  const { document, parser, limits } = input;
  const trackedFiles = [...tree.modes.keys()];
  const named = failingTestFiles(document).filter((path) => tree.modes.has(path));
  const guardedFiles = new Set([
    ...(document.handover?.guarded ?? []),
    ...testFiles(trackedFiles, [DEFAULT_TESTS]),
    ...named,
  ]);
  const texts = await testTexts(named.slice(0, MOST_TEST_FILES), tree.sha, input.host);
  const parse = async (files: readonly { readonly path: string; readonly text: string }[]): Promise<Modules> =>
    new Map((await parser.parse(files)).flatMap((file) => ("tree" in file ? [[file.path, file]] : [])));
  const before = await parse(patch.changes.map(({ path, before: text }) => ({ path, text })));
  const verdict = guard({
    candidate: { ...origins(document), edits: patch.changes.flatMap(editsBetween), rationale: "", leftAlone: [] },
    changes: patch.changes,
    trackedFiles: new Set(trackedFiles),
    guardedFiles,
    settledFiles: new Set(),
    limits,
    before,
    after: await parse(patch.changes.map(({ path, after: text }) => ({ path, text }))),
    modules: new Map([...(await parse(texts)), ...before]),
    packages: document.handover?.packages ?? {},
  });
  return verdict.kind === "refused" ? verdict.reasons.map(refusalText) : [];
}

type Modules = ReadonlyMap<string, PythonModule>;

/** With a recipe among the drafters a call in a test may have been changed: the rule for tests looks at how. */
function origins({ healed }: Case): Pick<Draft, "origin" | "mayEditTests"> {
  const all = healed.flatMap(({ steps }) => steps.map(({ origin }) => origin));
  return {
    origin: all[0] ?? { kind: "llm", model: "unknown", match: "L8" },
    mayEditTests: all.some(({ kind }) => kind === "recipe"),
  };
}

function failingTestFiles({ groups, healed, verification }: Case): string[] {
  const failures = [...groups, ...healed].flatMap((group) => group.failures);
  const ids = [...failures.map(({ nodeId }) => nodeId ?? ""), ...(verification?.targets ?? [])];
  return [...new Set([...failures.map(({ file }) => file ?? ""), ...ids.map((id) => splitNodeId(id).path)])];
}

async function testTexts(
  paths: readonly string[],
  sha: string,
  host: VetInput["host"],
): Promise<{ readonly path: string; readonly text: string }[]> {
  const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await host.fileText(path, sha) })));
  return answers.flatMap(({ path, answer }) =>
    answer.kind === "ok" && answer.value.kind === "text" ? [{ path, text: answer.value.text }] : [],
  );
}

/** A commit as people know it; what else may stand there is cut. */
function shown(sha: string): string {
  return `\`${sha.replace(/[^0-9a-f]/gi, "").slice(0, 12)}\``;
}

function refused(reason: string): Vetted {
  return { kind: "refused", reason };
}
