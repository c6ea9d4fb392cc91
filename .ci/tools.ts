import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
const cache = path.join(root, ".cache");
const venv = path.join(cache, "tools-venv");
const pythonTools = ["zizmor==1.32.0", "check-jsonschema==0.39.0"];
const actionlintVersion = "v1.7.12";

/** Path of actionlint, built with the Go toolchain when it is not there yet. */
export function actionlint(): string {
  const bin = path.join(cache, "bin");
  const tool = path.join(bin, "actionlint");
  if (!existsSync(tool)) {
    const module = `github.com/rhysd/actionlint/cmd/actionlint@${actionlintVersion}`;
    install({ needs: "Go (https://go.dev/dl)", command: "go", words: ["install", module], env: { GOBIN: bin } });
  }
  return tool;
}

/** Folder of zizmor and check-jsonschema, installed into a virtual environment when it is not there yet. */
export function pythonToolFolder(): string {
  const stamp = path.join(venv, "installed.txt");
  const wanted = pythonTools.join("\n");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    install({ needs: "Python 3.10 or newer", command: "python3", words: ["-m", "venv", "--clear", venv] });
    const words = ["-m", "pip", "install", "-q", "--disable-pip-version-check", ...pythonTools];
    install({ needs: "pip", command: path.join(venv, "bin/python"), words });
    writeFileSync(stamp, wanted);
  }
  return path.join(venv, "bin");
}

interface Installation {
  /** What a person must have for it. */
  readonly needs: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

function install({ needs, command, words, env }: Installation): void {
  try {
    execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
  } catch (error) {
    throw new Error(`${command} ${words.join(" ")} failed; the checks need ${needs}`, { cause: error });
  }
}
