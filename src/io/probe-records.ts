import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { unsealed } from "./seal.ts";

const text = z.string().max(100_000);
const frame = z.object({
  path: text,
  line: z.number().int().min(1),
  function: text.nullable(),
  locals: z.record(text, text).exactOptional(),
});
const exception = z.object({ type: text.nullable(), message: text.nullable(), frames: z.array(frame) });
const link = exception.extend({ relation: z.enum(["cause", "context"]) });
const failureParts = {
  exception: exception.optional(),
  chain: z.array(link).optional(),
  stdout: text.nullish(),
  stderr: text.nullish(),
  log: text.nullish(),
};

const session = z.object({
  kind: z.literal("session"),
  executable: text,
  version: text,
  rootdir: text,
  packages: z.record(text, text),
  testFilePatterns: z.array(text),
  testPaths: z.array(text),
});
const finished = z.object({ kind: z.literal("finish"), exitStatus: z.number().int(), redBesidesTests: z.boolean() });
const guarded = z.object({ kind: z.literal("guarded"), path: text });
const collected = z.object({ kind: z.literal("collected"), nodes: z.array(text) });
const started = z.object({ kind: z.literal("start"), node: text, file: text, name: text.nullable() });
const stopped = z.object({ kind: z.literal("stop"), node: text });
/** From here on the test is no longer watched. */
const cut = z.object({ kind: z.literal("cut"), node: text });
const report = z.object({
  kind: z.literal("report"),
  node: text,
  file: text,
  name: text.nullable(),
  phase: z.enum(["setup", "call", "teardown", "collect"]),
  outcome: z.enum(["passed", "failed", "skipped", "crashed"]),
  xfail: z.boolean(),
  ...failureParts,
});
/** What happened outside of any test: a conftest file that cannot be imported, an internal error of pytest. */
const broken = z.object({ kind: z.literal("broken"), path: text.nullable(), ...failureParts });
/** A part of pytest, or of the probe, that the project's code has put something else in place of. */
const replaced = z.object({ kind: z.literal("replaced"), name: text, by: text });
const executed = z.object({
  kind: z.literal("executed"),
  node: text,
  path: text,
  name: text,
  line: z.number().int(),
  depth: z.number().int(),
  order: z.number().int(),
});
const raised = z.object({
  kind: z.literal("raised"),
  node: text,
  type: text,
  message: text,
  frames: z.array(frame),
  load: z.object({ reason: z.enum(["lazy", "expired"]), model: text, attributes: z.array(text) }).nullable(),
});
const neverAwaited = z.object({
  kind: z.literal("never-awaited"),
  node: text,
  coroutine: text,
  frames: z.array(frame),
});

const record = z.discriminatedUnion("kind", [
  session,
  finished,
  guarded,
  collected,
  started,
  stopped,
  cut,
  report,
  broken,
  replaced,
  executed,
  raised,
  neverAwaited,
]);

/** One line of the probe's files. */
export type ProbeRecord = z.infer<typeof record> | { readonly kind: "not-genuine" };
export type SessionRecord = z.infer<typeof session>;
export type ReportRecord = z.infer<typeof report>;
export type BrokenRecord = z.infer<typeof broken>;
export type EvidenceRecord = z.infer<typeof executed> | z.infer<typeof raised> | z.infer<typeof neverAwaited>;

const MAX_LINE = 16_000_000;
const MAX_TOTAL = 1_000_000_000;

/**
 * Reads what every process of a run wrote down, process by process, each in its order. A line that is cut off (its
 * process was killed), too long or unlike any of ours is left out; one that looks like ours and is not as the probe wrote
 * it is told as such. `key` is that of the run.
 */
export async function* readProbeRecords(folder: string, key: string): AsyncGenerator<ProbeRecord> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  for (const name of names) {
    for await (const line of linesOf(join(folder, name))) {
      const { text: own, isGenuine } = unsealed(key, line);
      const found = parseRecord(own);
      if (found) yield isGenuine ? found : { kind: "not-genuine" };
    }
  }
}

function parseRecord(line: string): ProbeRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return record.safeParse(value).data;
  } catch {
    return undefined;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  let total = 0;
  // The probe writes ASCII only, so a chunk never ends within a character.
  for await (const chunk of createReadStream(path, { encoding: "latin1" })) {
    const piece = String(chunk);
    total += piece.length;
    if (total > MAX_TOTAL) return;
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE) rest = "";
    yield* lines;
  }
}
