import { expect, test } from "vitest";
import { pythonBridge } from "../../../src/io/python-bridge.ts";
import type { Workspace } from "../../../src/ports.ts";
import { openSources } from "../../../src/steps/sources.ts";

const FILES: Readonly<Record<string, string>> = {
  "conftest.py": "",
  "tests/conftest.py": "from tests.support import shop\n",
  "tests/support.py": "",
  "tests/api/conftest.py": "",
  "tests/api/test_api.py": "",
  "tests/web/conftest.py": "",
};

const workspace: Workspace = {
  trackedFiles: async () => Object.keys(FILES),
  read: async (path) => ({ kind: "text", text: FILES[path] ?? "" }),
  write: async () => {},
  restore: async () => {},
  hashes: async () => ({}),
};

test("reads the conftest files above a test, and what they import", async () => {
  const parser = pythonBridge([process.env["AUTOFIX_BRIDGE_PYTHON"] ?? "python3"], {});
  const sources = openSources({ workspace, parser, trackedFiles: Object.keys(FILES), guarded: new Set() });
  const { modules } = await sources.load(["tests/api/test_api.py"], { changes: [] });
  expect([...modules.keys()].sort()).toEqual([
    "conftest.py",
    "tests/api/conftest.py",
    "tests/api/test_api.py",
    "tests/conftest.py",
    "tests/support.py",
  ]);
});
