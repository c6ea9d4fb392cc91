import type { Case, HealedGroup, RunSummary } from "../domain/case.ts";
import type { Failure } from "../domain/failure.ts";
import type { FileChange } from "../domain/patch.ts";
import { countOf, fence, fitPage, inertProse, inlineCode } from "../text/markdown.ts";
import { redactLines } from "../text/redact.ts";
import type { PagePart } from "../text/markdown.ts";
import { unifiedDiff } from "../text/unified-diff.ts";
import { fingerprint } from "./fingerprint.ts";
import { renderLeft } from "./left-section.ts";
import { renderTesting } from "./testing-section.ts";
import { describeException, renderTrace } from "./trace.ts";

/** What one recipe's class of failure is, for people; own text, `code` in backticks. */
export interface RecipeGuide {
  readonly id: string;
  readonly title: string;
  /** One sentence that says why it fails. */
  readonly explanation: string;
  /** Address of the page that explains the whole class of failure; absent where it is not known. */
  readonly page?: string;
}

export interface GuideInput {
  readonly case: Case;
  /** The changes to show: of the head where they are published there, else of the checkout. */
  readonly changes: readonly FileChange[];
  readonly guides: readonly RecipeGuide[];
  /** The page of this run; null outside of GitHub. */
  readonly runUrl: string | null;
  /** Exact values that no line of code may show. Absent: only what looks like a credential is hidden. */
  readonly secrets?: readonly string[];
}

export interface GuidePage {
  /** First paragraph: what to do with the patch; our own Markdown. */
  readonly opening: string;
  /** Suggestions show the change line by line: then the whole patch is folded away. */
  readonly isPatchFolded: boolean;
  readonly limit?: number;
}

/**
 * The page that explains one healed failure with the customer's own lines: what failed and why, the trace, the change,
 * how it was tested, what was not done. At most 65,536 bytes unless `limit` says otherwise.
 */
export function renderGuide(given: GuideInput, page: GuidePage): string {
  const input = withoutSecrets(given);
  const { case: found } = input;
  const seen = found.healed.reduce((sum, group) => sum + group.failures.length, 0);
  const count = found.verification?.targets.length ?? seen;
  const parts: PagePart[] = [
    keep(`### ${countOf(count, "failing test")}: ${count === 1 ? "it passes" : "they pass"} with this patch`),
    keep(page.opening),
    ...found.healed.flatMap((group, index) => groupParts(group, input, index)),
    { text: changePart(input.changes, page.isPatchFolded), dropOrder: page.isPatchFolded ? 9 : 0 },
    ...(found.verification === null
      ? []
      : [{ text: `#### How it was tested\n\n${renderTesting(found.verification)}`, dropOrder: 1 }]),
    { text: `#### What was not done\n\n${renderLeft(found)}`, dropOrder: 2 },
    keep(renderFooter(input.runUrl)),
  ];
  return fitPage(parts, page.limit);
}

/** The same with code to look at, not to apply: suggestions and the patch's file are made of the true texts. */
function withoutSecrets(input: GuideInput): GuideInput {
  const clean = (changes: readonly FileChange[]): FileChange[] =>
    changes.map(({ path, before, after }) => ({ path, before: hide(before), after: hide(after) }));
  const hide = (text: string): string => redactLines(text, input.secrets ?? []);
  const { patch } = input.case;
  return {
    ...input,
    changes: clean(input.changes),
    case: patch === null ? input.case : { ...input.case, patch: { changes: clean(patch.changes) } },
  };
}

/** The same for two runs that found the same: seconds, chance and the run's page don't count. */
export function guideKey(input: GuideInput, page: GuidePage): string {
  return fingerprint([renderGuide({ ...input, case: withoutSeconds(input.case), runUrl: null }, page)]);
}

