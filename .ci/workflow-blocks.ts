import { parse } from "yaml";

/** A YAML block of a page: a whole workflow as it stands, or a list of steps put into the smallest one. */
export interface WorkflowBlock {
  /** One-based line of the fence in the page. */
  readonly line: number;
  readonly text: string;
}

/** Every fenced YAML block of a page that is a workflow or a list of steps. */
export function workflowBlocks(page: string): readonly WorkflowBlock[] {
  const blocks: WorkflowBlock[] = [];
  const lines = page.split("\n");
  for (let start = 0; start < lines.length; start += 1) {
    if (!/^```ya?ml\s*$/.test(lines[start] ?? "")) continue;
    const end = lines.indexOf("```", start + 1);
    if (end < 0) throw new Error(`the YAML block at line ${start + 1} is never closed`);
    const text = asWorkflow(lines.slice(start + 1, end).join("\n"));
    if (text !== undefined) blocks.push({ line: start + 1, text });
    start = end;
  }
  return blocks;
}

/** Steps alone say nothing of it. */
const CONCURRENCY = "concurrency:\n  group: steps\n  cancel-in-progress: true\n";

function asWorkflow(text: string): string | undefined {
  const value: unknown = parse(text);
  if (Array.isArray(value)) {
    const steps = text.replaceAll(/^(?=.)/gm, "      ");
    return `name: steps\non: pull_request\npermissions: {}\n${CONCURRENCY}jobs:\n  job:\n    name: job\n    runs-on: ubuntu-latest\n    steps:\n${steps}\n`;
  }
  return typeof value === "object" && value !== null && "jobs" in value ? `${text}\n` : undefined;
}

/** The same workflow with our action as a local one, so that actionlint compares its inputs with action.yml. */
export function withLocalAction(text: string): string {
  return text.replaceAll(/uses: [\w.-]+\/autofix-action@\S+/g, "uses: ./");
}
