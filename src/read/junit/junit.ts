import { reportDecoder } from "../decode-bytes.ts";
import { caseReader } from "./case.ts";
import type { CaseReader } from "./case.ts";
import { tally } from "./tally.ts";
import type { Tally } from "./tally.ts";
import { keeper } from "../kept-text.ts";
import type { Keeper } from "../kept-text.ts";
import { MAX_FAILURES } from "../read-result.ts";
import type { ReadResult } from "../read-result.ts";
import { xmlReader } from "./xml-reader.ts";

/** Reads one JUnit XML file piece by piece; memory grows with the failures, up to a limit, and not with the file. */
export interface JunitReader {
  /** The bytes may be written over afterwards. */
  write(chunk: Uint8Array): void;
  /** Call once. A file that breaks off gives what was read, and a note. */
  end(): ReadResult;
}

/** Longest piece of text made at once: a file in one piece may be longer than a string can be. */
const PIECE_BYTES = 64 * 1024;

/** Makes a reader; `report` is the name that failures and notes carry, `kept` the room that several files share. */
export function junitReader(report: string, kept: Keeper = keeper()): JunitReader {
  const results = tally(report, kept);
  let hasHalf = false;
  const scan = junitScan({
    onCase: (testCase) => {
      hasHalf ||= testCase.isHalf;
      results.add(testCase);
    },
    onSuite: () => results.startSuite(),
  });
  return {
    write: (chunk) => scan.write(chunk),
    end: () => {
      const file = scan.end();
      const notes = notesOf(results, { ...file, report, hasHalf });
      return { failures: results.failures(), counts: results.counts(), notes, seen: results.seen() };
    },
  };
}

/** Reads one JUnit XML file that is in memory; node ids are null until resolved against the repository's files. */
export function readJunit(bytes: Uint8Array, report: string): ReadResult {
  const reader = junitReader(report);
  reader.write(bytes);
  return reader.end();
}

interface FileFacts {
  readonly rootName: string | null;
  readonly isComplete: boolean;
  /** A declared encoding that nobody knows. */
  readonly unknownEncoding: string | null;
}

export interface JunitScan {
  write(chunk: Uint8Array): void;
  end(): FileFacts;
}

/** The test cases of a file one by one, as they stand in it: a test may come more than once. */
export function junitScan(listener: Parameters<typeof caseReader>[0]): JunitScan {
  const decoder = reportDecoder();
  const cases: CaseReader = caseReader(listener);
  const reader = xmlReader(cases);
  return {
    write: (chunk) => {
      for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
        reader.write(decoder.write(chunk.subarray(start, start + PIECE_BYTES)));
      }
    },
    end: () => {
      reader.write(decoder.end());
      reader.end();
      cases.end();
      const unknownEncoding = decoder.unknownEncoding();
      return { rootName: cases.rootName(), isComplete: cases.isComplete(), unknownEncoding };
    },
  };
}

function notesOf(
  results: Tally,
  file: FileFacts & { readonly report: string; readonly hasHalf: boolean },
): readonly string[] {
  const { report, rootName, unknownEncoding } = file;
  const notes =
    unknownEncoding === null
      ? []
      : [`${report} declares the unknown encoding ${unknownEncoding}; it was read as UTF-8.`];
  if (rootName === null) {
    return [...notes, `${report} is not XML: it holds no element.`];
  }
  const isEmpty = results.counts().tests === 0;
  if (isEmpty && !/^testsuites?$/.test(rootName)) {
    return [
      ...notes,
      `${report} is not JUnit XML: its root element is <${rootName.slice(0, 40)}>, and it holds no tests.`,
    ];
  }
  return [
    ...notes,
    ...partNotes(file),
    ...(isEmpty ? [`${report} holds no tests.`] : []),
    ...keptNotes(results, report),
  ];
}

function partNotes({
  report,
  isComplete,
  hasHalf,
}: {
  readonly report: string;
  readonly isComplete: boolean;
  readonly hasHalf: boolean;
}): readonly string[] {
  const half = hasHalf ? ", and of its last failure only a part" : "";
  return isComplete ? [] : [`${report} breaks off before its end; what was read up to there is used${half}.`];
}

/** Nothing is left out in silence. */
function keptNotes(results: Tally, report: string): readonly string[] {
  const [brief, silent] = [results.briefCount(), results.withoutOutput()];
  const [unkept, recovered] = [results.uncounted(), results.recovered()];
  return [
    ...(recovered > 0 ? [`${report}: ${recovered} tests failed and passed when they were run again.`] : []),
    ...(silent > 0 ? [`${report}: the captured output of ${silent} tests was left out; there is too much of it.`] : []),
    ...(brief > 0 ? [`${report}: of ${brief} failures only the exception is kept; there are too many of them.`] : []),
    ...(unkept > 0 ? [`${report} holds more than ${MAX_FAILURES} failures; the rest is only counted.`] : []),
  ];
}
