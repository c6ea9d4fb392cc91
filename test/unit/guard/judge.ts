import type { CandidatePatch, FileChange } from "../../../src/domain/patch.ts";
import type { PythonModule } from "../../../src/domain/python.ts";
import { guard } from "../../../src/guard/guard.ts";
import type { GuardInput, Limits } from "../../../src/guard/rule.ts";
import { pythonBridge } from "../../../src/io/python-bridge.ts";

const parser = pythonBridge([process.env["AUTOFIX_BRIDGE_PYTHON"] ?? "python3"], {});

/** A patch with the project around it. A text alone is a change of `shop/orders.py`. */
export interface PatchCase {
  readonly changes: Readonly<Record<string, readonly [before: string, after: string]>>;
  /** Other files of the project that were loaded. */
  readonly around?: Readonly<Record<string, string>>;
  /** Tracked besides all of those. */
  readonly tracked?: readonly string[];
  readonly untracked?: readonly string[];
  readonly packages?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  readonly mayEditTests?: boolean;
  /** Drafted by an LLM. Default: by a recipe. */
  readonly isByModel?: boolean;
  /** Of the changed files, those that an accepted patch changed and this one does not. */
  readonly settled?: readonly string[];
}

/** Name of a row, then the file before and after, or a whole case. */
export type Row = readonly [name: string, before: string, after: string] | readonly [name: string, patch: PatchCase];

const LIMITS: Limits = { maxFiles: 10, maxLines: 200, allowedPaths: [], deniedPaths: [] };

/**
 * What the whole guard says of each row, `accepted` or every reason as `rule path:line reason`: an honest edit must pass
 * all rules, not only the one that the table is about. One interpreter reads all rows.
 */
export async function judge(rows: readonly Row[]): Promise<Record<string, string>> {
  const cases = rows.map((row) => caseOf(row));
  const files = cases.flatMap(({ changes, around }) => [
    ...Object.entries(changes).flatMap(([path, [before, after]]) => [
      { path, text: before },
      { path, text: after },
    ]),
    ...Object.entries(around ?? {}).map(([path, text]) => ({ path, text })),
  ]);
  const parsed = await parser.parse(files);
  const known = new Map(parsed.flatMap((file) => ("tree" in file ? [[`${file.path}\n${file.text}`, file]] : [])));
  const read = (path: string, text: string): [string, PythonModule][] => {
    const module = known.get(`${path}\n${text}`);
    return module ? [[path, module]] : [];
  };
  return Object.fromEntries(cases.map((patch, index) => [rows[index]?.[0] ?? "", verdictOf(inputOf(patch, read))]));
}

/** What most rows change. */
export const TOTAL = `def total(rows):
    return sum(rows)
`;

/** `TOTAL` before, and with an import and lines of its function added. */
export function added(imports: string, lines: string): readonly [before: string, after: string] {
  const body = lines
    .split("\n")
    .map((line) => `    ${line}\n`)
    .join("");
  return [TOTAL, `${imports}def total(rows):\n${body}    return sum(rows)\n`];
}

/** Replaces each text once, where it stands first; it must be there. */
export function changed(text: string, edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`no ${from}`);
    return whole.replace(from, () => to);
  }, text);
}

/** What `judge` must say of rows that are fine. */
export function allAccepted(rows: readonly Row[]): Record<string, string> {
  return Object.fromEntries(rows.map(([name]) => [name, "accepted"]));
}

function caseOf([, first, second]: Row): PatchCase {
  if (typeof first !== "string") return first;
  return { changes: { "shop/orders.py": [first, second ?? first] } };
}

function inputOf(patch: PatchCase, read: (path: string, text: string) => [string, PythonModule][]): GuardInput {
  const changes: FileChange[] = Object.entries(patch.changes).map(([path, [before, after]]) => ({
    path,
    before,
    after,
  }));
  const around = Object.entries(patch.around ?? {});
  const trackedFiles = [
    ...changes.map(({ path }) => path),
    ...around.map(([path]) => path),
    ...(patch.tracked ?? []),
  ].filter((path) => !patch.untracked?.includes(path));
  const candidate: CandidatePatch = {
    origin: patch.isByModel === true ? { kind: "llm", model: "m", match: "L0" } : { kind: "recipe", id: "r" },
    edits: [{ path: changes[0]?.path ?? "", start: 0, end: 0, text: "" }],
    rationale: "",
    leftAlone: [],
    mayEditTests: patch.mayEditTests ?? false,
  };
  return {
    candidate,
    changes,
    trackedFiles: new Set(trackedFiles),
    guardedFiles: new Set(trackedFiles.filter((path) => path.startsWith("tests/"))),
    settledFiles: new Set(patch.settled),
    limits: { ...LIMITS, ...patch.limits },
    before: new Map(changes.flatMap(({ path, before }) => read(path, before))),
    after: new Map(changes.flatMap(({ path, after }) => read(path, after))),
    modules: new Map([
      ...around.flatMap(([path, text]) => read(path, text)),
      ...changes.flatMap(({ path, before }) => read(path, before)),
    ]),
    packages: patch.packages ?? { sqlalchemy: "2.0.40", pytest: "8.4.0" },
  };
}

function verdictOf(input: GuardInput): string {
  const result = guard(input);
  if (result.kind === "guarded") return "accepted";
  return result.reasons.map(({ rule, path, line, reason }) => `${rule} ${path}:${line ?? "-"} ${reason}`).join(" | ");
}
