import { readFileSync } from "node:fs";
import path from "node:path";
import type { Failure, FailureReport } from "../src/domain/failure.ts";
import { readReports } from "../src/read/read-reports.ts";
import { carriedBy } from "./corpus-read-carried.ts";
import type { Carried, Source } from "./corpus-read-carried.ts";
import { compare } from "./corpus-read-compare.ts";
import type { Finding } from "./corpus-read-compare.ts";
import type { Expected } from "./corpus-read-expected.ts";
import type { Surroundings } from "./corpus-read-facts.ts";
import { pairUp } from "./corpus-read-pair.ts";
import type { Pairing } from "./corpus-read-pair.ts";
import { recordingsOf } from "./corpus-read-recording.ts";
import type { Recording } from "./corpus-read-recording.ts";

/** One report of one run, read with the project's files at hand or in a foreign folder. */
export interface ReadingResult {
  /** `project/run`. */
  readonly id: string;
  readonly source: Source;
  readonly isForeign: boolean;
  readonly style: string;
  /** pytest's version. */
  readonly version: string;
  readonly failures: number;
  readonly findings: readonly Finding[];
}

interface Reading {
  readonly source: Source;
  readonly files: readonly string[];
  readonly isForeign: boolean;
}

/** Reads every recorded report below the corpus whose project begins with the prefix, twice. */
export async function readCorpus(corpus: string, prefix: string): Promise<ReadingResult[]> {
  const results: ReadingResult[] = [];
  for (const recording of recordingsOf(corpus, prefix)) {
    for (const source of ["junit", "text"] as const) {
      const files = recording.files[source];
      if (files === undefined) continue;
      results.push(await readOne(recording, { source, files, isForeign: false }));
      results.push(await readOne(recording, { source, files, isForeign: true }));
    }
  }
  return results;
}

async function readOne(recording: Recording, { source, files, isForeign }: Reading): Promise<ReadingResult> {
  const { id, expected, style, version, workspace, args } = recording;
  const tracked = isForeign ? [] : recording.tracked;
  const chunks = files.map((file) => readFileSync(file));
  const report = await readReports([{ name: path.basename(files[0] ?? ""), chunks }], tracked);
  const about: Surroundings = {
    workspace,
    tracked: new Set(tracked),
    isVeryVerbose: /(?:^| )-vv/.test(args),
    version: Number.parseInt(version, 10),
  };
  const pairing = pairUp(expected, report.failures);
  const findings = [
    ...pairing.pairs
      .flatMap((pair) => compare({ ...pair, carried: carriedOf(pair.expected, { style, source }), about }))
      .filter((finding) => finding.agrees || !recording.isPartial || !isCutOff(finding)),
    ...unpaired(pairing, { recording, report }),
    ...judgeCounts(recording, { report, source }),
  ];
  return { id, source, isForeign, style, version, failures: expected.length, findings };
}

function carriedOf(
  { form, phase, crash, exceptions }: Expected,
  { style, source }: { readonly style: string; readonly source: Source },
): Carried {
  const hasType = exceptions[0] !== undefined && exceptions[0].type !== "";
  return carriedBy({ source, form, style, phase, hasCrash: crash !== null, hasType });
}

/** Of the test in which pytest died nothing is known but that it was running. */
function isLastWords({ exception, frames }: Failure, index: number): boolean {
  return index === 0 && exception.type === null && frames.length === 0;
}

/** A worker that died left an error in the JUnit file and a failure in the terminal; a cut report counts what it has. */
function judgeCounts(
  { counts, expected, isPartial, style }: Recording,
  { report, source }: { readonly report: FailureReport; readonly source: Source },
): Finding[] {
  if (counts === null || isPartial) return [];
  const isFailure = ({ phase }: Expected): boolean => phase === "call" || (phase === null && source === "text");
  const failures = expected.filter(isFailure).length;
  const truth = { tests: counts.tests, failures, errors: expected.length - failures, skipped: counts.skipped };
  const { tests, errors, skipped } = report.counts;
  const ours = { tests, failures: report.counts.failures, errors, skipped };
  // The summary's ERROR lines do not say whether the test itself had passed, and so was counted already.
  const isUnclear = source === "text" && style === "no" && expected.some(({ phase }) => phase === "teardown");
  const agrees = JSON.stringify(isUnclear ? { ...ours, tests: counts.tests } : ours) === JSON.stringify(truth);
  return [{ nodeId: null, field: "counts", agrees, isCarried: true, truth, ours }];
}

/** What stood behind the cut: nothing, or the first frames only. */
function isCutOff({ field, ours }: Finding): boolean {
  return ours === null || field === "frames" || field === "chain";
}

/** What only one side knows. A report that was cut off may miss failures when it says so. */
function unpaired(
  { pairs, missing, extra }: Pairing,
  { recording, report }: { readonly recording: Recording; readonly report: FailureReport },
): Finding[] {
  const none = { agrees: false, isCarried: true, nodeId: null, truth: null, ours: null } as const;
  const silent: Finding = { ...none, field: "missing", truth: "a note that the report is not whole" };
  const lost = missing.map(({ nodeId, phase, form }): Finding => ({
    ...none,
    field: "missing",
    nodeId,
    truth: { phase, form },
  }));
  const invented = extra.map(({ nodeId, phase, exception }): Finding => ({
    ...none,
    field: "extra",
    nodeId,
    ours: { phase, exception },
  }));
  if (recording.hasDied && extra.every(isLastWords)) return lost;
  if (!recording.isPartial) return [...lost, ...invented];
  const isHonest = report.notes.length > 0 && (pairs.length > 0 || report.counts.tests === 0);
  return isHonest ? invented : [silent, ...invented];
}
