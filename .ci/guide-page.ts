import type { RecipeFamily } from "../src/draft/recipes/families.ts";
import type { Recipe } from "../src/draft/recipes/recipe.ts";
import { unifiedDiff } from "../src/text/unified-diff.ts";
import type { RealCase } from "../test/recipes/real/real-case.ts";
import { table } from "./markdown-table.ts";

export interface GuideSources {
  /** Every real case, of whatever family. */
  readonly cases: readonly RealCase[];
  /** What pytest printed of a case's failure, by the case's id. */
  readonly traces: Readonly<Record<string, readonly string[]>>;
}

/**
 * One family's page: symptoms, how to read the trace, causes with before and after, how to test, where the recipes keep
 * their hands off. All code on it comes from projects that were run.
 */
export function renderGuidePage({ id, title, reading, recipes }: RecipeFamily, sources: GuideSources): string {
  const own = sources.cases.filter(({ recipe }) => recipes.some((entry) => entry.id === recipe));
  const healed = own.filter(({ after }) => after !== null);
  const parts = [
    `# ${title}`,
    `Written by \`npm run docs\` from the projects that \`npm run test:recipes -- --only ${id}\` heals. Switch a recipe off with \`recipes: -<id>\`.`,
    `## Symptoms\n\n${symptoms(healed)}`,
    `## Reading the trace\n\n${reading}${traceOf(healed, sources)}`,
    "## Causes, before and after",
    ...recipes.flatMap((recipe) => cause(recipe, healed)),
    `## How to test it\n\n${howToTest(healed)}`,
    `## When nothing is changed\n\n${handsOff(own)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function symptoms(cases: readonly RealCase[]): string {
  const rows = new Map(cases.map(({ raises, recipe }) => [raises, [code(raises), `[${recipe}](#${recipe})`]]));
  return rows.size === 0 ? "None yet." : table(["What the run says", "Recipe"], [...rows.values()]);
}

/** The longest recorded trace: it has the most to read. */
function traceOf(cases: readonly RealCase[], { traces }: GuideSources): string {
  const known = cases.map(({ id }) => traces[id] ?? []).toSorted((a, b) => b.length - a.length)[0] ?? [];
  return known.length === 0 ? "" : `\n\n${fenced("text", known.join("\n"))}`;
}

function cause({ id, title, explanation }: Recipe, healed: readonly RealCase[]): string[] {
  const own = healed.filter(({ recipe }) => recipe === id);
  return [`### ${id}\n\n${title}.\n\n${explanation}`, ...own.map(example)];
}

function example(test: RealCase): string {
  const changes = Object.entries(test.after ?? {}).map(([path, after]) => ({
    path,
    before: test.files[path] ?? "",
    after,
  }));
  const versions = [...new Set(test.requirements.map((set) => set.join(", ")))].filter((set) => set !== "");
  const where = [`Python ${test.python.join(", ")}`, ...versions].join("; ");
  const note = test.note === undefined ? "" : `\n\n${test.note}`;
  return `**${test.title}** (tried with ${where})\n\n${fenced("diff", unifiedDiff(changes).trimEnd())}${note}`;
}

function howToTest(healed: readonly RealCase[]): string {
  const [first] = healed.toSorted((a, b) => size(a) - size(b));
  const entry = Object.entries(first?.files ?? {}).find(([path]) => /(?:^|\/)test_[^/]*\.py$/.test(path));
  if (!entry) return "Run the test that failed, then the whole suite.";
  const [path, text] = entry;
  return `Run the test that failed, then the whole suite. For the smallest project above, \`${path}\`:\n\n${fenced("python", text.trimEnd())}\n\n${fenced("text", `python -m pytest ${path}\npython -m pytest`)}`;
}

function size({ files }: RealCase): number {
  return Object.values(files).join("").length;
}

function handsOff(own: readonly RealCase[]): string {
  const left = own.filter(({ after }) => after === null);
  const general =
    "Where the code already tells versions apart, where a name is bound in more than one way, where the edit could mean two things, and where your settings deny the file.";
  const examples = left.map(
    ({ title, note, recipe }) => `- ${title} (${recipe})${note === undefined ? "" : `: ${note}`}`,
  );
  return [general, examples.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** Markdown's tables and code spans, kept apart. */
function code(text: string): string {
  const ticks = text.includes("`") ? "``" : "`";
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${ticks}${space}${text.replaceAll("|", "\\|")}${space}${ticks}`;
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
