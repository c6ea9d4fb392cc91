import { expect, test } from "vitest";
import type { CandidatePatch, Patch } from "../../../src/domain/patch.ts";
import { allowedBefore } from "../../../src/steps/allowed-before.ts";

const editing = (path: string): CandidatePatch => ({
  origin: { kind: "recipe", id: "moved-names" },
  edits: [{ path, start: 0, end: 1, text: "" }],
  rationale: "",
  leftAlone: [],
  mayEditTests: false,
});

const earlier = (...paths: string[]): Patch => ({
  changes: paths.map((path) => ({ path, before: "a", after: "b" })),
});

const GUARDED = new Set(["checks/shop.py"]);

test.each([
  ["product code upon an edited test", editing("shop.py"), earlier("checks/shop.py"), true],
  ["product code upon an edited conftest.py", editing("shop.py"), earlier("shop.py", "tests/conftest.py"), true],
  ["product code alone", editing("shop.py"), earlier("other.py"), false],
  ["a test, whatever came before", editing("checks/shop.py"), earlier("checks/shop.py"), false],
  ["a conftest.py, whatever came before", editing("conftest.py"), earlier("checks/shop.py"), false],
])("leave to have tests in the patch: %s", (_name, candidate, before, mayEditTests) => {
  expect(allowedBefore(candidate, GUARDED, before)).toEqual({ ...candidate, mayEditTests });
});
