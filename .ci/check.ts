import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./tools.ts";

/** Everything that can be said of the tree without running it. Writes nothing but its report in .cache. */
const checks: Readonly<Record<string, readonly string[]>> = {
  types: ["tsc", "--noEmit", "-p", "."],
  lint: ["oxlint", "--type-aware", "--deny-warnings", "src", "test", ".ci", "docs/demo"],
  format: ["oxfmt", "--check", "."],
  "unused code": ["knip", "--no-progress"],
  "generated reference": ["node", ".ci/docs.ts", "--check"],
  workflows: ["node", ".ci/workflows.ts"],
  archive: ["node", ".ci/archive.ts"],
};

const failed = Object.entries(checks).flatMap(([name, [tool = "", ...words]]) => {
  const { status, stdout, stderr } = spawnSync(path.join(root, "node_modules/.bin", tool), words, {
    cwd: root,
    encoding: "utf8",
  });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status === 0) return [];
  console.log(`${stdout}${stderr}`.trimEnd());
  return [name];
});

const total = Object.keys(checks).length;
mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
writeFileSync(
  path.join(root, ".cache/reports/check.json"),
  JSON.stringify({ numPassedTests: total - failed.length, numFailedTests: failed.length }),
);
console.log(`${total - failed.length} checks passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
