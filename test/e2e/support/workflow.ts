/** The name under which workflows of these tests use the action; a local folder stands in for it. */
export const ACTION = "example/autofix-action@v1";

export interface WorkflowPlan {
  readonly inputs: Readonly<Record<string, string>>;
  /** Shell line that runs the tests. */
  readonly tests: string;
}

/** A workflow as the README shows it, plus a step that shows Node's version and one that saves the action's outputs and case file. */
export function workflowText(plan: Pick<WorkflowPlan, "inputs"> & Partial<WorkflowPlan>): string {
  const inputs = Object.entries(plan.inputs).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}\n`);
  const given = inputs.length === 0 ? "" : `        with:\n${inputs.join("")}`;
  return `name: CI
on: [pull_request, workflow_dispatch]
permissions:
  contents: write
  pull-requests: write
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: node --version
      - id: tests
        run: ${plan.tests ?? "python -m pytest --junitxml=report.xml"}
      - id: autofix
        if: failure() && steps.tests.outcome == 'failure'
        uses: ${ACTION}
${given}      - if: always()
        env:
          OUTPUTS: \${{ toJSON(steps.autofix.outputs) }}
          CASE: \${{ steps.autofix.outputs.case-file }}
        run: |
          printf '%s' "$OUTPUTS" > "$ACTION_OUTPUTS"
          test -z "$CASE" || cp "$CASE" "$ACTION_OUTPUTS.case"
`;
}
