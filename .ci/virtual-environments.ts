import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

interface Installation {
  readonly folder: string;
  readonly python: string;
  /** Wanted Python, `3.13`; another one is taken when it cannot be found. */
  readonly version: string;
  readonly pinFile: string;
}

function installWithUv({ folder, python, version, pinFile }: Installation): void {
  const interpreter = works("uv", ["python", "find", version]) ? version : "python3";
  run("uv", ["venv", "--quiet", "--python", interpreter, folder]);
  run("uv", ["pip", "install", "--quiet", "--python", python, "-r", pinFile]);
}

function installWithPip({ folder, python, version, pinFile }: Installation): void {
  const interpreter = works(`python${version}`, ["-c", "import venv"]) ? `python${version}` : "python3";
  run(interpreter, ["-m", "venv", folder]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", pinFile]);
}

function works(command: string, words: readonly string[]): boolean {
  return spawnSync(command, words, { stdio: "ignore" }).status === 0;
}

function run(command: string, words: readonly string[]): void {
  execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"] });
}
