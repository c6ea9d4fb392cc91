import { expect, test } from "vitest";
import { allAccepted, judge, type PatchCase, type Row } from "../judge.ts";

/** A change of one file, which is tracked unless said otherwise. */
function at(path: string, rest: Partial<PatchCase> = {}): PatchCase {
  return { changes: { [path]: ["x = 1\n", "x = 2\n"] }, ...rest };
}

const limited = (allowedPaths: readonly string[], deniedPaths: readonly string[] = []): Partial<PatchCase> => ({
  limits: { allowedPaths, deniedPaths },
});

/** Paths that a drafter or a case file may name, each with what is said of it. */
const HOSTILE: readonly (readonly [path: string, reason: string])[] = [
  ["../x.py", "does not stay inside the repository step by step"],
  ["a/../../x.py", "does not stay inside the repository step by step"],
  ["a/./x.py", "does not stay inside the repository step by step"],
  ["a//x.py", "does not stay inside the repository step by step"],
  ["a/x.py/", "does not stay inside the repository step by step"],
  ["", "does not stay inside the repository step by step"],
  ["/etc/x.py", "is absolute"],
  ["//server/share/x.py", "is absolute"],
  ["C:\\x.py", "holds a backslash"],
  ["a\\..\\..\\x.py", "holds a backslash"],
  ["\\\\?\\C:\\x.py", "holds a backslash"],
  ["C:/x.py", "holds a colon: a drive or a stream to Windows"],
  ["C:x.py", "holds a colon: a drive or a stream to Windows"],
  ["a/x.py:ads", "holds a colon: a drive or a stream to Windows"],
  [".git::$INDEX_ALLOCATION/hooks/x.py", "holds a colon: a drive or a stream to Windows"],
  [".git/config", "is protected: it decides how code is run, built or tested"],
  [".git/hooks/x.py", "is protected: it decides how code is run, built or tested"],
  [".GIT/hooks/x.py", "is protected: it decides how code is run, built or tested"],
  ["lib/.Git/x.py", "is protected: it decides how code is run, built or tested"],
  ["GIT~1/x.py", "may be a short name of Windows for another file"],
  ["a/CONFTE~1.PY", "may be a short name of Windows for another file"],
  [".git\u200C/x.py", "holds an invisible character"],
  [".g\u00ADit/x.py", "holds an invisible character"],
  ["a/\u202Eyp.x.py", "holds an invisible character"],
  ["a/\uFE0Fx.py", "holds an invisible character"],
  [".git./x.py", "has a part that begins with a blank, or ends in a blank or a dot"],
  [".git /x.py", "has a part that begins with a blank, or ends in a blank or a dot"],
  ["a/x.py.", "has a part that begins with a blank, or ends in a blank or a dot"],
  ["a/x.py ", "has a part that begins with a blank, or ends in a blank or a dot"],
  [" a/x.py", "has a part that begins with a blank, or ends in a blank or a dot"],
  ["CON", "names a device of Windows"],
  ["a/con.py", "names a device of Windows"],
  ["aux.txt", "names a device of Windows"],
  ["COM1.py", "names a device of Windows"],
  ["COM\u00B9.py", "names a device of Windows"],
  ["nul/x.py", "names a device of Windows"],
  ["a\u0000.py", "holds a control character"],
  ["a\n.py", "holds a control character"],
  ["a?.py", "holds a character that Windows forbids"],
  [`${"a".repeat(253)}.py`, "has a part of more than 255 bytes"],
  [`${"\u00E4".repeat(127)}.py`, "has a part of more than 255 bytes"],
  [`${"a/".repeat(500)}x.py`, "is too long"],
  ["a\u0308.py", "is not in Unicode's composed form (NFC)"],
  ["a\uD800.py", "is not in Unicode's composed form (NFC)"],
];

test("disguised paths are refused, whatever the settings allow", async () => {
  const rows = HOSTILE.map(([path]): Row => [path, at(path, { ...limited(["**"]), mayEditTests: true })]);
  const expected = HOSTILE.map(([path, reason]) => [path, `paths ${path}:- ${reason}`]);
  expect(await judge(rows)).toEqual(Object.fromEntries(expected));
});

const PROTECTED = [
  ".github/scripts/release.py",
  ".github/workflows/ci.yml",
  ".gitlab-ci.yml",
  ".gitattributes",
  ".circleci/config.py",
  ".husky/x.py",
  ".claude/hooks/x.py",
  ".mcp.json",
  "AGENTS.md",
  "docs/CLAUDE.md",
  "setup.py",
  "lib/SETUP.py",
  "noxfile.py",
  "sitecustomize.py",
  "src/usercustomize.py",
  "src/x.pth",
  "pyproject.toml",
  "pytest.ini",
  ".pytest.ini",
  "tox.ini",
  "setup.cfg",
  "uv.lock",
  "requirements.txt",
  "requirements-dev.txt",
  "requirements/base.py",
  "Dockerfile",
  "docker/Dockerfile.dev",
  "Makefile",
  ".env",
  "app/.env.local",
  ".venv/lib/x.py",
  "lib/site-packages/x.py",
];

test("files that decide how code is run, built or tested are refused, whatever the settings allow", async () => {
  const rows = PROTECTED.map((path): Row => [path, at(path, { ...limited(["**"]), mayEditTests: true })]);
  const expected = PROTECTED.map((path) => [
    path,
    `paths ${path}:- is protected: it decides how code is run, built or tested`,
  ]);
  expect(await judge(rows)).toEqual(Object.fromEntries(expected));
});

