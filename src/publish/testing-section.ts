import type { RunSummary, Verification } from "../domain/case.ts";
import { countOf, inlineCode } from "../text/markdown.ts";

/** How the patch was tried: counts and seconds of every run, whether it fails again without it, the commands. */
export function renderTesting(verification: Verification): string {
  const { targets, repeat, targeted, fullBefore, fullAfter } = verification;
  const rows = [
    row("all tests, without the patch", fullBefore),
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
  return [
    `${countOf(targets.length, "test")} failed in our own run of the unchanged code; the tests pass with the patch. ${reverted}`,
    ["| run | passed | failed | errors | skipped | seconds |", "|---|---|---|---|---|---|", ...rows].join("\n"),
    `Commands:\n${commands.join("\n")}`,
  ].join("\n\n");
}

function row(name: string, run: RunSummary): string {
  const seconds = run.durationSeconds.toFixed(1);
  return `| ${name} | ${run.passed} | ${run.failed} | ${run.errors} | ${run.skipped} | ${seconds} |`;
}
