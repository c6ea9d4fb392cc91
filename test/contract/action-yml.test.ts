import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { renderInputTable, renderOutputTable } from "../../.ci/reference.ts";
import { INPUTS } from "../../src/settings/inputs.ts";
import { OUTPUTS } from "../../src/settings/outputs.ts";
import { parseSettings } from "../../src/settings/parse.ts";

const root = path.resolve(import.meta.dirname, "../..");
const text = readFileSync(path.join(root, "action.yml"), "utf8");
const inputSchema = z.object({ description: z.string(), required: z.boolean(), default: z.string() });
const action = z
  .object({
    inputs: z.record(z.string(), inputSchema),
    outputs: z.record(z.string(), z.object({ description: z.string() })),
    runs: z.record(z.string(), z.string()),
  })
  .parse(parse(text));

it("declares the inputs of the table, none required, with their defaults", () => {
  const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.required, input.default]);
  expect(declared).toEqual(INPUTS.map((input) => [input.name, false, input.default]));
});

it("declares the outputs of the table", () => {
  expect(Object.keys(action.outputs)).toEqual(OUTPUTS.map((output) => output.name));
});

it("runs one bundle on Node 24, before and after", () => {
  expect(action.runs).toEqual({ using: "node24", main: "dist/index.js", post: "dist/index.js", "post-if": "always()" });
});

it("stays short enough to read", () => {
  expect(text.split("\n").length).toBeLessThan(230);
});

it("has defaults that the parser takes as if nothing were set", () => {
  const defaults = Object.entries(action.inputs)
    .map(([name, input]) => [name, input.default])
    .filter(([, value]) => !value?.startsWith("${{"));
  expect(parseSettings(Object.fromEntries(defaults), ["any"])).toEqual(parseSettings({}, ["any"]));
});

it("is what the README's tables say", () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  expect(readme.split("<!-- inputs -->\n\n")[1]?.split("\n\n<!-- /inputs -->")[0]).toBe(renderInputTable());
  expect(readme.split("<!-- outputs -->\n\n")[1]?.split("\n\n<!-- /outputs -->")[0]).toBe(renderOutputTable());
});
