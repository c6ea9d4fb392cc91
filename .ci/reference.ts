import { table } from "./markdown-table.ts";
import { stringify } from "yaml";
import type { InputDefinition } from "../src/settings/input-definition.ts";
import { INPUTS } from "../src/settings/inputs.ts";
import { OUTPUTS } from "../src/settings/outputs.ts";

/** action.yml as the table of inputs and outputs makes it. */
export function renderActionYml(): string {
  const inputs = Object.fromEntries(
    INPUTS.map((input: InputDefinition) => [
      input.name,
      { description: sentenceWithValues(input), required: false, default: input.default },
    ]),
  );
  const outputs = Object.fromEntries(OUTPUTS.map(({ name, description }) => [name, { description }]));
  const document = {
    name: "autofix-action",
    description: "After pytest failed: drafts a fix, runs the tests with it, and publishes only what held up.",
    author: "autofix-action contributors",
    branding: { icon: "check-circle", color: "green" },
    inputs,
    outputs,
    runs: { using: "node24", main: "dist/index.js", post: "dist/index.js", "post-if": "always()" },
  };
  return `# Generated from src/settings/inputs.ts by "npm run docs".\n${stringify(document, { lineWidth: 0 })}`;
}

export function renderInputTable(): string {
  const rows = INPUTS.map((input: InputDefinition) => [
    `\`${input.name}\``,
    cell(sentenceWithValues(input)),
    input.default === "" ? "" : `\`${input.default}\``,
  ]);
  return table(["Input", "What it does", "Default"], rows);
}

export function renderOutputTable(): string {
  return table(
    ["Output", "What it holds"],
    OUTPUTS.map(({ name, description }) => [`\`${name}\``, cell(description)]),
  );
}

/** Puts the text between `<!-- name -->` and `<!-- /name -->`; both marks must be there. */
export function replaceSection(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [document.indexOf(open), document.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the marks ${open} and ${close} are missing`);
  return `${document.slice(0, start + open.length)}\n\n${text}\n\n${document.slice(end)}`;
}

function sentenceWithValues(input: InputDefinition): string {
  if (input.allowed) return `${input.description} One of ${input.allowed.join(", ")}.`;
  if (input.range) return `${input.description} From ${input.range.minimum} to ${input.range.maximum}.`;
  return input.type === "boolean" ? `${input.description} true or false.` : input.description;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("*", "\\*").replaceAll("<", "&lt;");
}
