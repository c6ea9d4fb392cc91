// The JSON Schemas of the documents we publish; `npm run docs` writes them.
import { z } from "zod";
import { readSchema } from "../src/documents/read-schema.ts";
import { resultSchema } from "../src/documents/result.ts";

/** File of each schema, and what it describes. */
export const SCHEMAS = {
  "docs/read.schema.json": { title: "What read --json prints", schema: readSchema },
  "docs/result.schema.json": { title: "What fix --result writes", schema: resultSchema },
} as const;

/** One schema as it stands in its file. */
export function renderSchema({ title, schema }: { readonly title: string; readonly schema: z.ZodType }): string {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
