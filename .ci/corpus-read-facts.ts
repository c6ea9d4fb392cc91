import path from "node:path";
import { stripColours } from "../src/text/report-text.ts";
import type { Carried } from "./corpus-read-carried.ts";
import type { Expected } from "./corpus-read-expected.ts";
import type { ShownEntries, TracebackEntries, TruthException } from "./corpus-read-truth.ts";

/** What surrounds the failures of one run. */
export interface Surroundings {
  /** Absolute path of the folder in which the tests ran. */
  readonly workspace: string;
  /** Files that the reader is told of, relative to that folder; empty when it reads in a foreign folder. */
  readonly tracked: ReadonlySet<string>;
  /** `-vv` keeps the import machinery's frames in a collection error. */
  readonly isVeryVerbose: boolean;
  /** pytest's major version. */
  readonly version: number;
}

export interface ExpectedFrame {
  readonly path: string;
  /** Null where it was not recorded. */
  readonly line: number | null;
  /** Null where the style of the entry names no function. */
  readonly function: string | null;
  /** What the function is called in truth: nothing else may stand there. */
  readonly trueFunction: string | null;
}

/** Frames in order; `omitted` of them are not in the record between `head` and `tail`. */
export interface ExpectedFrames {
  readonly head: readonly ExpectedFrame[];
  readonly omitted: number;
  readonly tail: readonly ExpectedFrame[];
}

type Location = readonly [path: string, line: number | null, named: string | null, trueName: string | null];
type Entries = readonly (Location | { readonly omitted: number })[];

/** Long messages were recorded by their beginning and their length. */
export interface PrintedMessage {
  readonly text: string;
  readonly isWhole: boolean;
  /** In characters; null where it is not known without the colours. */
  readonly length: number | null;
}

const CUT = /\.\.\.\[(?:cut by truth\.py|\d+ chars)\]$/;
const SYNTAX_ERROR = /^(?:Syntax|Indentation|Tab)Error$/;

/** The message as every form of pytest's prints it: notes below it, a SyntaxError's place above it, no colours. */
export function printedMessage({ type, message, message_chars: length, notes }: TruthException): PrintedMessage {
  const cut = CUT.exec(message);
  if (cut !== null) {
    const head = message.slice(0, cut.index);
    // oxlint-disable-next-line no-control-regex -- the record may end within an escape sequence
    const text = stripColours(head.replace(/\u001B[^m]*$/, ""));
    return { text, isWhole: false, length: text === head ? length : null };
  }
  const broken = /^<unprintable: .*>$/.test(message) ? "<exception str() failed>" : message;
  const bare = SYNTAX_ERROR.test(type) ? broken.replace(/ \([^()]*, line \d+\)$/, "") : broken;
  return { text: stripColours([bare, ...notes].join("\n")).trimEnd(), isWhole: true, length: null };
}

/** Frames that the report prints for the exception at `index` of the chain, 0 being the one raised last. */
export function printedFrames(
  expected: Expected,
  { carried, index, about }: { readonly carried: Carried; readonly index: number; readonly about: Surroundings },
): ExpectedFrames {
  if (carried.frames === "no") return framesOf([], about);
  if (carried.frames === "crash") return framesOf(crashFrame(expected, about), about);
  const exception = expected.exceptions[index];
  if (exception === undefined) return framesOf([], about);
  const shown = expected.shown[index] ?? null;
  const entries =
    shown === null ? ofTraceback(exception.traceback, { expected, index, about }) : ofShown(shown, exception.traceback);
  const place = syntaxPlace(exception, about);
  return framesOf(place === null ? entries : [...entries, place], about);
}

/** `path:line: message`; of a doctest only the file was recorded. */
function crashFrame({ crash, exceptions }: Expected, about: Surroundings): Entries {
  if (crash !== null) return [[absolute(crash.path, about), crash.line, null, null]];
  const file = /^<DocTest \S+ from (.+):\d+ \(\d+ examples?\)>$/.exec(exceptions[0]?.message ?? "")?.[1];
  return file === undefined ? [] : [[file, null, null, null]];
}

/** pytest's own frames are no news: the record of the traceback leaves them out, and so do we. */
const OWN = /\/site-packages\/(?:_pytest|pytest|pluggy)\//;