/** Two sentences: what failed, and why. */
export function whatFailed(failures: readonly Failure[], why: string): string {
  const first = failures[0];
  if (first === undefined) return "";
  const others = failures.length - 1;
  const more = others === 0 ? "" : ` (and ${countOf(others, "more test")} with the same cause)`;
  const name = inlineCode(first.nodeId ?? first.testName ?? first.file ?? "a test");
  const where = { setup: " in its set-up", call: "", teardown: " in its teardown", collect: " before any test runs" };
  const what = `${name}${more} fails${where[first.phase]} with ${describeException(first.exception)}.`;
  return why === "" ? what : `${what} ${inertProse(why)}`;
}

function groupParts(group: HealedGroup, input: GuideInput, index: number): readonly PagePart[] {
  const failure = group.failures[0];
  if (failure === undefined) return [];
  const guide = guideOf(group, input.guides);
  const rationale = group.steps.map(wordsOf).join(" ");
  const trace = renderTrace(failure, input.case.patch?.changes ?? []);
  const number = input.case.healed.length > 1 ? ` (${index + 1} of ${input.case.healed.length})` : "";
  return [
    {
      text: `#### What failed, and why${number}\n\n${whatFailed(group.failures, guide?.explanation ?? "")}\n\n${rationale}${linkTo(guide)}`,
      dropOrder: index === 0 ? null : 3,
    },
    { text: trace === "" ? "" : `#### The trace, line by line${number}\n\n${trace}`, dropOrder: 4 },
  ];
}

/** A model's words are marked as such: nobody has checked them. */
function wordsOf({ origin, rationale }: HealedGroup["steps"][number]): string {
  return origin.kind === "recipe"
    ? inertProse(rationale)
    : `In the words of ${inlineCode(origin.model)}: ${inlineCode(withoutCalls(rationale))}.`;
}

/** Code is quiet on the page, but mails make links of addresses everywhere, and robots listen to their names anywhere. */
function withoutCalls(words: string): string {
  return words
    .replaceAll(/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"'`)\]]*/gi, "(an address)")
    .replaceAll(/\bwww\.[^\s<>"'`)\]]+/gi, "(an address)")
    .replaceAll(/@(?=[\w-])/g, "@ ")
    .replaceAll(/(^|\s)\/(?=[a-z])/gi, "$1/ ");
}

function linkTo(guide: RecipeGuide | undefined): string {
  return guide?.page === undefined ? "" : `\n\n[All about failures of this kind](${guide.page})`;
}

function guideOf(group: HealedGroup, guides: readonly RecipeGuide[]): RecipeGuide | undefined {
  const ids = group.steps.map(({ origin }) => (origin.kind === "recipe" ? origin.id : ""));
  return guides.find(({ id }) => ids.includes(id));
}

function changePart(changes: readonly FileChange[], isFolded: boolean): string {
  const diff = fence(unifiedDiff(changes), "diff", 40_000);
  const hasReturns = changes.some(({ before, after }) => `${before}${after}`.includes("\r"));
  const remark = hasReturns ? "\n\nCarriage returns at the ends of lines are not shown here." : "";
  return isFolded
    ? `<details>\n<summary>Before and after: the whole patch</summary>\n\n${diff}${remark}\n\n</details>`
    : `#### Before and after\n\n${diff}${remark}`;
}

function renderFooter(runUrl: string | null): string {
  const run = runUrl === null ? "" : ` · [the run that made it](${runUrl})`;
  return `<sub>Drafted and tried by autofix-action${run}. The tests pass with it; whether it is what you want, you decide.</sub>`;
}

function withoutSeconds(found: Case): Case {
  const still = (run: RunSummary): RunSummary => ({ ...run, durationSeconds: 0 });
  const { verification } = found;
  // How often a flaky test passes is chance too.
  const groups = found.groups.map((group) => (group.verdict === "flaky" ? { ...group, reason: "" } : group));
  if (verification === null) return { ...found, groups };
  return {
    ...found,
    groups,
    verification: {
      ...verification,
      targeted: still(verification.targeted),
      fullBefore: still(verification.fullBefore),
      fullAfter: still(verification.fullAfter),
    },
  };
}

function keep(text: string): PagePart {
  return { text, dropOrder: null };
}
