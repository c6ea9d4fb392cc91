import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const VERSION = "0.2.89";
const BIN = path.resolve(import.meta.dirname, "../.cache/bin");

/** Path of act (a local runner of workflows), built with the Go toolchain when it is not there yet: 1 to 2 minutes. */
export function actBinary(): string {
  const tool = path.join(BIN, "act");
  if (existsSync(tool) && versionOf(tool) === VERSION) {
    return tool;
  }
  const [command, ...words] = ["go", "install", `github.com/nektos/act@v${VERSION}`] as const;
  try {
    execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, GOBIN: BIN } });
  } catch (error) {
    throw new Error(`${command} ${words.join(" ")} failed; the end-to-end tests need Go (https://go.dev/dl)`, {
      cause: error,
    });
  }
  return tool;
}

function versionOf(tool: string): string {
  return execFileSync(tool, ["--version"], { encoding: "utf8" }).trim().replace("act version ", "");
}

if (process.argv[1] === import.meta.filename) {
  console.log(actBinary());
}
