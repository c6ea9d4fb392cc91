import { carriedBy } from "./corpus-read-carried.ts";
import type { Carried, Circumstances, Source } from "./corpus-read-carried.ts";
import { table } from "./markdown-table.ts";

type Case = Omit<Circumstances, "source" | "hasType">;

const CALL = { phase: "call", hasCrash: true } as const;
const CASES: readonly (readonly [label: string, about: Case])[] = [
  ["a test or fixture, `--tb=auto`, `long`, `short`", { ...CALL, form: "traceback", style: "auto" }],
  ["a test or fixture, `--tb=native`", { ...CALL, form: "native", style: "native" }],
  ["a test, `--tb=line`", { ...CALL, form: "line", style: "line" }],
  ["a fixture, `--tb=line`", { phase: "setup", hasCrash: true, form: "line", style: "line" }],
  ["a test, `--tb=no`", { ...CALL, form: "no", style: "no" }],
  ["a fixture, `--tb=no`", { phase: "setup", hasCrash: true, form: "no", style: "no" }],
  ["a module that cannot be imported", { phase: "collect", hasCrash: false, form: "collect", style: "auto" }],
  ["the same, `--tb=no`", { phase: "collect", hasCrash: false, form: "collect", style: "no" }],
  ["a `conftest.py` that cannot be imported", { phase: "collect", hasCrash: false, form: "conftest", style: "auto" }],
  ["a fixture that does not exist", { phase: "setup", hasCrash: false, form: "fixture", style: "auto" }],
  ["`pytest.fail(pytrace=False)`", { ...CALL, form: "value", style: "auto" }],
  ["a doctest", { phase: "call", hasCrash: false, form: "doctest", style: "auto" }],
  ["a strict `xfail` that passed", { phase: "call", hasCrash: false, form: "text", style: "auto" }],
  ["a test whose xdist worker died", { phase: null, hasCrash: false, form: "crashed worker", style: "auto" }],
  ["a traceback of no test", { phase: null, hasCrash: false, form: "pasted", style: "" }],
];

/** What each form of report holds, from the same declaration that the recorded reports are held against. */
export function carriedTables(): string {
  return ["### In JUnit files", tableOf("junit"), "### In terminal output", tableOf("text")].join("\n\n");
}

function tableOf(source: Source): string {
  const isWritten = ({ form }: Case): boolean => source === "text" || (form !== "conftest" && form !== "pasted");
  const rows = CASES.filter(([, about]) => isWritten(about)).map(([label, about]) => [
    label,
    ...cells(carriedBy({ ...about, source, hasType: true })),
  ]);
  return table(["What failed", "Node id", "Phase", "Type", "Message", "Chain", "Frames"], rows);
}

function cells({ nodeId, phase, type, message, chain, frames }: Carried): string[] {
  return [
    yes(nodeId),
    yes(phase),
    { qualified: "yes", bare: "bare name", no: "–" }[type],
    { whole: "yes", end: "yes", "first line": "first line", comparison: "expected, got", no: "–" }[message],
    yes(chain),
    { printed: "as printed", crash: "the last", no: "–" }[frames],
  ];
}

function yes(isCarried: boolean): string {
  return isCarried ? "yes" : "–";
}