function ofShown(shown: ShownEntries, traceback: TracebackEntries): Entries {
  const isOnlyOwn = shown.every((entry) => Array.isArray(entry) && OWN.test(entry[0]));
  return shown.flatMap((entry): Entries => {
    if (entry === null || (!isOnlyOwn && Array.isArray(entry) && OWN.test(entry[0]))) return [];
    if (!Array.isArray(entry)) return [entry];
    const [file, line, said] = entry;
    const real = traceback.find((frame) => Array.isArray(frame) && frame[0] === file && frame[1] === line);
    const named = said?.startsWith("in ") ? said.slice(3) : null;
    return [[file, line, named, Array.isArray(real) ? real[2] : named]];
  });
}

/** Python's own format, and the short one of collection errors, which leaves out code without a file. */
function ofTraceback(
  traceback: TracebackEntries,
  { expected, index, about }: { readonly expected: Expected; readonly index: number; readonly about: Surroundings },
): Entries {
  const isNative = expected.form !== "collect" && expected.form !== "conftest";
  const isSyntax = SYNTAX_ERROR.test(expected.exceptions[0]?.type ?? "");
  const isFiltered = !isNative && index === 0 && !isSyntax && !about.isVeryVerbose;
  const first = index === 0 && isNative ? firstKept(traceback, { expected, about }) : 0;
  const kept = traceback.slice(first).flatMap((frame): Entries => {
    if (!Array.isArray(frame)) return [frame];
    const [file, line, name] = frame;
    if (isFiltered && file.startsWith("<")) return [];
    if (expected.form === "conftest" && file.split("/").includes("importlib")) return [];
    return [[isNative ? absolute(file, about) : file, line, name, name]];
  });
  return isNative ? withoutRepeats(kept) : kept;
}

/** Where Python's format stands for an ExceptionGroup, and in pytest 6 always, it begins at the test's own file. */
function firstKept(
  traceback: TracebackEntries,
  { expected, about }: { readonly expected: Expected; readonly about: Surroundings },
): number {
  const file = expected.nodeId?.split("::", 1)[0];
  const own = traceback.findIndex((frame) => Array.isArray(frame) && frame[0] === file);
  return (expected.form !== "native" || about.version < 7) && own > 0 ? own : 0;
}

/** Python prints three frames of a row of equal ones, then how often the last was repeated. */
function withoutRepeats(entries: Entries): Entries {
  const kept: (Entries[number] | null)[] = [];
  let row = 0;
  let last = "";
  for (const entry of entries) {
    if (!Array.isArray(entry)) {
      if (row < 3) kept.push(entry);
      continue;
    }
    const key = JSON.stringify(entry);
    row = key === last ? row + 1 : 1;
    last = key;
    if (row <= 3) kept.push(entry);
  }
  return kept.filter((entry) => entry !== null);
}

/** A SyntaxError that was raised by compiling a file says which, above its message. */
function syntaxPlace({ type, attrs }: TruthException, about: Surroundings): Location | null {
  const { filename, lineno } = attrs;
  if (!SYNTAX_ERROR.test(type)) return null;
  if (typeof filename !== "string" || typeof lineno !== "number") return null;
  const full = about.tracked.has(filename) || filename.includes("/") ? absolute(filename, about) : filename;
  return [full, lineno, null, null];
}

function absolute(file: string, { workspace }: Surroundings): string {
  return path.isAbsolute(file) || file.startsWith("<") ? file : path.join(workspace, file);
}

/** Paths become those of the repository where the reader knows its files, and stay as printed elsewhere. */
function framesOf(entries: Entries, about: Surroundings): ExpectedFrames {
  const cut = entries.findIndex((entry) => !isLocation(entry));
  const gap = entries[cut];
  const located = (some: Entries): ExpectedFrame[] => some.filter(isLocation).map((one) => frameOf(one, about));
  if (gap === undefined || isLocation(gap)) return { head: located(entries), omitted: 0, tail: [] };
  return { head: located(entries.slice(0, cut)), omitted: gap.omitted, tail: located(entries.slice(cut)) };
}

function frameOf([file, line, named, trueName]: Location, { workspace, tracked }: Surroundings): ExpectedFrame {
  const relative = file.startsWith(`${workspace}/`) ? file.slice(workspace.length + 1) : file;
  return { path: tracked.has(relative) ? relative : file, line, function: named, trueFunction: trueName };
}

function isLocation(entry: Entries[number]): entry is Location {
  return Array.isArray(entry);
}
