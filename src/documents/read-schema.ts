import { z } from "zod";

const exception = { type: z.string().nullable(), message: z.string().nullable() };

/** What `read --json` prints; null where the report does not carry a thing. Published as docs/read.schema.json. */
export const readSchema = z.strictObject({
  failures: z.array(
    z.strictObject({
      nodeId: z.string().nullable(),
      file: z.string().nullable(),
      testName: z.string().nullable(),
      phase: z.enum(["setup", "call", "teardown", "collect"]),
      kind: z.enum(["failure", "error"]),
      exception: z.strictObject(exception),
      chain: z.array(z.strictObject({ ...exception, relation: z.enum(["cause", "context"]) })),
      frames: z.array(z.strictObject({ path: z.string(), line: z.number().int(), function: z.string().nullable() })),
      capturedStdout: z.string().nullable(),
      capturedStderr: z.string().nullable(),
      capturedLog: z.string().nullable(),
      source: z.strictObject({ report: z.string(), format: z.enum(["junit", "text", "probe", "lastfailed"]) }),
    }),
  ),
  counts: z.strictObject({
    tests: z.number().int(),
    failures: z.number().int(),
    errors: z.number().int(),
    skipped: z.number().int(),
  }),
});
