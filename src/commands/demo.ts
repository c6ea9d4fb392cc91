import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "../problem.ts";

/** The demo lives beside the bundle in a checkout of this repository; the archive that `uses:` fetches leaves it out. */
export async function demoCommand(words: readonly string[]): Promise<number> {
  const script = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "demo", "demo.mjs");
  if (!existsSync(script)) {
    const why = "It is part of the repository, not of the action that workflows download.";
    const next = "Clone the repository and run `npm run demo` there.";
    throw new SetupError([{ code: "demo-not-here", what: "The demo is not beside this program.", why, next }]);
  }
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...words], { stdio: "inherit" });
    child.on("error", failed);
    child.on("close", (code) => done(code ?? 1));
  });
}
