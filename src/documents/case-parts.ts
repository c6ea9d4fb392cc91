import { z } from "zod";
import { MATCH_LEVELS } from "../domain/patch.ts";

/** Parts of the case document that stand in several places of it. */
export const frame = z.strictObject({
  path: z.string(),
  line: z.number(),
  function: z.string().nullable(),
  locals: z.record(z.string(), z.string()).exactOptional(),
});

export const exception = { type: z.string().nullable(), message: z.string().nullable() };

export const origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("recipe"), id: z.string() }),
  z.strictObject({ kind: z.literal("llm"), model: z.string(), match: z.enum(MATCH_LEVELS) }),
]);

export const place = z.strictObject({
  path: z.string(),
  line: z.number(),
  note: z.string(),
  text: z.string().exactOptional(),
});

export const patch = z.strictObject({
  changes: z.array(z.strictObject({ path: z.string(), before: z.string(), after: z.string() })),
});
