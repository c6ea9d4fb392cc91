import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { RealCase } from "../test/recipes/real/real-case.ts";
import { root } from "./tools.ts";

/** The real cases of one file, by the file's name: a family of recipes. */
export interface CaseFamily {
  readonly family: string;
  readonly cases: readonly RealCase[];
}

/** Every list of real cases below test/recipes/real; an id that is there twice is an error. */
export async function caseFamilies(): Promise<CaseFamily[]> {
  const folder = path.join(root, "test/recipes/real");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "real-case.ts");
  const families: CaseFamily[] = [];
  for (const file of files.sort()) {
    const lists: Record<string, readonly RealCase[]> = await import(pathToFileURL(path.join(folder, file)).href);
    families.push({ family: file.replace(/\.ts$/, ""), cases: Object.values(lists).flat() });
  }
  const ids = families.flatMap(({ cases }) => cases.map(({ id }) => id));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`these ids are there twice: ${twice.join(", ")}`);
  return families;
}

const RECORDINGS = path.join(root, "test/recipes/real/recordings.json");

/** What pytest printed of each case's failure when it was last recorded, by the case's id. */
export function recordedTraces(): Readonly<Record<string, readonly string[]>> {
  if (!existsSync(RECORDINGS)) return {};
  return z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(RECORDINGS, "utf8")));
}

/** Keeps traces for the guides, beside those of other cases. */
export function recordTraces(traces: Readonly<Record<string, readonly string[]>>): void {
  const all = { ...recordedTraces(), ...traces };
  const ordered = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(RECORDINGS, `${JSON.stringify(ordered, null, 2)}\n`);
}
