import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FAMILIES } from "../src/draft/recipes/families.ts";
import { renderGuidePage } from "./guide-page.ts";
import { caseFamilies, recordedTraces } from "./recipe-cases.ts";
import { renderRecipePage } from "./recipe-page.ts";
import { renderActionYml, renderInputTable, renderOutputTable, replaceSection } from "./reference.ts";
import { renderSchema, SCHEMAS } from "./schemas.ts";

/** Writes what is generated: action.yml, README tables, recipe page, guides, schemas; with `--check` it only compares. */
const root = path.resolve(import.meta.dirname, "..");

const sources = { cases: (await caseFamilies()).flatMap(({ cases }) => cases), traces: recordedTraces() };

function rendered(): ReadonlyMap<string, string> {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const withInputs = replaceSection(readme, "inputs", renderInputTable());
  return new Map([
    ["action.yml", renderActionYml()],
    ["README.md", replaceSection(withInputs, "outputs", renderOutputTable())],
    ["docs/recipes.md", renderRecipePage()],
    ...FAMILIES.map((family) => [`docs/guides/${family.id}.md`, renderGuidePage(family, sources)] as const),
    ...Object.entries(SCHEMAS).map(([file, entry]) => [file, renderSchema(entry)] as const),
  ]);
}

function current(file: string): string | undefined {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, "utf8") : undefined;
}

const stale = [...rendered()].filter(([file, text]) => current(file) !== text);
if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(`${stale.map(([file]) => file).join(", ")}: not what the code says. Run: npm run docs`);
    process.exitCode = 1;
  }
} else
  for (const [file, text] of stale) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
