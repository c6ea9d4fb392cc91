import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Source } from "./corpus-read-carried.ts";
import { expectedCounts, expectedFailures, NOTHING } from "./corpus-read-expected.ts";
import type { Expected, ExpectedCounts } from "./corpus-read-expected.ts";
import { runSchema, truthSchema } from "./corpus-read-truth.ts";
import type { TruthException } from "./corpus-read-truth.ts";

/** One recorded run, or a text made from one, and what its reports must tell. */
export interface Recording {
  /** `project/run`. */
  readonly id: string;
  readonly expected: readonly Expected[];
  /** Null where nobody counted. */
  readonly counts: ExpectedCounts | null;
  /** pytest did not come to its end; the test that it was in left no record. */
  readonly hasDied: boolean;
  /** Cut off or empty: what is there must be right, and the reader must say that something is missing. */
  readonly isPartial: boolean;
  readonly style: string;
  /** pytest's version. */
  readonly version: string;
  readonly args: string;
  readonly workspace: string;
  /** The project's files, as the action knows them. */
  readonly tracked: readonly string[];
  readonly files: Readonly<Partial<Record<Source, readonly string[]>>>;
}

const goldenSchema = z.union([
  z.object({
    same_truth_as: z.string(),
    complete: z.boolean().optional(),
    parseable: z.boolean().optional(),
  }),
  z.object({
    type: z.string().nullable(),
    message: z.string().nullable(),
    frames: z.array(z.object({ path: z.string(), line: z.number(), function: z.string() })),
    complete: z.boolean().optional(),
  }),
]);
type Golden = z.infer<typeof goldenSchema>;

/** Every recording below the corpus whose project begins with the prefix. */
export function recordingsOf(corpus: string, prefix: string): Recording[] {
  const folders = globSync("*/reports/*", { cwd: corpus }).filter((folder) => folder.startsWith(prefix));
  return folders.sort().flatMap((folder) => load(corpus, folder) ?? []);
}

function load(corpus: string, folder: string): Recording | null {
  const full = path.join(corpus, folder);
  if (existsSync(path.join(full, "truth.json"))) return recorded(corpus, folder);
  const file = path.join(full, "golden.json");
  return existsSync(file) ? derived(corpus, { folder, golden: goldenSchema.parse(readJson(file)) }) : null;
}

function recorded(corpus: string, folder: string): Recording {
  const full = path.join(corpus, folder);
  const truth = truthSchema.parse(readJson(path.join(full, "truth.json")));
  const run = runSchema.parse(readJson(path.join(full, "run.json")));
  const args = run.args ?? "";
  return {
    id: idOf(folder),
    expected: expectedFailures(truth),
    counts: expectedCounts(truth),
    hasDied: truth.finish.length === 0 && truth.internal.length === 0,
    isPartial: false,
    style: /--tb=(\w+)/.exec(args)?.[1] ?? "auto",
    version: run.versions["pytest"] ?? "",
    args,
    workspace: run.workspace,
    tracked: filesBelow(path.join(corpus, folder.split(path.sep)[0] ?? "", "broken")),
    files: filesOf(full),
  };
}

/** The same report in another encoding, cut off, or as a job's log; or a traceback that somebody pasted. */
function derived(corpus: string, { folder, golden }: { readonly folder: string; readonly golden: Golden }): Recording {
  const own = { id: idOf(folder), files: filesOf(path.join(corpus, folder)) };
  if ("same_truth_as" in golden) {
    const isPartial = golden.complete === false || golden.parseable === false;
    const like = recorded(corpus, golden.same_truth_as);
    return { ...like, ...own, isPartial, style: `${like.style}, ${isPartial ? "cut off" : "converted"}` };
  }
  return {
    ...own,
    expected: [ofPasted(golden)],
    counts: null,
    hasDied: false,
    isPartial: false,
    style: "pasted traceback",
    version: "",
    args: "",
    workspace: "/app",
    tracked: [],
  };
}

function ofPasted({ type, message, frames }: Extract<Golden, { frames: unknown }>): Expected {
  const exception: TruthException = {
    type: type ?? "",
    typename: type?.split(".").at(-1) ?? "",
    message: message ?? "",
    message_chars: message?.length ?? 0,
    traceback: frames.map((frame) => [frame.path, frame.line, frame.function, ""]),
    link: null,
    notes: [],
    attrs: {},
  };
  return { ...NOTHING, form: "pasted", exceptions: [exception], shown: [null] };
}

/** A runner keeps both streams: what pytest says of a broken conftest is on stderr alone. */
function filesOf(folder: string): Recording["files"] {
  const present = (...names: string[]): string[] =>
    names.map((name) => path.join(folder, name)).filter((file) => existsSync(file));
  const junit = present("junit.xml");
  const text = present("stdout.txt", "stderr.txt", "trace.txt");
  return { ...(junit.length > 0 ? { junit } : {}), ...(text.length > 0 ? { text } : {}) };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function idOf(folder: string): string {
  const [project = "", , name = ""] = folder.split(path.sep);
  return `${project}/${name}`;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
