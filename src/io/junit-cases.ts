import { createReadStream } from "node:fs";
import { Parser } from "htmlparser2";
import type { TestOutcome } from "../domain/test-run.ts";

/** One `<testcase>`; a test that fails in its call and again in its teardown has two. */
export interface JunitCase {
  readonly classname: string;
  readonly name: string;
  /** Where the test is written, relative to pytest's root directory; null where pytest leaves it out. */
  readonly file: string | null;
  readonly outcome: TestOutcome;
}

const MAX_CASES = 1_000_000;

/** The cases of a file that pytest has just written; what is left of one that breaks off, none when it is not there. */
export async function junitCases(path: string): Promise<readonly JunitCase[]> {
  const cases: { classname: string; name: string; file: string | null; outcome: TestOutcome }[] = [];
  const parser = new Parser(
    {
      onopentag(tag, { classname = "", name = "", file, type }) {
        const current = cases.at(-1);
        if (tag === "testcase" && cases.length < MAX_CASES) {
          cases.push({ classname, name, file: file ?? null, outcome: "passed" });
        } else if (current) {
          current.outcome = outcomeOf(tag, type) ?? current.outcome;
        }
      },
    },
    { xmlMode: true },
  );
  try {
    for await (const chunk of createReadStream(path, { encoding: "utf8" })) parser.write(String(chunk));
  } catch {
    return [];
  }
  parser.end();
  return cases;
}

function outcomeOf(tag: string, type: string | undefined): TestOutcome | undefined {
  if (tag === "failure") return "failed";
  if (tag === "error") return "error";
  if (tag === "skipped") return type === "pytest.xfail" ? "xfailed" : "skipped";
  return undefined;
}
