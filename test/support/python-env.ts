import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL("../../.cache/venvs/", import.meta.url));
/** A lock older than this belongs to a run that was killed. */
const STALE_MILLISECONDS = 300_000;

/**
 * The interpreter of a virtual environment with these requirements, made once and kept in `.cache/venvs`; `uv` makes it
 * when it is there, else `python3 -m venv` and pip. Other test files that ask meanwhile wait for it.
 */
export async function pythonEnvironment(name: string, requirements: readonly string[]): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const stamp = createHash("sha256").update(requirements.join("\n")).digest("hex").slice(0, 12);
  const home = join(FOLDER, `${name}-${stamp}`);
  const python = join(home, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const release = await lock(`${home}.lock`);
  try {
    if (!(await isReady(home))) {
      await rm(home, { recursive: true, force: true });
      await build(home, python, requirements);
      await writeFile(join(home, "ready"), "");
    }
  } finally {
    await release();
  }
  return python;
}

async function build(home: string, python: string, requirements: readonly string[]): Promise<void> {
  const hasUv = await run("uv", ["--version"]).then(
    () => true,
    () => false,
  );
  const base = process.env["AUTOFIX_BASE_PYTHON"] ?? "python3";
  if (hasUv) {
    await run("uv", ["venv", "-q", "--python", base, home]);
    await run("uv", ["pip", "install", "-q", "--python", python, ...requirements]);
  } else {
    await run(base, ["-m", "venv", home]);
    await run(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", ...requirements]);
  }
}

async function isReady(home: string): Promise<boolean> {
  return readFile(join(home, "ready")).then(
    () => true,
    () => false,
  );
}

async function lock(folder: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await mkdir(folder);
      return () => rm(folder, { recursive: true, force: true });
    } catch {
      const made = await stat(folder).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      );
      if (Date.now() - made > STALE_MILLISECONDS) await rm(folder, { recursive: true, force: true });
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    }
  }
}
