import { expect, test } from "vitest";
import { plainLines, stopCommands } from "../../../src/text/inert-line.ts";

const HOSTILE = "::error::x\n  ::set-env name=a::b\rc ##[group]d\u001b[31m";

test("on a runner every line is marked, elsewhere none", () => {
  expect(plainLines(HOSTILE, { isRunner: true })).toEqual([
    "· ::error::x",
    "·   ::set-env name=a::b",
    "· c # #[group]d",
  ]);
  expect(plainLines(HOSTILE, { isRunner: false })).toEqual(["::error::x", "  ::set-env name=a::b", "c # #[group]d"]);
});

test.each([
  ["+::error::x\n", "::stop-commands::t\n+::error::x\n::t::\n"],
  ["no end", "::stop-commands::t\nno end\n::t::\n"],
  ["", "::stop-commands::t\n::t::\n"],
])("%j between the commands that switch commands off and on", (text, expected) => {
  expect(stopCommands(text, "t")).toBe(expected);
});
