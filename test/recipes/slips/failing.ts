import type { RecipeCase } from "../../support/recipe-case.ts";

export const FILE = "app/code.py";

/** A module one line of which (it ends in `# fails`) fails with an exception, written as Python prints it. */
export function failing(text: string, exception: string, more: Partial<RecipeCase> = {}): RecipeCase {
  const [type = "", message = ""] = exception.split(/: (.*)/s);
  const files = { [FILE]: text, ...more.files };
  const frames = Object.entries(files).flatMap(([path, content]) => {
    const line = content.split("\n").findIndex((entry) => entry.endsWith("# fails")) + 1;
    return line === 0 ? [] : [{ path, line, function: null }];
  });
  return { frames, exception: { type, message }, packages: {}, ...more, files };
}
