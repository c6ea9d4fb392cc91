import { RECIPES } from "../src/draft/recipes/index.ts";

/** docs/recipes.md: every recipe with what it mends and why such code fails, in the order in which they are asked. */
export function renderRecipePage(): string {
  const entries = RECIPES.map(({ id, title, explanation }) => `## ${id}\n\n${title}.\n\n${explanation}`);
  return `${[HEAD, ...entries, TAIL].join("\n\n")}\n`;
}

const HEAD = `# Recipes

Written by \`npm run docs\` from \`src/draft/recipes/\`. A recipe mends one class of failure by rule: without a key, without
sending anything anywhere. It is asked when the failing tests show its failure, drafts an edit or says nothing, and what
it drafts is published only after your tests passed with it. Where one fault hid another, the next recipe builds upon it.

Switch one off with \`recipes: -<id>\`, or name the only ones to use. All of them know SQLAlchemy 1.4, 2.0 and 2.1, which
raise different exceptions for the same fault.`;

const TAIL = `## What no recipe touches

Endpoints in plain \`def\` with a synchronous engine: FastAPI runs them in a thread, where they are right. Tests, fixtures
and pytest's configuration. Files that are not tracked, not Python, not UTF-8, or that your settings deny. Code where the
edit cannot be made without guessing: then the failure is reported and nothing is changed.`;
