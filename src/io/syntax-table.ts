import { z } from "zod";
import type { PythonNode, PythonValue } from "../domain/python.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const reference = z.object({ node: z.number().int() });
const single = z.union([scalar, reference]);
const row = z.object({
  kind: z.string(),
  start: z.number(),
  end: z.number(),
  line: z.number(),
  fields: z.record(z.string(), z.union([single, z.array(single)])),
});
const answer = z.object({
  nodes: z.array(row).min(1).nullable(),
  message: z.string().nullable(),
  line: z.number().nullable(),
});

/** What the bridge says of one file. */
export interface SyntaxAnswer {
  readonly tree: PythonNode | null;
  readonly message: string | null;
  readonly line: number | null;
}

/**
 * Decodes one line of the bridge. The tree comes as a list, parents before children, and is built from its end: neither
 * the check nor the build calls itself, so that no depth overflows the stack. Throws for what the bridge never says.
 */
export function decodeSyntax(text: string): SyntaxAnswer {
  const { nodes, message, line } = answer.parse(JSON.parse(text));
  return { tree: nodes === null ? null : build(nodes), message, line };
}

function build(rows: readonly z.infer<typeof row>[]): PythonNode {
  const built = new Map<number, PythonNode>();
  const valueOf = (value: z.infer<typeof single>): PythonNode | z.infer<typeof scalar> =>
    typeof value === "object" && value !== null ? known(built, value.node) : value;
  for (const [index, { fields, ...rest }] of [...rows.entries()].toReversed()) {
    const values = Object.entries(fields).map(([name, value]): [string, PythonValue] => [
      name,
      Array.isArray(value) ? value.map(valueOf) : valueOf(value),
    ]);
    built.set(index, { ...rest, fields: Object.fromEntries(values) });
  }
  return known(built, 0);
}

function known(built: ReadonlyMap<number, PythonNode>, index: number): PythonNode {
  const node = built.get(index);
  if (!node) throw new Error(`the Python syntax bridge named node ${index} before it was told`);
  return node;
}
