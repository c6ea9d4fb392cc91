import type { RecipeCase } from "../../support/recipe-case.ts";

/** A module of the product, the exception it raises at the line that has `# fails`, and what is installed. */
export function failing(
  text: string,
  exception: { readonly type: string; readonly message: string },
  installed: Partial<RecipeCase> = {},
): RecipeCase {
  const line = text.split(/\r?\n/).findIndex((entry) => entry.includes("# fails")) + 1;
  return {
    files: { "app/figures.py": text },
    exception,
    frames: [{ path: "app/figures.py", line, function: "figures" }],
    packages: {},
    ...installed,
  };
}

/** What the drafts make of that module. */
export function module(text: string): Record<string, string>[] {
  return [{ "app/figures.py": text }];
}
