import type { FailureReport } from "../domain/failure.ts";
import { boundText } from "../text/report-text.ts";
import { decodeReport, reportDecoder } from "./decode-bytes.ts";
import { junitReader } from "./junit.ts";
import { mergeReports } from "./merge.ts";
import type { ReadResult } from "./read-result.ts";
import { resolveReport, trackedFiles } from "./resolve.ts";
import { readText } from "./text-report.ts";

/** One report as bytes: a whole small file is `[bytes]`, a big one is read piece by piece. */
export interface ReportFile {
  /** For people and notes, usually the path. */
  readonly name: string;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Longest terminal output that is read whole; of a longer one the head and the tail, where the summary is. */
const MAX_TEXT = 64_000_000;

/**
 * Reads any mix of JUnit files, pytest's terminal output and pytest's cache of last failures, told apart by content.
 * `trackedPaths` are relative to the repository root; with none, the paths that tracebacks name stand in for them.
 */
export async function readReports(
  files: readonly ReportFile[],
  trackedPaths: readonly string[],
): Promise<FailureReport> {
  const results: ReadResult[] = [];
  for (const file of files) {
    results.push(await readFile(file));
  }
  const tracked = trackedFiles(trackedPaths);
  return mergeReports(results.map((result) => resolveReport(result, tracked)));
}

/** The shape of `read --json`: fields that only our own run knows (types of locals, frames of the chain) are left out. */
export function failuresAsJson({ failures, counts }: FailureReport): unknown {
  return {
    failures: failures.map(({ nodeId, file, testName, phase, kind, exception, chain, frames, ...rest }) => ({
      nodeId,
      file,
      testName,
      phase,
      kind,
      exception: { type: exception.type, message: exception.message },
      chain: chain.map(({ type, message, relation }) => ({ type, message, relation })),
      frames: frames.map((frame) => ({ path: frame.path, line: frame.line, function: frame.function })),
      capturedStdout: rest.capturedStdout,
      capturedStderr: rest.capturedStderr,
      capturedLog: rest.capturedLog,
      source: { report: rest.source.report, format: rest.source.format },
    })),
    counts: { tests: counts.tests, failures: counts.failures, errors: counts.errors, skipped: counts.skipped },
  };
}

async function readFile({ name, chunks }: ReportFile): Promise<ReadResult> {
  let head: Uint8Array | null = null;
  let reader: { write(chunk: Uint8Array): void; end(): ReadResult } | null = null;
  for await (const chunk of chunks) {
    if (reader === null) {
      head = head === null ? chunk : concatenate(head, chunk);
      const kind = sniff(head);
      reader = kind === "unknown" ? null : readerFor(kind, name);
      reader?.write(head);
    } else {
      reader.write(chunk);
    }
  }
  if (reader !== null) {
    return reader.end();
  }
  return { failures: [], counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, notes: [`${name} is empty.`] };
}

/** XML begins with `<`; text is everything else, JSON too until it is whole. Unknown: only blanks so far. */
function sniff(head: Uint8Array): "xml" | "text" | "unknown" {
  const start = decodeReport(head.subarray(0, 4096)).replaceAll("\0", "").trimStart();
  if (start === "") {
    return head.length > 4096 ? "text" : "unknown";
  }
  return /^<[?!a-zA-Z]/.test(start) || start === "<" ? "xml" : "text";
}

function readerFor(kind: "xml" | "text", name: string): { write(chunk: Uint8Array): void; end(): ReadResult } {
  return kind === "xml" ? junitReader(name) : textReader(name);
}

function textReader(name: string): { write(chunk: Uint8Array): void; end(): ReadResult } {
  const decoder = reportDecoder();
  let text = "";
  return {
    write: (chunk) => {
      text += decoder.write(chunk);
      text = text.length > 2 * MAX_TEXT ? boundText(text, MAX_TEXT) : text;
    },
    end: () => {
      const whole = boundText(text + decoder.end(), MAX_TEXT);
      return readText(whole, name);
    },
  };
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}
