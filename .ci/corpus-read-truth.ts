import { z } from "zod";

/** What a pytest plugin recorded of pytest's own report objects while the report was written. */
const frameSchema = z.tuple([z.string(), z.number(), z.string(), z.string()]);
const omittedSchema = z.object({ omitted: z.number() });
const entrySchema = z.tuple([z.string(), z.number(), z.string().nullable()]);
const crashSchema = z.object({ path: z.string(), line: z.number(), message: z.string() });

const exceptionSchema = z.object({
  type: z.string(),
  typename: z.string(),
  message: z.string(),
  message_chars: z.number(),
  traceback: z.array(z.union([frameSchema, omittedSchema])),
  link: z.enum(["cause", "context"]).nullable(),
  notes: z.array(z.string()).default([]),
  attrs: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

const shownSchema = z.object({
  style: z.string().nullable(),
  entries: z.array(z.union([entrySchema, omittedSchema, z.null()])),
});

const recordSchema = z.object({
  nodeid: z.string(),
  phase: z.enum(["setup", "call", "teardown", "collect"]),
  outcome: z.enum(["passed", "failed", "skipped"]),
  longrepr_class: z.string().nullable().optional(),
  longrepr_text: z.string().optional(),
  crash: crashSchema.nullable().optional(),
  shown: z.array(shownSchema).nullable().optional(),
  exception: z.array(exceptionSchema).optional(),
  item_type: z.string().optional(),
});

const controllerSchema = z.object({
  nodeid: z.string(),
  phase: z.string(),
  outcome: z.string(),
  report_class: z.string(),
});

const internalSchema = z.object({
  kind: z.string(),
  path: z.string().optional(),
  exception: z.array(exceptionSchema),
});

export const truthSchema = z.object({
  start: z.array(z.object({ pytest: z.string() })),
  finish: z.array(z.object({ exitstatus: z.number() })),
  reports: z.array(recordSchema),
  controller_reports: z.array(controllerSchema),
  internal: z.array(internalSchema),
});

export const runSchema = z.object({
  args: z.string().nullable(),
  env: z.string().nullable(),
  workspace: z.string(),
  exit: z.number(),
  versions: z.record(z.string(), z.string()),
});

export type Truth = z.infer<typeof truthSchema>;
export type TruthException = z.infer<typeof exceptionSchema>;
export type TruthRecord = z.infer<typeof recordSchema>;
export type Crash = z.infer<typeof crashSchema>;
export type ShownEntries = z.infer<typeof shownSchema>["entries"];
export type TracebackEntries = TruthException["traceback"];
export type RecordedRun = z.infer<typeof runSchema>;
