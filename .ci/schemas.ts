// Writes the JSON Schemas of the documents we publish. A contract test compares them with the code.
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { readSchema } from "../src/documents/read-schema.ts";
import { resultSchema } from "../src/documents/result.ts";

export const SCHEMAS = {
  "docs/read.schema.json": { title: "What read --json prints", schema: readSchema },
  "docs/result.schema.json": { title: "What fix --result writes", schema: resultSchema },
} as const;

/** One schema as it stands in its file. */
export function renderSchema({ title, schema }: { readonly title: string; readonly schema: z.ZodType }): string {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

if (import.meta.main) {
  for (const [path, entry] of Object.entries(SCHEMAS)) writeFileSync(path, renderSchema(entry));
}
