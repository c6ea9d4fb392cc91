import type { Form } from "./corpus-read-expected.ts";

export type Source = "junit" | "text";

/** Which facts a form of report holds. What is not carried must be null, unless it is the truth all the same. */
export interface Carried {
  readonly nodeId: boolean;
  readonly phase: boolean;
  /** As `package.module.Type`, by its bare name, or not at all. */
  readonly type: "qualified" | "bare" | "no";
  readonly message: "whole" | "first line" | "end" | "comparison" | "no";
  readonly chain: boolean;
  /** What pytest prints of the traceback; the one line where it was raised; or nothing. */
  readonly frames: "printed" | "crash" | "no";
}

const WHOLE: Carried = {
  nodeId: true,
  phase: true,
  type: "qualified",
  message: "whole",
  chain: true,
  frames: "printed",
};
const NO_FRAMES: Carried = { ...WHOLE, frames: "no" };
const NO_CHAIN: Carried = { ...NO_FRAMES, chain: false };
const NO_TYPE: Carried = { ...NO_CHAIN, type: "no" };
/** The name of the worker, which differs from run to run, stands in front. */
const CRASHED: Carried = { ...NO_TYPE, message: "end", phase: false };
const PASTED: Carried = { ...WHOLE, nodeId: false, phase: false };

/**
 * By form and source. A collection error's text is the same in all styles. A broken conftest ends pytest before it
 * opens its JUnit file, and belongs to no test. What `--tb=no` leaves in the terminal is one line for each test.
 */
const CARRIED: Readonly<Record<Form, Readonly<Record<Source, Carried>>>> = {
  traceback: { junit: WHOLE, text: WHOLE },
  native: { junit: WHOLE, text: WHOLE },
  line: { junit: NO_FRAMES, text: { ...NO_CHAIN, frames: "crash", message: "first line" } },
  no: { junit: NO_FRAMES, text: NO_CHAIN },
  value: { junit: NO_CHAIN, text: NO_CHAIN },
  collect: { junit: WHOLE, text: WHOLE },
  conftest: { junit: NO_CHAIN, text: { ...NO_CHAIN, nodeId: false, frames: "printed" } },
  fixture: { junit: NO_TYPE, text: NO_TYPE },
  doctest: {
    junit: { ...NO_CHAIN, type: "bare", message: "comparison", frames: "crash" },
    text: { ...NO_CHAIN, type: "bare", message: "comparison", frames: "crash" },
  },
  text: { junit: NO_TYPE, text: NO_TYPE },
  "crashed worker": { junit: CRASHED, text: CRASHED },
  pasted: { junit: PASTED, text: PASTED },
};

/** What the whole run decides, besides the form of the single failure. */
export interface Circumstances {
  readonly source: Source;
  readonly form: Form;
  /** `--tb=`; "auto" when not given. */
  readonly style: string;
  readonly phase: string | null;
  /** pytest's plain crash line is there: no longer so for `pytest.fail(pytrace=False)` in pytest 6. */
  readonly hasCrash: boolean;
  /** Its last line is there, which names the exception. */
  readonly hasType: boolean;
}

/** The table above, and where a style of the whole run takes something away from it. */
export function carriedBy(about: Circumstances): Carried {
  const base = CARRIED[about.form][about.source];
  if (about.form === "value" && !about.hasCrash) return NO_TYPE;
  if (about.form === "pasted") return about.hasType ? base : { ...base, type: "no", message: "no" };
  if (about.source === "junit") return base;
  if (about.style === "no") return inSummaryOnly(about, base);
  if (about.style === "line") return inCrashLine(about, base);
  return base;
}

/** The line of the summary has the crash message; it does not say in which fixture phase an error was. */
function inSummaryOnly({ hasCrash, phase }: Circumstances, base: Carried): Carried {
  const hasMessage = hasCrash;
  const isFixturePhase = phase === "setup" || phase === "teardown";
  return {
    ...base,
    phase: base.phase && !isFixturePhase,
    type: hasMessage ? base.type : "no",
    message: hasMessage ? base.message : "no",
    chain: false,
    frames: "no",
  };
}

/** `path:line: message` stands for a failed call only; errors of fixtures and of collection are printed in full. */
function inCrashLine({ form, phase, hasCrash }: Circumstances, base: Carried): Carried {
  if (phase !== "call") return form === "line" ? NO_FRAMES : base;
  if (hasCrash) return CARRIED.line.text;
  return form === "doctest" ? { ...base, type: "no", message: "no", frames: "no" } : base;
}
