import { FAMILIES, type RecipeFamily } from "../src/draft/recipes/families.ts";
import { LIBRARIES } from "../src/draft/tables/index.ts";

/** docs/recipes.md: every recipe with what it mends and why such code fails, in the order in which they are asked. */
export function renderRecipePage(): string {
  return `${[HEAD, ...FAMILIES.map(familyPart), TABLES, tableCounts(), OWN, TAIL].join("\n\n")}\n`;
}

function familyPart({ id, title, recipes }: RecipeFamily): string {
  const entries = recipes.map((recipe) => `### ${recipe.id}\n\n${recipe.title}.\n\n${recipe.explanation}`);
  return [`## ${title}\n\nWith before and after: [the guide](guides/${id}.md).`, ...entries].join("\n\n");
}

function tableCounts(): string {
  return LIBRARIES.map(({ distribution, names = [], methods = [], keywords = [] }) => {
    const count = names.length + methods.length + keywords.length;
    return `${distribution ?? "Python"} ${count}`;
  })
    .join(", ")
    .concat(" rows.");
}

const HEAD = `# Recipes

Written by \`npm run docs\` from \`src/draft/recipes/\`. A recipe mends one class of failure by rule: without a key, without
sending anything anywhere. It is asked when the failing tests show its failure, drafts an edit or says nothing, and what
it drafts is published only after your tests passed with it. Where one fault hid another, the next recipe builds upon it.

Switch one off with \`recipes: -<id>\`, or name the only ones to use.`;

const TABLES = `## Tables

What libraries renamed, moved or took away is data. A row is used only where the installed version lacks the old name and
has the new one. Where your project says that it still works with older versions, imports get both forms.`;

const OWN = `## Rows of your own

A file \`.github/autofix.yml\` adds rows of the same kinds, for libraries of your own, and switches recipes off. For a pull
request it counts as it stands on the base branch.

\`\`\`yaml
version: 1
recipes-off: [misspelt-name]
libraries:
  - distribution: acme-sdk
    names:
      - { old: acme.client.Client, new: acme.clients.Client, since: "2.0" }
    keywords:
      - { callable: acme.connect, old: retry, new: retries }
    methods:
      - { type: Client, old: fetch, new: get }
\`\`\`

\`since\` is the version that brought the new name; a \`new\` of \`null\` drops a keyword; \`*.name\` stands for a method of any
object.`;

const TAIL = `## What no recipe touches

Endpoints in plain \`def\` with a synchronous engine: FastAPI runs them in a thread, where they are right. What tests expect:
a recipe changes at most how a test calls, imports or sets up, never an assertion, an expected value or what is skipped.
pytest's configuration. Files that are not tracked, not Python, not UTF-8, or that your settings deny. Code where the edit
cannot be made without guessing: then the failure is reported and nothing is changed.`;
