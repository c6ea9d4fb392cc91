import { execFileSync } from "node:child_process";
import { root } from "./tools.ts";

/** What a workflow downloads: the archive of the last commit. It must be small and hold no tests and no pages. */
const limitBytes = 6 * 1024 * 1024;
const archive = execFileSync("git", ["archive", "HEAD"], { cwd: root, maxBuffer: 1024 * 1024 * 1024 });
const names = execFileSync("tar", ["-t"], { input: archive, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split(
  "\n",
);
const unwanted = names.filter((name) => /^(?:test|docs|\.ci|\.github)\//.test(name));
console.log(`${archive.length} bytes, ${names.length} entries`);
if (archive.length > limitBytes || unwanted.length > 0) {
  console.error(
    `the archive has a limit of ${limitBytes} bytes and holds ${unwanted.join(", ") || "nothing unwanted"}`,
  );
  process.exitCode = 1;
}
for (const needed of ["action.yml", "dist/index.js", "LICENSE"]) {
  if (names.includes(needed)) continue;
  console.error(`${needed} is missing in the archive`);
  process.exitCode = 1;
}