const REFUSED: readonly Row[] = [
  ["no Python", at("shop/data.txt")],
  [
    "a test beside one that an accepted patch changed",
    {
      changes: { "tests/test_orders.py": ["x = 1\n", "x = 2\n"], "tests/test_carts.py": ["x = 1\n", "x = 2\n"] },
      settled: ["tests/test_carts.py"],
    },
  ],
  ["a conftest that pytest did not see", at("shop/Conftest.py")],
  ["a test", at("tests/test_orders.py")],
  ["one of two files that differ in case", at("shop/orders.py", { tracked: ["shop/Orders.py"] })],
  ["denied", at("shop/orders.py", limited([], ["lib/**", "shop/*.py"]))],
  ["denied by its folder", at("shop/orders.py", limited([], ["shop"]))],
  ["denied by its folder with a slash", at("shop/a/orders.py", limited([], ["./shop/"]))],
  ["denied although allowed", at("shop/orders.py", limited(["shop/**"], ["**/orders.py"]))],
  ["not among the allowed", at("shop/orders.py", limited(["lib/**"]))],
  ["deeper than allowed", at("shop/a/orders.py", limited(["shop/*.py"]))],
  ["taken out of the allowed", at("shop/old/orders.py", limited(["shop/**", "!shop/old/**"]))],
  ["everything but", at("shop/old/orders.py", limited(["!shop/old/**"]))],
  ["allowed in another case", at("shop/orders.py", limited(["Shop/**"]))],
];

const ACCEPTED: readonly Row[] = [
  ["a product file", at("shop/orders.py")],
  [
    "a test, by a candidate that may",
    { changes: { "tests/test_orders.py": ["import os\nx = 1\n", "import re\nx = 1\n"] }, mayEditTests: true },
  ],
  [
    "a product file beside a test that an accepted patch changed",
    {
      changes: { "shop/orders.py": ["x = 1\n", "x = 2\n"], "tests/test_carts.py": ["x = 1\n", "x = 2\n"] },
      settled: ["tests/test_carts.py"],
    },
  ],
  ["a product file with test in its name", at("shop/testclient.py")],
  ["a hidden folder that means nothing", at(".hidden/orders.py", limited(["**"]))],
  ["letters beyond ASCII", at("läden/büro.py")],
  ["a name of 255 bytes", at(`${"a".repeat(252)}.py`)],
  ["names that only begin like devices", at("shop/console.py")],
  ["a name with dots", at("shop/v1.2/orders.v2.py")],
  ["not denied", at("shop/orders.py", limited([], ["lib/**", "shop/*.pyi"]))],
  ["denied, but for this one", at("shop/orders.py", limited([], ["shop/**", "!shop/orders.py"]))],
  ["allowed", at("shop/orders.py", limited(["shop/**"]))],
  ["allowed at any depth", at("shop/a/b/orders.py", limited(["shop/**/*.py"]))],
  ["allowed directly below", at("shop/orders.py", limited(["shop/**/*.py"]))],
  ["allowed by its folder", at("shop/a/orders.py", limited(["shop"]))],
  ["allowed by the root", at("shop/a/orders.py", limited(["."]))],
  ["allowed by braces", at("shop/orders.py", limited(["{shop,lib}/**"]))],
  ["allowed by an extended glob", at("shop/orders.py", limited(["!(lib)/**"]))],
  ["everything but others", at("shop/orders.py", limited(["!lib/**"]))],
  ["taken out and brought back", at("shop/old/a.py", limited(["shop/**", "!shop/old/**", "shop/old/a.py"]))],
  ["a file whose name holds brackets", at("shop/[id].py", limited(["shop/**"]))],
];

test("accepts what nobody forbids", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and names the line of the inputs that says so", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a conftest that pytest did not see": "paths shop/Conftest.py:- is a test or test configuration file",
      "a test": "paths tests/test_orders.py:- is a test or test configuration file",
      "a test beside one that an accepted patch changed": "paths tests/test_orders.py:- is a test or test configuration file",
      "allowed in another case": "paths shop/orders.py:- is not named by the line "allowed-paths:"",
      "deeper than allowed": "paths shop/a/orders.py:- is not named by the line "allowed-paths:"",
      "denied": "paths shop/orders.py:- is denied by "shop/*.py" in the line "denied-paths:"",
      "denied although allowed": "paths shop/orders.py:- is denied by "**/orders.py" in the line "denied-paths:"",
      "denied by its folder": "paths shop/orders.py:- is denied by "shop" in the line "denied-paths:"",
      "denied by its folder with a slash": "paths shop/a/orders.py:- is denied by "./shop/" in the line "denied-paths:"",
      "everything but": "paths shop/old/orders.py:- is not named by the line "allowed-paths:"",
      "no Python": "paths shop/data.txt:- is not a Python file",
      "not among the allowed": "paths shop/orders.py:- is not named by the line "allowed-paths:"",
      "one of two files that differ in case": "paths shop/orders.py:- differs from shop/Orders.py in nothing but case",
      "taken out of the allowed": "paths shop/old/orders.py:- is not named by the line "allowed-paths:"",
    }
  `);
});

test("refuses a file that is not tracked", async () => {
  const row: Row = ["new", { ...at("shop/new.py"), untracked: ["shop/new.py"] }];
  expect(await judge([row])).toEqual({ new: "paths shop/new.py:- is not a tracked file" });
});
