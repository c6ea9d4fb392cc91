import type { FailureReport } from "../domain/failure.ts";
import { boundText } from "../text/report-text.ts";
import { decodeReport, reportDecoder } from "./decode-bytes.ts";
import { junitReader } from "./junit/junit.ts";
import { keeper } from "./kept-text.ts";
import type { Keeper } from "./kept-text.ts";
import { mergeReports } from "./merge.ts";
import { NO_COUNTS } from "./read-result.ts";
import type { ReadResult } from "./read-result.ts";
import { resolveReport, trackedFiles } from "./resolve.ts";

/** One report as bytes: a whole small file is `[bytes]`, a big one is read piece by piece. */
export interface ReportFile {
  /** For people and notes, usually the path. */
  readonly name: string;
  /** The bytes of one chunk may be written over when the next one is asked for. */
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Longest terminal output that is read whole; of a longer one the head and the tail, where the summary is. */
const MAX_TEXT = 64_000_000;
/** So many bytes tell what a file is, whatever pieces it comes in. */
const HEAD_BYTES = 1024;
/** Behind more blanks than this nobody writes XML. */
const MAX_HEAD_BYTES = 16 * 1024;
/** A declaration, or a tag as XML has it: `<frozen importlib._bootstrap>:1` and `<Foo at 0x1>` are none. */
const XML_START = /^<(?:[?!]|[A-Za-z_][\w.:-]*(?:\s+[\w.:-]+\s*=|\s*\/?>|\s*$))/;
/** A page may hold a traceback, and never a test case. */
const HTML_START = /^<(?:!doctype\s+html|html|head|body|div|pre|p|span|table)\b/i;

/**
 * Reads any mix of JUnit files, pytest's terminal output and pytest's cache of last failures, told apart by content.
 * `trackedPaths` are relative to the repository root; with none, the paths that tracebacks name stand in for them.
 */
export async function readReports(
  files: readonly ReportFile[],
  trackedPaths: readonly string[],
): Promise<FailureReport> {
  const results: ReadResult[] = [];
  const kept = keeper();
  for (const file of files) {
    results.push(await readFile(file, kept));
  }
  const tracked = trackedFiles(trackedPaths);
  return mergeReports(results.map((result) => resolveReport(result, tracked)));
}

interface Reader {
  write(chunk: Uint8Array): void;
  end(): ReadResult;
}

async function readFile({ name, chunks }: ReportFile, kept: Keeper): Promise<ReadResult> {
  let head: Uint8Array = new Uint8Array(0);
  let reader: Reader | null = null;
  for await (const chunk of chunks) {
    if (reader !== null) {
      reader.write(chunk);
      continue;
    }
    head = concatenate(head, chunk);
    reader = head.length < HEAD_BYTES ? null : await readerFor(head, name, kept);
    reader?.write(head);
  }
  if (reader === null) {
    reader = await readerFor(head, name, kept);
    reader?.write(head);
  }
  return reader?.end() ?? { failures: [], counts: NO_COUNTS, notes: [`${name} is empty.`] };
}

/** XML by its first tag; text is everything else, JSON too until it is whole. Null: only blanks so far. */
async function readerFor(head: Uint8Array, name: string, kept: Keeper): Promise<Reader | null> {
  const start = decodeReport(head.subarray(0, MAX_HEAD_BYTES)).replaceAll("\0", "").trimStart();
  if (start === "" && head.length <= MAX_HEAD_BYTES) {
    return null;
  }
  return XML_START.test(start) && !HTML_START.test(start) ? junitReader(name, kept) : textReader(name);
}

/** Loaded when it is needed: most reports are XML, and the schemas behind this take long. */
async function textReader(name: string): Promise<Reader> {
  const { readText } = await import("./text-report.ts");
  const decoder = reportDecoder();
  let text = "";
  return {
    write: (chunk) => {
      text += decoder.write(chunk);
      text = text.length > 2 * MAX_TEXT ? boundText(text, MAX_TEXT) : text;
    },
    end: () => readText(boundText(text + decoder.end(), MAX_TEXT), name),
  };
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}
