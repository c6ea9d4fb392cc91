import { expect, test } from "vitest";
import { type Draft, healScene } from "./scene.ts";

const FILES = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "prices.py": "def net(price):\n    return price - 2\n",
  "tests/test_prices.py":
    "from prices import net\n\n\ndef test_net():\n    assert net(3) == 3\n\n\ndef test_zero():\n    assert net(2) == 0 or net(2) == 2\n",
};
const NET: Draft = { id: "net", edits: [["prices.py", " - 2", ""]] };
const NO_PROBE = ["-p", "no:autofix_probe"];

test("mends by the JUnit files of its own runs where pytest refuses the probe", async () => {
  const healed = await healScene({ files: FILES, drafts: [NET], options: NO_PROBE });
  expect([healed.case.verification?.targets, healed.case.patch?.changes.map(({ path }) => path)]).toEqual([
    ["tests/test_prices.py::test_net"],
    ["prices.py"],
  ]);
});

test("publishes nothing where not even JUnit can be had", async () => {
  const healed = await healScene({ files: FILES, drafts: [NET], options: [...NO_PROBE, "-p", "no:junitxml"] });
  expect([healed.case.patch, healed.case.attempts.map(({ verdict }) => verdict)]).toEqual([
    null,
    [
      {
        kind: "rejected",
        why: "did-not-run",
        tests: [],
        reason:
          "neither our probe nor a JUnit file could be had from the test command, so nothing can be compared; let " +
          "PYTHONPATH and PYTEST_ADDOPTS through to pytest (`pass_env` of tox, `-e` of docker, where the temporary folder " +
          "is mounted too)",
      },
    ],
  ]);
});
