import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Files } from "../../support/git-repository.ts";

const SKIPPED = new Set([".git", ".venv", "__pycache__", ".pytest_cache", "node_modules"]);

/** All files of a folder by relative path, without environments and caches. */
export function readProject(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map((file) => [path.relative(folder, file).split(path.sep).join("/"), file] as const);
  const kept = named.filter(([name]) => !name.split("/").some((part) => SKIPPED.has(part)));
  return Object.fromEntries(kept.map(([name, file]) => [name, readFileSync(file)]));
}

export interface TestsOfProject {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Writes the files of a commit (as text) to a fresh folder and runs pytest there. */
export async function runPytest(
  files: Readonly<Record<string, string>>,
  python: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestsOfProject> {
  const folder = mkdtempSync(path.join(tmpdir(), "pytest-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return await new Promise((resolve) => {
      const settings = { cwd: folder, env: { ...process.env, ...environment }, timeout: 120_000 };
      execFile(python, ["-m", "pytest", "-q", "-p", "no:cacheprovider"], settings, (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        resolve({ exitCode: typeof code === "number" ? code : null, output: stdout + stderr });
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
