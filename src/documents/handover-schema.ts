import { z } from "zod";
import type { Handover } from "../domain/case.ts";
import { exception, frame, origin, patch, place } from "./case-parts.ts";

const evidence = z.strictObject({
  executed: z.array(
    z.strictObject({ path: z.string(), name: z.string(), line: z.number(), depth: z.number(), order: z.number() }),
  ),
  raised: z.array(
    z.strictObject({
      ...exception,
      frames: z.array(frame),
      load: z
        .strictObject({ reason: z.enum(["lazy", "expired"]), model: z.string(), attributes: z.array(z.string()) })
        .nullable(),
    }),
  ),
  neverAwaited: z.array(z.strictObject({ coroutine: z.string(), frames: z.array(frame) })),
});

/** What a phase leaves to the next, as it stands in the case file. */
export const handoverSchema: z.ZodType<Handover> = z.strictObject({
  evidence: z.record(z.string(), evidence),
  python: z.string().nullable(),
  packages: z.record(z.string(), z.string()),
  guarded: z.array(z.string()),
  drafts: z.array(
    z.strictObject({
      groupKey: z.string(),
      origin,
      patch,
      rationale: z.string(),
      leftAlone: z.array(place),
      mayEditTests: z.boolean(),
      hasHeld: z.boolean(),
    }),
  ),
});
