import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { renderActionYml, renderInputTable, renderOutputTable, replaceSection } from "./reference.ts";

/** Writes action.yml and the README tables from the table of inputs; with `--check` it only compares. */
const root = path.resolve(import.meta.dirname, "..");

function rendered(): ReadonlyMap<string, string> {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const withInputs = replaceSection(readme, "inputs", renderInputTable());
  return new Map([
    ["action.yml", renderActionYml()],
    ["README.md", replaceSection(withInputs, "outputs", renderOutputTable())],
  ]);
}

function current(file: string): string | undefined {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, "utf8") : undefined;
}

const stale = [...rendered()].filter(([file, text]) => current(file) !== text);
if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(`${stale.map(([file]) => file).join(", ")}: not what the table of inputs says. Run: npm run docs`);
    process.exitCode = 1;
  }
} else for (const [file, text] of stale) writeFileSync(path.join(root, file), text);
