import type { Publication, PublishedAs } from "../domain/outcome.ts";
import { fitPage, inertProse } from "../text/markdown.ts";
import { renderAttempts, renderLeft } from "./left-section.ts";
import { renderGuide, whatFailed } from "./guide.ts";
import type { GuideInput } from "./guide.ts";
import { renderTrace } from "./trace.ts";

/** GitHub drops a step's whole summary above 1 MiB. */
const SUMMARY_LIMIT = 900 * 1024;

export interface SummaryEnd {
  readonly publication: Publication;
  /** What would bring the patch to people, said below where it went; our own Markdown. Absent: nothing to say. */
  readonly help?: string;
}

/**
 * The job summary: the guide when something held up, else what fails, what was tried and why nothing is published.
 * `headline` is one sentence of ours about how the run ended; it may hold foreign words.
 */
export function renderSummary(input: GuideInput, headline: string, { publication, help = "" }: SummaryEnd): string {
  const opening = [inertProse(headline), describePublication(publication), help]
    .filter((line) => line !== "")
    .join("\n\n");
  if (input.case.patch !== null) {
    return renderGuide(input, { opening, isPatchFolded: false, limit: SUMMARY_LIMIT });
  }
  const groups = input.case.groups.map(({ failures, verdict, reason, evidence }) => {
    const first = failures[0];
    const trace = first === undefined ? "" : renderTrace(first, []);
    const seen = evidence.length === 0 ? "" : ` (${inertProse(evidence.join("; "))})`;
    const said = `${whatFailed(failures, "")} Verdict: ${verdict}: ${inertProse(reason)}${seen}`;
    return `${said}${trace === "" ? "" : `\n\n${trace}`}`;
  });
  return fitPage(
    [
      { text: "### No patch", dropOrder: null },
      { text: opening, dropOrder: null },
      ...groups.map((text) => ({ text, dropOrder: 2 })),
      { text: renderAttempts(input.case.attempts), dropOrder: 1 },
      { text: renderLeft(input.case), dropOrder: 1 },
    ],
    SUMMARY_LIMIT,
  );
}

const WHERE: Readonly<Record<PublishedAs, string>> = {
  commit: "The patch is a commit on the pull request's branch.",
  "pull-request": "The patch is a pull request of its own.",
  branch: "The patch is on a branch of its own.",
  suggestions: "The patch waits on the pull request as suggestions.",
  comment: "The whole patch is in a comment on the pull request.",
  "working-tree": "The patch is in the working tree.",
  summary: "",
  none: "",
};

/** Where the patch went, with the page to look at; and why not where it was asked for. */
export function describePublication({ publishedAs, reason, reviewUrl }: Publication): string {
  const where = WHERE[publishedAs];
  const isOnPage = where !== "" && publishedAs !== "working-tree";
  const review = !isOnPage || reviewUrl === null ? "" : `[Look at it](${reviewUrl}).`;
  return [where, review, inertProse(reason)].filter((part) => part !== "").join(" ");
}
