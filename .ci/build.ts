import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Bundles src/ into dist/, or with `--check` into a temporary folder to compare: then nothing in the tree changes. */
const root = path.resolve(import.meta.dirname, "..");
const staging = path.join(root, ".cache/build");

function build(target: string): void {
  rmSync(staging, { recursive: true, force: true });
  run("tsc", "-p", ".ci/tsconfig.build.json");
  mkdirSync(path.join(staging, "python"), { recursive: true });
  for (const file of readdirSync(path.join(root, "src/python")).filter((name) => name.endsWith(".py"))) {
    cpSync(path.join(root, "src/python", file), path.join(staging, "python", file));
  }
  rmSync(target, { recursive: true, force: true });
  run("ncc", "build", path.join(staging, "main.js"), "-o", target, "--license", "licenses.txt", "--no-cache");
}

function run(tool: string, ...words: readonly string[]): void {
  execFileSync(path.join(root, "node_modules/.bin", tool), words, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Every file of a folder with its bytes, by relative path. */
function contents(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file)]),
  );
}

function differences(expected: Map<string, Buffer>, found: Map<string, Buffer>): string[] {
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return names.filter((name) => {
    const [left, right] = [expected.get(name), found.get(name)];
    return !left || !right || !left.equals(right);
  });
}

/** One check more or less in the sum that .ci/run prints. */
function report(passed: boolean): void {
  const counts = { numPassedTests: passed ? 1 : 0, numFailedTests: passed ? 0 : 1 };
  mkdirSync(path.join(root, ".cache/reports"), { recursive: true });
  writeFileSync(path.join(root, ".cache/reports/dist.json"), JSON.stringify(counts));
}

const dist = path.join(root, "dist");
if (process.argv.includes("--check")) {
  const fresh = path.join(root, ".cache/dist-check");
  build(fresh);
  const stale = differences(contents(fresh), existsSync(dist) ? contents(dist) : new Map());
  if (stale.length > 0) {
    console.error(`dist/ is not what src/ builds to: ${stale.join(", ")}. Run: npm run build`);
    process.exitCode = 1;
  } else console.log("dist/ is what src/ builds to.");
  report(stale.length === 0);
} else build(dist);
