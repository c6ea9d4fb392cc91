import { chmod, lstat, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { TestRunner } from "../ports.ts";

/** Through these files a step speaks to GitHub's runner; each variable holds the path of one. */
const VARIABLES = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
/** Where the runner keeps them (actions/runner, FileCommandManager): in it there is nothing else. */
const RUNNER_FOLDER = "_runner_file_commands";

interface KeptFile {
  readonly bytes: Buffer;
  readonly mode: number;
}

/** By path; null for one that is not there, or is no file. */
type Kept = ReadonlyMap<string, KeptFile | null>;

/**
 * The same runner, after whose every run the runner's command files hold what they held before it. Tests do not get the
 * variables, but find the files all the same; what they write there would count as ours.
 */
export function keepingCommandFiles(
  runner: TestRunner,
  environment: Readonly<Record<string, string | undefined>>,
): TestRunner {
  const paths = VARIABLES.flatMap((name) => environment[name] || []);
  if (paths.length === 0) return runner;
  return {
    async run(request) {
      const kept = await keep(paths);
      try {
        return await runner.run(request);
      } finally {
        await putBack(kept);
      }
    },
  };
}

async function keep(paths: readonly string[]): Promise<Kept> {
  const all = new Set([...paths, ...(await neighbours(paths))]);
  return new Map(await Promise.all([...all].map(async (path) => [path, await readKept(path)] as const)));
}

/** All that is in the runner's folder; elsewhere (`act`, a shell) the files named are the only ones. */
async function neighbours(paths: readonly string[]): Promise<string[]> {
  const folders = [...new Set(paths.map(dirname))].filter((folder) => basename(folder) === RUNNER_FOLDER);
  const names = folders.map(async (folder) => (await namesIn(folder)).map((name) => join(folder, name)));
  return (await Promise.all(names)).flat();
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function readKept(path: string): Promise<KeptFile | null> {
  try {
    const found = await lstat(path);
    return found.isFile() ? { bytes: await readFile(path), mode: found.mode & 0o7777 } : null;
  } catch {
    return null;
  }
}

async function putBack(kept: Kept): Promise<void> {
  for (const folder of new Set([...kept.keys()].map(dirname))) await makeReal(folder);
  const now = await keep([...kept.keys()]);
  for (const path of now.keys()) {
    const [before, after] = [kept.get(path) ?? null, now.get(path) ?? null];
    if (before !== null && after !== null && before.mode === after.mode && before.bytes.equals(after.bytes)) continue;
    await rm(path, { recursive: true, force: true });
    if (before !== null) await write(path, before);
  }
}

/** A link in its place would lead what we write somewhere else. */
async function makeReal(folder: string): Promise<void> {
  const isReal = await lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isReal) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function write(path: string, { bytes, mode }: KeptFile): Promise<void> {
  await writeFile(path, bytes);
  await chmod(path, mode);
}
