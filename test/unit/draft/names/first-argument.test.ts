import { expect, test } from "vitest";
import { firstArgumentAt } from "../../../../src/draft/names/arguments.ts";
import { walk } from "../../../../src/syntax/tree.ts";
import { recipeInput } from "../../../support/recipe-case.ts";

test.each([
  ["f()", "f(|)"],
  ["f(a, b=1)", "f(|a, b=1)"],
  ["f (\n    a,\n)", "f (\n    |a,\n)"],
  ["(f)(a)", "(f)(|a)"],
  ["f(  # why\n    a,\n)", undefined],
])("finds where the first argument of %j goes", async (text, marked) => {
  const exception = { type: "", message: "" };
  const { project } = await recipeInput({ files: { "a.py": text }, exception });
  const module = project.modules.get("a.py");
  const call = module && [...walk(module.tree)].find(({ kind }) => kind === "Call");
  const at = module && call && firstArgumentAt(module, call);
  expect(at === undefined ? undefined : `${text.slice(0, at)}|${text.slice(at)}`).toBe(marked);
});
