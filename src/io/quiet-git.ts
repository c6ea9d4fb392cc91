import { getExecOutput } from "@actions/exec";

/**
 * Output of a git command without hooks, monitors, pagers or a download of what a partial clone lacks; undefined when it
 * fails or git is missing.
 */
export async function quietGit(
  root: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const safe = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const env: Record<string, string> = { ...Object.fromEntries(inherited), ...variables, GIT_NO_LAZY_FETCH: "1" };
  try {
    const options = { silent: true, ignoreReturnCode: true, env };
    const { exitCode, stdout } = await getExecOutput("git", [...safe, "-C", root, ...words], options);
    return exitCode === 0 ? stdout : undefined;
  } catch {
    return undefined; // no git on this machine
  }
}
