import { expect, it } from "vitest";
import { replaceSection } from "../../.ci/reference.ts";
import { withLocalAction, workflowBlocks } from "../../.ci/workflow-blocks.ts";

const PAGE = `# Page

\`\`\`yaml
on: push
jobs: {}
\`\`\`

\`\`\`text
jobs: not yaml
\`\`\`

\`\`\`yml
- uses: someone/autofix-action@v1.2
  with:
    mode: report
\`\`\`

\`\`\`yaml
permissions: {}
\`\`\`
`;

it("finds whole workflows and lists of steps, and leaves other blocks alone", () => {
  expect(workflowBlocks(PAGE)).toMatchInlineSnapshot(`
    [
      {
        "line": 3,
        "text": "on: push
    jobs: {}
    ",
      },
      {
        "line": 12,
        "text": "name: steps
    on: pull_request
    permissions: {}
    concurrency:
      group: steps
      cancel-in-progress: true
    jobs:
      job:
        name: job
        runs-on: ubuntu-latest
        steps:
          - uses: someone/autofix-action@v1.2
            with:
              mode: report
    ",
      },
    ]
  `);
});

it("does not overlook a block that is never closed", () => {
  expect(() => workflowBlocks("```yaml\njobs: {}\n")).toThrow("the YAML block at line 1 is never closed");
});

it("puts the local action in the place of the published one", () => {
  expect(withLocalAction("- uses: a-b/autofix-action@v1\n- uses: actions/checkout@v5\n")).toBe(
    "- uses: ./\n- uses: actions/checkout@v5\n",
  );
});

it("replaces what stands between two marks, again and again", () => {
  const page = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
  const once = replaceSection(page, "x", "new");
  expect(once).toBe("a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n");
  expect(replaceSection(once, "x", "new")).toBe(once);
  expect(() => replaceSection("a", "x", "new")).toThrow("the marks <!-- x --> and <!-- /x --> are missing");
});
