import type { Case, GroupBaseline, HealedGroup, RunSummary, Verification } from "../../../src/domain/case.ts";
import type { Failure, Frame } from "../../../src/domain/failure.ts";
import type { Patch } from "../../../src/domain/patch.ts";
import type { RecipeGuide } from "../../../src/publish/guide.ts";

export const BEFORE = `from fastapi import APIRouter, Depends

router = APIRouter()


@router.get("/plants")
async def list_plants(session=Depends(get_session)):
    plants = session.query(Plant).all()
    return plants
`;
export const AFTER = BEFORE.replace("session.query(Plant).all()", "(await session.scalars(select(Plant))).all()");
export const PATCH: Patch = { changes: [{ path: "shop/plants.py", before: BEFORE, after: AFTER }] };

function frame(path: string, line: number, name: string | null): Frame {
  return { path, line, function: name };
}

const PACKAGES = "/venv/lib/python3.12/site-packages";

export const FAILURE: Failure = {
  nodeId: "tests/test_plants.py::test_list",
  file: "tests/test_plants.py",
  testName: "test_list",
  phase: "call",
  kind: "failure",
  exception: { type: "sqlalchemy.exc.MissingGreenlet", message: "greenlet_spawn has not been called\nmore" },
  chain: [],
  frames: [
    frame("tests/test_plants.py", 12, "test_list"),
    frame(`${PACKAGES}/httpx/_client.py`, 1784, "get"),
    frame("/usr/lib/python3.12/asyncio/runners.py", 118, "run"),
    frame(`${PACKAGES}/fastapi/routing.py`, 234, "app"),
    frame("shop/plants.py", 8, "list_plants"),
    frame(`${PACKAGES}/sqlalchemy/util/_concurrency_py3k.py`, 123, "await_only"),
  ],
  capturedStdout: null,
  capturedStderr: null,
  capturedLog: null,
  source: { report: "probe", format: "probe" },
};

function run(command: string, counts: readonly [number, number], seconds: number): RunSummary {
  const [passed, failed] = counts;
  return { command, exitCode: 0, passed, failed, errors: 0, skipped: 1, durationSeconds: seconds };
}

export const VERIFICATION: Verification = {
  targets: ["tests/test_plants.py::test_list"],
  repeat: 2,
  targeted: run("python -m pytest tests/test_plants.py::test_list", [1, 0], 0.84),
  fullBefore: run("python -m pytest", [41, 1], 6.21),
  fullAfter: run("python -m pytest", [42, 0], 6.05),
  failsAgainWhenReverted: true,
};

export const HEALED: HealedGroup = {
  key: "k1",
  failures: [FAILURE],
  steps: [
    {
      origin: { kind: "recipe", id: "sync-query" },
      rationale: "`session.query` becomes `select`, awaited on the session.",
      leftAlone: [{ path: "shop/report.py", line: 4, note: "`query` is built here but run elsewhere." }],
    },
  ],
};

export const GROUP: GroupBaseline = {
  key: "k1",
  verdict: "reproducible",
  reason: "fails on unchanged code in our own run",
  evidence: [],
  selection: null,
  failures: [FAILURE],
};

export const CASE: Case = {
  version: 1,
  sha: "c".repeat(40),
  groups: [GROUP],
  attempts: [
    {
      groupKey: "k1",
      origin: { kind: "recipe", id: "sync-query" },
      paths: ["shop/plants.py"],
      rationale: "x",
      verdict: { kind: "plausible" },
    },
  ],
  healed: [HEALED],
  patch: PATCH,
  verification: VERIFICATION,
  flaky: [],
  remainingFailures: ["tests/test_other.py::test_slow"],
  notes: ["The report was cut off."],
};

export const NO_FIX: Case = {
  ...CASE,
  healed: [],
  patch: null,
  verification: null,
  remainingFailures: ["tests/test_plants.py::test_list"],
  attempts: [
    {
      groupKey: "k1",
      origin: { kind: "recipe", id: "sync-query" },
      paths: ["shop/plants.py"],
      rationale: "x",
      verdict: { kind: "rejected", why: "no-effect", tests: [], reason: "The test still fails." },
    },
    {
      groupKey: "k1",
      origin: { kind: "llm", model: "m", match: "L0" },
      paths: ["shop/a.py", "shop/b.py"],
      rationale: "x",
      verdict: { kind: "refused", reasons: [{ rule: "paths", path: "x", line: null, reason: "It touches a `test`." }] },
    },
    {
      groupKey: "k1",
      origin: { kind: "recipe", id: "other" },
      paths: ["shop/a.py"],
      rationale: "x",
      verdict: { kind: "mismatch", path: "shop/a.py", reason: "The line is not there." },
    },
  ],
};

export const GUIDES: readonly RecipeGuide[] = [
  {
    id: "sync-query",
    title: "Use `select` instead of `query` on async sessions",
    explanation: "`query` reads the database at once, and an async session can only do that while it is awaited.",
  },
];
