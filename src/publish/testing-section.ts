import type { LoadCheck, RunSummary, Verification } from "../domain/case.ts";
import { countOf, inertProse, inlineCode } from "../text/markdown.ts";

/** How the patch was tried: counts and seconds of every run, whether it fails again without it, the commands. */
export function renderTesting(verification: Verification): string {
  const { targets, repeat, targeted, fullBefore, fullAfter } = verification;
  const rows = [
    row(`all tests, without the patch${fullBefore.fromReport === true ? " (the job's own report)" : ""}`, fullBefore),
    row("all tests, with the patch", fullAfter),
    row(
      `the ${targets.length === 1 ? "failing test" : `${targets.length} failing tests`}, with the patch (${countOf(repeat, "run")})`,
      targeted,
    ),
  ];
  const reverted = verification.failsAgainWhenReverted
    ? "Without the patch they were run once more and failed again."
    : "They were not run once more without the patch.";
  const commands = [...new Set([fullAfter.command, targeted.command])].map(
    (command) => `- ${inlineCode(command, 500)}`,
  );
  const load = verification.underLoad === undefined ? [] : [loadSentence(verification.underLoad)];
  return [
    `${countOf(targets.length, "test")} failed in our own run of the unchanged code; the tests pass with the patch. ${reverted}`,
    ["| run | passed | failed | errors | skipped | seconds |", "|---|---|---|---|---|---|", ...rows].join("\n"),
    ...load,
    `Commands:\n${commands.join("\n")}`,
  ].join("\n\n");
}

function loadSentence({ runs, passed, otherFailure }: LoadCheck): string {
  const all = `They were run in ${runs} processes at the same time, since the change is about concurrent code: ${passed} of ${runs} passed.`;
  if (otherFailure === null) return all;
  const what = `${inertProse(otherFailure)}.`;
  return `${all} The rest failed in another way than what was mended, which tests that share a resource do: ${what}`;
}

function row(name: string, run: RunSummary): string {
  const seconds = run.fromReport === true ? "–" : run.durationSeconds.toFixed(1);
  return `| ${name} | ${run.passed} | ${run.failed} | ${run.errors} | ${run.skipped} | ${seconds} |`;
}
