import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
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
