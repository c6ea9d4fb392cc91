import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Parser } from "htmlparser2";
import { type Place, run } from "./realworld-process.ts";

export type TestEnd = "passed" | "failed" | "skipped";

/** How each test ended; a module that cannot be collected is a failed test with the module's name. */
export interface TestRun {
  readonly ends: ReadonlyMap<string, TestEnd>;
  /** Every message and traceback of what failed, and the end of the terminal output. */
  readonly text: string;
}

/** Stands for all tests where pytest could not begin: a conftest.py that cannot be imported leaves no report. */
const SESSION = "the session";

/** Runs the suite by itself: the product's reading of reports has no part in it. */
export async function runTests(python: string, command: readonly string[], place: Place): Promise<TestRun> {
  const file = path.join(place.folder, `junit-${path.basename(path.dirname(place.cwd))}.xml`);
  // One module that cannot be collected must not keep the others from being judged.
  const options = ["-p", "no:cacheprovider", "--continue-on-collection-errors", `--junit-xml=${file}`];
  const words = ["-m", "pytest", ...command, ...options];
  const { output } = await run(python, words, place);
  const tail = output.slice(-4000);
  if (!existsSync(file)) return { ends: new Map<string, TestEnd>([[SESSION, "failed"]]), text: tail };
  const { ends, text } = readJunit(readFileSync(file, "utf8"));
  return { ends, text: `${text}\n${tail}` };
}

const order: readonly TestEnd[] = ["passed", "skipped", "failed"];

/** The worst end counts where a test is told twice (its body and its teardown). */
function readJunit(xml: string): TestRun {
  const ends = new Map<string, TestEnd>();
  const texts: string[] = [];
  let id = "";
  let end: TestEnd = "passed";
  let isInside = false;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === "testcase") {
          id = [attributes["classname"], attributes["name"]].filter(Boolean).join("::");
          end = "passed";
        }
        if (tag === "failure" || tag === "error") end = "failed";
        if (tag === "skipped") end = "skipped";
        isInside = tag === "failure" || tag === "error";
        if (isInside) texts.push(attributes["message"] ?? "");
      },
      ontext(text) {
        if (isInside) texts.push(text);
      },
      onclosetag(tag) {
        isInside = false;
        if (tag === "testcase") ends.set(id, worst(end, ends.get(id)));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { ends, text: texts.join("\n") };
}

function worst(one: TestEnd, other: TestEnd | undefined): TestEnd {
  return other !== undefined && order.indexOf(other) > order.indexOf(one) ? other : one;
}

export function failedIn({ ends }: TestRun): string[] {
  return [...ends].filter(([, end]) => end === "failed").map(([id]) => id);
}

/** What failed before and does not pass now. A module that could not be collected must now have tests, none failing. */
export function stillFailing(before: TestRun, after: TestRun): string[] {
  if (before.ends.has(SESSION)) return failedIn(after);
  return failedIn(before).filter((id) => {
    if (after.ends.get(id) === "passed") return false;
    const own = [...after.ends].filter(([name]) => name.startsWith(`${id}::`) || name.startsWith(`${id}.`));
    return after.ends.has(id) || own.length === 0 || own.some(([, end]) => end === "failed");
  });
}

/** What passed before and does not pass now. */
export function newlyFailing(before: TestRun, after: TestRun): string[] {
  return [...before.ends].filter(([id, end]) => end === "passed" && after.ends.get(id) !== "passed").map(([id]) => id);
}
