import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import path from "node:path";
import { root } from "./tools.ts";

/** Interpreter of the environment for a pin file, made when it is not there yet or the pins have changed. */
export function environmentFor(pinFile: string): string {
  const set = /requirements-(\w+)\.txt$/.exec(pinFile)?.[1] ?? "project";
  const folder = path.join(root, ".cache/venvs", set);
  const python = path.join(folder, "bin/python");
  const stamp = path.join(folder, "pins.txt");
  const pins = readFileSync(pinFile, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === pins) return python;
  console.log(`installing ${path.basename(pinFile)}`);
  rmSync(folder, { recursive: true, force: true });
  const version = /^sa21|13$/.test(set) ? "3.13" : "3.11";
  if (works("uv", ["--version"])) installWithUv({ folder, python, version, pinFile });
  else installWithPip({ folder, python, version, pinFile });
  writeFileSync(stamp, pins);
  return python;
}

/**
 * Interpreter of an environment with these requirements, kept below .cache by what it holds; undefined where that version
 * of Python is not on this machine.
 */
export function environmentWith(requirements: readonly string[], version: string): string | undefined {
  const base = pythonOf(version);
  if (base === undefined) return undefined;
  const key = createHash("sha256")
    .update(JSON.stringify([version, requirements]))
    .digest("hex")
    .slice(0, 12);
  const folder = path.join(root, ".cache/venvs", `recipes-${version}-${key}`);
  const python = path.join(folder, "bin/python");
  const stamp = path.join(folder, "installed.txt");
  if (existsSync(stamp)) return python;
  rmSync(folder, { recursive: true, force: true });
  run(uv(), ["venv", "--quiet", "--python", base, folder]);
  run(uv(), ["pip", "install", "--quiet", "--python", python, ...requirements]);
  writeFileSync(stamp, requirements.join("\n"));
  return python;
}

/** uv from the path, else from the registry, into a folder of its own. */
function uv(): string {
  if (works("uv", ["--version"])) return "uv";
  const folder = path.join(root, ".cache/uv-venv");
  const tool = path.join(folder, "bin/uv");
  if (existsSync(tool)) return tool;
  run("python3", ["-m", "venv", "--clear", folder]);
  run(path.join(folder, "bin/python"), ["-m", "pip", "install", "-q", "--disable-pip-version-check", "uv==0.13.9"]);
  return tool;
}

interface Installation {
  readonly folder: string;
  readonly python: string;
  /** Wanted Python, `3.13`; another one is taken when it cannot be found. */
  readonly version: string;
  readonly pinFile: string;
}

function installWithUv({ folder, python, version, pinFile }: Installation): void {
  run("uv", ["venv", "--quiet", "--python", findPython(version), folder]);
  run("uv", ["pip", "install", "--quiet", "--python", python, "-r", pinFile]);
}

function installWithPip({ folder, python, version, pinFile }: Installation): void {
  run(findPython(version), ["-m", "venv", folder]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", pinFile]);
}

function findPython(version: string): string {
  return pythonOf(version) ?? "python3";
}

/** That version from the path or from pyenv's folder (its shims answer for the chosen version only). */
function pythonOf(version: string): string | undefined {
  const pyenv = path.join(process.env["PYENV_ROOT"] ?? path.join(homedir(), ".pyenv"), "versions");
  const installed = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => name.startsWith(`${version}.`)) : [];
  const candidates = [`python${version}`, ...installed.map((name) => path.join(pyenv, name, "bin/python"))];
  return candidates.find((candidate) => works(candidate, ["-c", "import venv"]));
}

function works(command: string, words: readonly string[]): boolean {
  return spawnSync(command, words, { stdio: "ignore" }).status === 0;
}

function run(command: string, words: readonly string[]): void {
  execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"] });
}
