import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "./tools.ts";

const endSchema = z.enum(["healed", "refused"]);

const caseSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/),
  version: z.string().regex(/^[\w.]+$/),
  /** Of the file that PyPI serves as the sdist. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  python: z.string().regex(/^3\.\d+$/),
  pins: z.array(z.string()),
  /** Words after `python -m pytest`. */
  command: z.array(z.string()),
  env: z.record(z.string(), z.string()).optional(),
  /** Folder inside the sdist in which the tests run. */
  folder: z.string().optional(),
  signature: z.string(),
  /** Must be found in the failures of the unchanged release, else the case shows something else than it says. */
  error: z.string(),
  /** What must come of it today. */
  expected: endSchema,
  /** What should come of it once there are recipes; partly, where the rest of it stands in tests that no rule may edit. */
  aim: z.enum(["healed", "partly", "refused"]),
  note: z.string(),
});

const fileSchema = z.array(caseSchema);

export type RealCase = Readonly<z.infer<typeof caseSchema>>;

/** The releases listed in `test/realworld/cases.json`, or the one with that name. */
export function readCases(only: string | undefined): readonly RealCase[] {
  const cases = fileSchema.parse(JSON.parse(readFileSync(path.join(root, "test/realworld/cases.json"), "utf8")));
  const chosen = cases.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`no case is named ${only}`);
  return chosen;
}
