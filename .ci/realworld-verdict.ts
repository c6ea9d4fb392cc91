import { failedIn, newlyFailing, stillFailing, type TestRun } from "./realworld-tests.ts";

/** `partly`: what is called fixed is, and that other tests still fail is said openly. */
export type Verdict = "healed" | "partly" | "refused" | "wrong";

export interface Facts {
  readonly status: string;
  readonly reason: string;
  /** What the result lists as failing still. */
  readonly remaining: readonly string[];
  /** Files of the tree that are not as they were. */
  readonly changed: readonly string[];
  /** Test files in which a line with an assertion is another than before. */
  readonly assertsChanged: readonly string[];
  /** Text that the failures of the unchanged release must hold. */
  readonly error: string;
  readonly before: TestRun;
  /** Null where nothing was changed. */
  readonly after: TestRun | null;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly why: string;
}

const refusals = new Set(["no-fix", "environment", "flaky", "refused"]);

/** What became of one release, by what is on disk and what the suite says, not by what the product says of itself. */
export function judge(facts: Facts): Judged {
  const { status, reason, changed, before, error } = facts;
  if (failedIn(before).length === 0 || !before.text.includes(error)) {
    return wrong(`the unchanged release does not fail with ${error}: ${lastLine(before.text)}`);
  }
  if (status === "fixed") return judgeFixed(facts);
  if (changed.length > 0) return wrong(`it ended as ${status}, but the tree was changed: ${changed.join(", ")}`);
  if (!refusals.has(status)) return wrong(`it ended as ${status}: ${reason}`);
  return { verdict: "refused", why: `${status}: ${reason}` };
}

function judgeFixed({ reason, remaining, changed, assertsChanged, before, after }: Facts): Judged {
  if (changed.length === 0 || after === null) return wrong("it is called fixed, but no file was changed");
  if (assertsChanged.length > 0) return wrong(`assertions were changed in ${assertsChanged.join(", ")}`);
  const broken = newlyFailing(before, after);
  if (broken.length > 0) return wrong(`passed before and does not now: ${few(broken)}`);
  const still = stillFailing(before, after);
  if (still.length === 0) return { verdict: "healed", why: reason };
  const isOpen = remaining.length > 0 && still.length < failedIn(before).length;
  return isOpen ? { verdict: "partly", why: reason } : wrong(`it is called fixed, but fails still: ${few(still)}`);
}

function wrong(why: string): Judged {
  return { verdict: "wrong", why };
}

function few(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more`;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

/**
 * Test files of a `git diff -U0` whose lines with assertions differ by more than how they are called: `assertEquals` may
 * become `assertEqual`, and `raises` may lose `message=`; what is compared or must be raised may not change.
 */
export function filesWithOtherAsserts(diff: string): string[] {
  const sections = diff.split(/^diff --git /m).slice(1);
  return sections.flatMap((section) => {
    const file = /^\+\+\+ (?:b\/)?(.+)$/m.exec(section)?.[1] ?? section.split("\n", 1)[0] ?? "";
    const isTest = /(?:^|\/)(?:tests?|testsuite)\/|(?:^|[/_])tests?(?:_[^/]*)?\.py$|conftest\.py$/.test(file);
    return isTest && asserts(section, "-") !== asserts(section, "+") ? [file] : [];
  });
}

function asserts(section: string, sign: "-" | "+"): string {
  const lines = section.split("\n").filter((line) => line.startsWith(sign) && !/^(?:---|\+\+\+) /.test(line));
  const found = lines.filter((line) => /\bassert|\.raises\(/i.test(line));
  return found
    .map((line) => sameCall(line.slice(1).trim()))
    .sort()
    .join("\n");
}

/** A line without what newer libraries call otherwise: the assertion's method, and pytest's former `message=`. */
function sameCall(line: string): string {
  return line.replaceAll(/\bassert\w*\(/g, "assert(").replace(/(\.raises\(.*?), message=[\w.]+(?=[,)])/, "$1");
}
