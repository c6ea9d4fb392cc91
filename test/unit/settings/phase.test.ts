import { expect, it } from "vitest";
import { parseSettings } from "../../../src/settings/parse.ts";

const LLM = { "openai-api-key": "sk-1", model: "m" };
const CASE = { "case-file": "case.json" };

function whyOf(raw: Readonly<Record<string, string>>): readonly string[] {
  const parsed = parseSettings(raw, []);
  return parsed.kind === "problems" ? parsed.problems.map(({ code, why }) => `${code}: ${why}`) : [];
}

it.each([
  {},
  LLM,
  { phase: "reproduce" },
  { phase: "draft", ...CASE, ...LLM },
  { phase: "draft", ...CASE, groups: "k", ...LLM },
  { phase: "verify", ...CASE, groups: "k" },
  { phase: "publish", ...CASE },
])("takes %o", (raw) => {
  expect(whyOf(raw)).toEqual([]);
});

const KEY =
  "A model is asked in draft only; a key has no place in a job that runs code of the repository or writes to it.";

it.each([
  [{ phase: "verify" }, "It goes on from the case file of the phase before, and none is named."],
  [{ phase: "publish" }, "It goes on from the case file of the phase before, and none is named."],
  [{ phase: "draft", ...LLM }, "It goes on from the case file of the phase before, and none is named."],
  [CASE, "It begins with the tests and reads no case file."],
  [{ phase: "reproduce", ...CASE }, "It begins with the tests and reads no case file."],
  [{ groups: "k" }, "Only draft and verify can take single groups."],
  [{ phase: "publish", ...CASE, groups: "k" }, "Only draft and verify can take single groups."],
  [{ phase: "draft", ...CASE }, "It asks a model, and neither a key nor a base-url is given."],
  [{ phase: "reproduce", ...LLM }, KEY],
  [{ phase: "verify", ...CASE, ...LLM }, KEY],
  [{ phase: "publish", ...CASE, ...LLM }, KEY],
])("refuses %o", (raw, why) => {
  expect(whyOf(raw)).toEqual([`phase-inputs: ${why}`]);
});
