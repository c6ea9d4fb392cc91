import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import { scriptedServer } from "../../support/llm/server.ts";
import { changedPaths, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { facts, runFix } from "../cli/command.ts";

/** Words that no rule knows for secrets: only not reading the files keeps them. */
const PRIVATE = ["amber-harbour", "quiet-lantern", "seventh-orchard", "paper-lighthouse"] as const;

const ENVIRONMENT = `MODE = "${PRIVATE[0]}"


def check(rows):
    if MODE == "${PRIVATE[0]}" and len(rows) != 3:
        raise ValueError("three are wanted")
    return rows
`;

const PROJECT = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  ".env": ENVIRONMENT,
  "server.pem": `${PRIVATE[1]}\n`,
  id_rsa: `${PRIVATE[2]}\n`,
  "credentials.json": `{"note": "${PRIVATE[3]}"}\n`,
  "shop/__init__.py": "",
  "shop/orders.py": `import pathlib

from shop import local


def total(rows):
    return sum(local.check(rows))


def executed(rows):
    scope = {}
    exec(compile(pathlib.Path(".env").read_text(), ".env", "exec"), scope)
    return sum(scope["check"](rows))
`,
  "tests/test_orders.py": `import pathlib

from shop.orders import executed, total


def test_total():
    for name in ["server.pem", "id_rsa", "credentials.json"]:
        assert pathlib.Path(name).exists()
    assert total([20, 22]) == 42


def test_executed():
    assert executed([20, 22]) == 42
`,
};

test("files of keys and environments are never shown: not by a frame, a link, a NEED or a block", async () => {
  const project = scratchRepository(PROJECT);
  // Python imports it; to us it is no file of the project.
  symlinkSync("../.env", join(project, "shop/local.py"));
  git(project, ["add", "--all"]);
  const before = treeState(project);
  const server = await scriptedServer([
    { reply: "NEED: .env, server.pem, id_rsa, credentials.json, local, shop.local.MODE, MODE" },
    { reply: ".env\n<<<<<<< SEARCH\nMODE = 1\n=======\nMODE = 2\n>>>>>>> REPLACE\n" },
    { reply: "shop/local.py\n<<<<<<< SEARCH\nMODE = 1\n=======\nMODE = 2\n>>>>>>> REPLACE\n" },
    { reply: "NO_FIX: I may not see it" },
  ]);
  const { result } = await runFix(project, "--apply", "--base-url", server.baseUrl, "--model", "small");
  const sent = server.requests.map((body) => JSON.stringify(body["messages"]));
  expect([facts(result, "status", "changedFiles"), changedPaths(before, project)]).toEqual([
    { status: "no-fix", changedFiles: [] },
    [],
  ]);
  expect(sent).toHaveLength(5);
  expect(PRIVATE.filter((words) => sent.some((text) => text.includes(words)))).toEqual([]);
});
