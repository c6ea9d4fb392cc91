import { FIELDS } from "./corpus-read-compare.ts";
import type { Finding } from "./corpus-read-compare.ts";
import type { Source } from "./corpus-read-carried.ts";
import { table } from "./markdown-table.ts";
import type { ReadingResult } from "./corpus-read-run.ts";

/** The tables of agreement as `docs/reports.md` has them; nothing in them changes from run to run. */
export function agreementTables(results: readonly ReadingResult[]): string {
  const own = results.filter(({ isForeign }) => !isForeign);
  const foreign = results.filter(({ isForeign }) => isForeign);
  return [
    "### JUnit files",
    tableOf(own, "junit"),
    "### Terminal output",
    tableOf(own, "text"),
    "### Without the project's files",
    "The same reports, read in a folder that does not hold the project. A node id counts as held where the file's own name is\nin the report; elsewhere it may be `null`, but not wrong.",
    table(HEAD, [totals(foreign, "junit", "JUnit files"), totals(foreign, "text", "Terminal output")]),
  ].join("\n\n");
}

const HEAD = ["Style", "pytest", "Reports", "Failures", ...FIELDS, "Counts", "Missing", "Extra"];

function tableOf(results: readonly ReadingResult[], source: Source): string {
  const kinds = new Map<string, ReadingResult[]>();
  for (const result of results.filter((one) => one.source === source)) {
    const key = JSON.stringify([result.style, result.version]);
    kinds.set(key, [...(kinds.get(key) ?? []), result]);
  }
  const sorted = [...kinds].sort(([first], [second]) => (first < second ? -1 : 1));
  const rows = sorted.map(([, group]) => {
    const [first] = group;
    return row([first?.style ?? "", first?.version || "–"], group);
  });
  return table(HEAD, [...rows, totals(results, source, "All")]);
}

function totals(results: readonly ReadingResult[], source: Source, label: string): string[] {
  return row(
    [label, ""],
    results.filter((one) => one.source === source),
  );
}

/** `agreed/carried` for each field; what is not carried and was invented makes the first number smaller. */
function row(labels: readonly string[], group: readonly ReadingResult[]): string[] {
  const findings = group.flatMap((result) => result.findings);
  const failures = group.reduce((sum, result) => sum + result.failures, 0);
  const of = (field: Finding["field"]): readonly Finding[] => findings.filter((finding) => finding.field === field);
  return [
    ...labels,
    String(group.length),
    String(failures),
    ...FIELDS.map((field) => share(of(field))),
    share(of("counts")),
    String(of("missing").length),
    String(of("extra").length),
  ];
}

function share(findings: readonly Finding[]): string {
  const carried = findings.filter(({ isCarried }) => isCarried);
  const invented = findings.filter(({ isCarried, agrees }) => !isCarried && !agrees).length;
  const agreed = carried.filter(({ agrees }) => agrees).length;
  const suffix = invented === 0 ? "" : ` (${invented} invented)`;
  return `${carried.length === 0 ? "–" : `${agreed}/${carried.length}`}${suffix}`;
}
