import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { casesOf, type CorpusCase } from "./corpus-case.ts";

/** The cases of all projects of the corpus whose name begins with the prefix. */
export function corpusCases(corpus: string, prefix: string, isAlone = false): CorpusCase[] {
  if (!existsSync(corpus)) throw new Error(`there is no folder ${corpus}: name it with --corpus DIR`);
  const ids = readdirSync(corpus).filter(
    (name) => name.startsWith(prefix) && existsSync(path.join(corpus, name, "broken")),
  );
  if (ids.length === 0) throw new Error(`no project in ${corpus} begins with ${prefix}`);
  return ids.toSorted().flatMap((id) => casesOf(corpus, id, isAlone));
}
