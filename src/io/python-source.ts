import { readFileSync } from "node:fs";

/** The syntax bridge: fed to the project's interpreter on standard input. */
export function bridgeSource(): string {
  return readFileSync(new URL("../python/bridge.py", import.meta.url), "utf8");
}

/** The pytest plugin: copied into a fresh folder for each run. */
export function probeSource(): string {
  return readFileSync(new URL("../python/probe.py", import.meta.url), "utf8");
}

/** What looks at installed packages: fed to the project's interpreter on standard input. */
export function installedSource(): string {
  return readFileSync(new URL("../python/installed.py", import.meta.url), "utf8");
}
