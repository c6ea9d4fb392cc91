import { bad, good, quote, type Reading } from "./read-value.ts";

/**
 * The recipes to switch off. `all`, `none` and plain ids say what is on, read from left to right; `-id` takes one away
 * again. A list of nothing but `-id` starts from all.
 */
export function readRecipeChoice(entries: readonly string[], known: readonly string[]): Reading<readonly string[]> {
  const unknown = entries.filter((entry) => !["all", "none", ...known].includes(entry.replace(/^-/, "")));
  if (unknown.length > 0) {
    return bad([], {
      code: "unknown-recipe",
      what: `The input recipes names ${unknown.map(quote).join(", ")}.`,
      why: `The recipes are ${known.join(", ")}.`,
      next: "Write all, none, or these ids, each with a leading minus to leave it out.",
    });
  }
  const on = new Set(entries.every((entry) => entry.startsWith("-")) ? known : []);
  for (const entry of entries) switchRecipe(on, entry, known);
  return good(known.filter((id) => !on.has(id)));
}

function switchRecipe(on: Set<string>, entry: string, known: readonly string[]): void {
  const off = entry.startsWith("-");
  const name = entry.replace(/^-/, "");
  const meant = name === "all" || name === "none" ? known : [name];
  for (const id of meant) {
    if (off || name === "none") on.delete(id);
    else on.add(id);
  }
}
