import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getExecOutput } from "@actions/exec";

/** What GitHub's own diffs are made with; every setting that a configuration or a variable could change is given. */
const AS_GITHUB = [
  "--no-index",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--diff-algorithm=myers",
  "--indent-heuristic",
  "--inter-hunk-context=0",
  "-U3",
];

/**
 * The diff of two texts as git makes it, which is how GitHub makes its own; empty when they are the same, null where git
 * is missing or fails. No repository is read and no configuration: tests that ran before may have left some. Git gets
 * nothing of our environment but where programs lie.
 */
export async function diffWithGit(before: string, after: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "autofix-diff-"));
  const env = {
    PATH: process.env["PATH"] ?? "",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: folder,
  };
  try {
    await writeFile(join(folder, "before"), before);
    await writeFile(join(folder, "after"), after);
    const options = { cwd: folder, silent: true, ignoreReturnCode: true, env };
    const words = ["-c", "core.attributesFile=/dev/null", "diff", ...AS_GITHUB, "--", "before", "after"];
    const { exitCode, stdout } = await getExecOutput("git", words, options);
    // 1 = they differ
    return exitCode === 0 || exitCode === 1 ? stdout : null;
  } catch {
    return null; // no git on this machine
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
