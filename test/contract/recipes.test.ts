import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { caseFamilies } from "../../.ci/recipe-cases.ts";
import { RECIPES } from "../../src/draft/recipes/index.ts";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const cases = (await caseFamilies()).flatMap((family) => family.cases);

test("every recipe has an id of its own, and a test that imports it", () => {
  const ids = RECIPES.map(({ id }) => id);
  const texts = globSync("test/recipes/**/*.test.ts", { cwd: root })
    .map((file) => read(file))
    .join("\n");
  const files = globSync("src/draft/recipes/**/*.ts", { cwd: root }).filter((file) => /: Recipe = \{/.test(read(file)));
  const untested = files.filter((file) => !texts.includes(`/${path.basename(file)}"`));
  expect([new Set(ids).size, untested]).toEqual([ids.length, []]);
});

test("every recipe heals a real project, and every real project is of a recipe", () => {
  const healed = new Set(cases.filter(({ after }) => after !== null).map(({ recipe }) => recipe));
  const ids = RECIPES.map(({ id }) => id);
  expect([ids.filter((id) => !healed.has(id)), cases.filter(({ recipe }) => !ids.includes(recipe))]).toEqual([[], []]);
});

test("no row of a table stands there twice", async () => {
  const { LIBRARIES } = await import("../../src/draft/tables/index.ts");
  const keys = LIBRARIES.flatMap(({ distribution, names = [], methods = [], keywords = [] }) => [
    ...names.map(({ old }) => `${distribution} ${old}`),
    ...methods.map(({ type, old }) => `${distribution} ${type}.${old}`),
    ...keywords.map(
      ({ callable, old, values }) => `${distribution} ${callable}(${old}=${Object.keys(values ?? {}).join()})`,
    ),
  ]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test("every family has its guide", async () => {
  const { FAMILIES } = await import("../../src/draft/recipes/families.ts");
  expect(FAMILIES.filter(({ id }) => !existsSync(path.join(root, `docs/guides/${id}.md`)))).toEqual([]);
});
