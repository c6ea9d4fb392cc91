import type { RecipeCase } from "../../support/recipe-case.ts";

/** A module whose line (one-based) fails with `Type: message`. */
export function failing(text: string, line: number, exception: string): RecipeCase {
  const [, type = "", message = ""] = /^(\w+): ([\s\S]*)$/.exec(exception) ?? [];
  return {
    files: { "app/shop.py": text },
    exception: { type, message },
    frames: [{ path: "app/shop.py", line, function: "total" }],
    packages: {},
  };
}

/** What a row of a table expects: the one file after the only draft. */
export function changed(text: string): readonly Record<string, string>[] {
  return [{ "app/shop.py": text }];
}
