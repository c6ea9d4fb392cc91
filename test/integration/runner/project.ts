import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { RunRequest, TestRun } from "../../../src/domain/test-run.ts";
import type { TestRunner } from "../../../src/ports.ts";
import { pytestRunner } from "../../../src/io/pytest-runner.ts";
import { readReports } from "../../../src/read/read-reports.ts";
import { pythonEnvironment } from "../../support/python-env.ts";

/** Any version may stand in through AUTOFIX_TEST_PYTHON, the interpreter of an environment that holds all of these. */
export async function testPython(): Promise<string> {
  return (
    process.env["AUTOFIX_TEST_PYTHON"] ??
    (await pythonEnvironment("runner", [
      "pytest>=8,<9",
      "pytest-asyncio>=1,<2",
      "pytest-xdist>=3,<4",
      "pytest-rerunfailures>=15",
      "sqlalchemy[asyncio]>=2.0,<2.1",
      "aiosqlite>=0.20",
      "fastapi>=0.110",
      "httpx>=0.27,<1",
    ]))
  );
}

export interface ProjectRun {
  readonly files: Readonly<Record<string, string>>;
  /** Arguments after `python -m pytest`. */
  readonly args?: readonly string[];
  /** The whole command in its stead; `PYTHON` stands for the interpreter. */
  readonly command?: readonly string[];
  /** Default: `testPython()`. */
  readonly python?: string;
  readonly workingDirectory?: string;
  readonly request?: Partial<RunRequest>;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutSeconds?: number;
  /** What reports are read against. Default: the files written. */
  readonly trackedFiles?: readonly string[];
}

/** Writes a project into a fresh folder, runs it, and removes the folder when the test ends. */
export async function runProject(project: ProjectRun): Promise<TestRun & { readonly root: string }> {
  const root = await writeProject(project.files);
  return { ...(await runAt(root, { trackedFiles: Object.keys(project.files), ...project })), root };
}

/** Into a fresh folder, or over the files of one that is there. */
export async function writeProject(files: Readonly<Record<string, string>>, folder?: string): Promise<string> {
  const root = folder ?? (await freshFolder());
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function freshFolder(): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "project-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

export async function runAt(root: string, project: Omit<ProjectRun, "files">): Promise<TestRun> {
  const runner = await runnerAt(root, project);
  return runner.run({ targets: "all", trace: false, ...project.request });
}

/** For several runs, of which the later ones build on what the first ones showed. */
export async function runnerAt(root: string, project: Omit<ProjectRun, "files">): Promise<TestRunner> {
  const python = project.python ?? (await testPython());
  const words = project.command ?? ["PYTHON", "-m", "pytest", ...(project.args ?? [])];
  return pytestRunner({
    root,
    workingDirectory: project.workingDirectory ?? "",
    command: words.map((word) => word.replaceAll("PYTHON", python)),
    env: { PATH: process.env["PATH"] ?? "", HOME: root, ...project.env },
    timeoutSeconds: project.timeoutSeconds ?? 60,
    readReports: async (files) => readReports(files, project.trackedFiles ?? []),
  });
}

/** Path, line and function of each frame in the project, as people write it. */
export function placesOf(frames: readonly { path: string; line: number; function: string | null }[]): string[] {
  return frames
    .filter(({ path }) => !path.startsWith("/") && !path.startsWith("<"))
    .map((frame) => `${frame.path}:${frame.line} ${frame.function ?? "?"}`);
}
