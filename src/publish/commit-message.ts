import type { Case } from "../domain/case.ts";
import { countOf, stripInvisible, truncate } from "../text/markdown.ts";
import type { RecipeGuide } from "./guide.ts";

export interface CommitMessage {
  readonly headline: string;
  readonly body: string;
}

const HEADLINE_LIMIT = 72;
const MOST_TESTS = 20;

/**
 * The message of the fix commit. No foreign text can start a line, so none can become a trailer, and none can close an
 * issue, ping or skip a build.
 */
export function renderCommitMessage({
  case: found,
  guides,
}: {
  readonly case: Case;
  readonly guides: readonly RecipeGuide[];
}): CommitMessage {
  const tests = found.verification?.targets ?? [];
  const what = titleOf(found, guides);
  const headline = truncateWords(`Make ${countOf(tests.length, "failing test")} pass${what === "" ? "" : `: ${what}`}`);
  const reasons = found.healed.flatMap(({ steps }) => steps.map(({ rationale }) => `- ${inert(rationale)}`));
  const names = tests.slice(0, MOST_TESTS).map((nodeId) => `- ${inert(nodeId)}`);
  const more = tests.length > MOST_TESTS ? [`- and ${tests.length - MOST_TESTS} more`] : [];
  const body = [reasons.join("\n"), ["Failed before, pass with this change:", ...names, ...more].join("\n")];
  return { headline, body: body.filter((part) => part !== "").join("\n\n") };
}

function titleOf(found: Case, guides: readonly RecipeGuide[]): string {
  const origins = found.healed.flatMap(({ steps }) => steps.map(({ origin }) => origin));
  const first = origins[0];
  const guide = guides.find(({ id }) => first?.kind === "recipe" && id === first.id);
  return guide === undefined ? "" : inert(guide.title.replaceAll("`", ""));
}

/** One line in which nothing is a reference, a mention or a command of a build system. */
function inert(text: string): string {
  const line = stripInvisible(text).text.replace(/\s+/g, " ").trim();
  return truncate(line, 300)
    .replace(/([@#])(?=\w)/g, "$1 ")
    .replaceAll("://", ": //")
    .replace(/\b(gh)-(?=\d)/gi, "$1 ")
    .replace(/\[((?:skip|no) ?-?\w+|\w+ skip)\]/gi, "($1)")
    .replace(/skip-checks/gi, "skip checks");
}

function truncateWords(text: string): string {
  if (text.length <= HEADLINE_LIMIT) return text;
  const cut = text.slice(0, HEADLINE_LIMIT - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20))}…`;
}
