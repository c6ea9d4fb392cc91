import { expect, test } from "vitest";
import { allAccepted, judge, type PatchCase, type Row } from "../judge.ts";

function patch(before: string, after: string): PatchCase {
  return { changes: { "tests/test_cli.py": [before, after] }, mayEditTests: true };
}

const REFUSED: readonly Row[] = [
  ["a flag of what a test expects", patch("WANTED = dict(mix_stderr=False, total=1)\n", "WANTED = dict(total=1)\n")],
  ["another flag, dropped too", patch("RUN = CliRunner(mix_stderr=False, echo_stdin=True)\n", "RUN = CliRunner()\n")],
  ["the value of another one", patch("RUN = CliRunner(mix_stderr=False, a=1)\n", "RUN = CliRunner(a=2)\n")],
];

const ACCEPTED: readonly Row[] = [
  ["a flag that click's runner no longer takes", patch("RUN = CliRunner(mix_stderr=False)\n", "RUN = CliRunner()\n")],
  [
    "in a fixture, beside others",
    patch(
      "def runner():\n    return testing.CliRunner(mix_stderr=False, env={'A': '1'})\n",
      "def runner():\n    return testing.CliRunner(env={'A': '1'})\n",
    ),
  ],
  [
    "in the head of a block",
    patch(
      "with CliRunner(mix_stderr=False).isolated_filesystem():\n    run()\n",
      "with CliRunner().isolated_filesystem():\n    run()\n",
    ),
  ],
];

test("accepts that a test drops a keyword which is no longer taken", async () => {
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses what else goes with it", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a flag of what a test expects": "test-edit tests/test_cli.py:1 changes more than the shape of a call",
      "another flag, dropped too": "test-edit tests/test_cli.py:1 changes more than the shape of a call",
      "the value of another one": "test-edit tests/test_cli.py:1 changes more than the shape of a call",
    }
  `);
});
