import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { RealCase } from "./realworld-cases.ts";
import { mustRun, type Place } from "./realworld-process.ts";
import { root } from "./tools.ts";

export const cache = path.join(root, ".cache/realworld");

/**
 * Old `setup.py` files must run for `pip download` to name what it has: they need an old Python and the old setuptools.
 * What builds by other means gets its builder by name.
 */
const downloader = {
  python: "3.9",
  pins: [
    "pip==25.3",
    "setuptools==45.3.0",
    "wheel==0.43.0",
    "pbr==6.1.0",
    "six==1.16.0",
    "hatchling==1.25.0",
    "hatch-vcs==0.4.0",
    "flit-core==3.9.0",
    "poetry-core==1.9.0",
    "pdm-pep517==1.1.4",
    "setuptools-scm==6.4.2",
    "pytest-runner==5.3.2",
  ],
};

/** Two cases with the same pins wait for the same installation. */
const underway = new Map<string, Promise<string>>();

/** Interpreter of the environment with those pins, made when it is not there yet. */
export function environmentWith(wanted: Pick<RealCase, "python" | "pins">, place: Place): Promise<string> {
  const text = [wanted.python, ...wanted.pins].join("\n");
  const folder = path.join(cache, "venvs", createHash("sha256").update(text).digest("hex").slice(0, 12));
  const started = underway.get(folder) ?? install(folder, { ...wanted, text, place });
  underway.set(folder, started);
  return started;
}

interface Installation extends Pick<RealCase, "python" | "pins"> {
  readonly text: string;
  readonly place: Place;
}

async function install(folder: string, { python, pins, text, place }: Installation): Promise<string> {
  const interpreter = path.join(folder, "bin/python");
  const stamp = path.join(folder, "pins.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === text) return interpreter;
  rmSync(folder, { recursive: true, force: true });
  const here = { ...place, cwd: root };
  if (works("uv", ["--version"])) {
    await mustRun("uv", ["venv", "--quiet", "--python", findPython(python), folder], here);
    await mustRun("uv", ["pip", "install", "--quiet", "--python", interpreter, ...pins], here);
  } else {
    await mustRun(findPython(python), ["-m", "venv", folder], here);
    await mustRun(interpreter, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...pins], here);
  }
  writeFileSync(stamp, text);
  return interpreter;
}

/** The sdist as PyPI has it: downloaded by exact version, and refused when it is another file than the one listed. */
export async function downloadSdist({ name, version, sha256 }: RealCase, place: Place): Promise<string> {
  const folder = path.join(cache, "sdists", `${name}-${version}`);
  const known = existsSync(folder) ? readdirSync(folder)[0] : undefined;
  if (known === undefined) await download(folder, { wanted: `${name}==${version}`, place });
  const file = path.join(folder, known ?? readdirSync(folder)[0] ?? "");
  const found = createHash("sha256").update(readFileSync(file)).digest("hex");
  if (found === sha256) return file;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`the sdist of ${name} ${version} has the hash ${found}`);
}

async function download(folder: string, { wanted, place }: { wanted: string; place: Place }): Promise<void> {
  const python = await environmentWith(downloader, place);
  mkdirSync(folder, { recursive: true });
  const words = ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--ignore-requires-python"];
  const target = ["--dest", folder, wanted];
  try {
    await mustRun(python, [...words, "--no-build-isolation", ...target], { ...place, cwd: place.folder });
  } catch {
    // What the old builders cannot read brings the builders it needs.
    await mustRun(python, [...words, ...target], { ...place, cwd: place.folder });
  }
}

const UNPACK = `
import sys, tarfile, zipfile
archive, folder = sys.argv[1:]
if archive.endswith(".zip"):
    zipfile.ZipFile(archive).extractall(folder)
else:
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
`;

/** Unpacks into the folder, nothing outside of it, and returns the one folder that was in the archive. */
export async function unpack(archive: string, folder: string, place: Place): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await mustRun(findPython("3.12"), ["-I", "-c", UNPACK, archive, folder], place);
  const [first, ...others] = readdirSync(folder);
  if (first === undefined || others.length > 0) throw new Error(`${path.basename(archive)} is not one folder`);
  return path.join(folder, first);
}

/** That version from the path, or from pyenv's folder: its shims answer for the chosen version only. */
function findPython(version: string): string {
  const pyenv = path.join(process.env["PYENV_ROOT"] ?? path.join(homedir(), ".pyenv"), "versions");
  const installed = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => name.startsWith(`${version}.`)) : [];
  const candidates = [`python${version}`, ...installed.map((name) => path.join(pyenv, name, "bin/python"))];
  const found = candidates.find((candidate) => works(candidate, ["-c", "import venv"]));
  // Another version has other removals: no case may be judged with it.
  if (found === undefined) throw new Error(`there is no Python ${version}`);
  return found;
}

function works(command: string, words: readonly string[]): boolean {
  return spawnSync(command, words, { stdio: "ignore" }).status === 0;
}
