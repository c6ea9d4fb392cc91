import type { Publication } from "../domain/outcome.ts";
import type { RunContext } from "../domain/run-context.ts";
import { fence } from "../text/markdown.ts";
import { isReadOnlyFork } from "./choose.ts";

/** What the second workflow is made for. */
export interface SecondWorkflow {
  /** Name of the workflow that runs the tests; foreign text, for the fork may have changed it. */
  readonly workflow: string;
  /** The event that the tests run under; a word of GitHub's. */
  readonly event: string;
  /** `owner/name@ref` of this action. */
  readonly action: string;
}

/**
 * Where a fork's token kept a patch from the pull request: the steps to take, ready to copy. Empty anywhere else, and
 * where nobody asked for a write.
 */
export function explainSecondWorkflow(
  { pullRequest, eventName, workflow, actionPages }: RunContext,
  { publishedAs, mode }: Pick<Publication, "publishedAs"> & { readonly mode: string },
): string {
  const isMissed = publishedAs === "summary" && mode !== "report";
  if (pullRequest === null || !isMissed || !isReadOnlyFork(pullRequest, eventName)) return "";
  const second = renderSecondWorkflow({ workflow, event: eventName, action: actionOf(actionPages) });
  return [
    "<details>\n<summary>How to get such patches onto pull requests from forks</summary>",
    "1. Give the step of this action `id: autofix` and `mode: report`, and put this step after it:",
    fence(UPLOAD_STEP, "yaml"),
    "2. Put this workflow on the default branch. It runs nothing of the fork: what it downloads is only data.",
    fence(second, "yaml"),
    "</details>",
  ].join("\n\n");
}

/** Leaves the case for the second workflow; a step of a job, as `docs/workflows/4-fork-safe-tests.yml` has it. */
export const UPLOAD_STEP = `      - uses: actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4 # v5.0.0
        if: \${{ !cancelled() && steps.autofix.outputs.case-file != '' }}
        with:
          name: autofix-case
          path: \${{ steps.autofix.outputs.case-file }}
          if-no-files-found: error
`;

/** The file `docs/workflows/4-fork-safe-publish.yml` for another workflow; a test compares the two. */
export function renderSecondWorkflow({ workflow, event, action }: SecondWorkflow): string {
  return `# For pull requests from forks, second half: publishes on the default branch's own terms, and runs nothing of the fork.
# It must lie on the default branch. \`workflows\` names the first half.
name: publish fixes
on:
  # Its danger is code of the fork next to this token: nothing is checked out here, and the case file is only data.
  workflow_run: # zizmor: ignore[dangerous-triggers]
    workflows: [${nameOf(workflow)}]
    types: [completed]
permissions: {}
concurrency:
  group: \${{ github.workflow }}-\${{ github.event.workflow_run.head_repository.full_name }}-\${{ github.event.workflow_run.head_branch }}
  cancel-in-progress: false
jobs:
  publish:
    name: publish
    if: \${{ github.event.workflow_run.conclusion == 'failure' && github.event.workflow_run.event == '${event}' }}
    runs-on: ubuntu-latest
    permissions:
      actions: read # to download what the other run left
      contents: read # to compare the patch with the files at GitHub
      pull-requests: write # to post the review
    steps:
      - id: case
        # A run that failed for another reason left none.
        continue-on-error: true
        uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0
        with:
          name: autofix-case
          path: \${{ runner.temp }}/autofix-case
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${action}
        if: steps.case.outcome == 'success'
        with:
          phase: publish
          case-file: \${{ runner.temp }}/autofix-case/case.json
`;
}

const WORDS_OF_YAML = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Any name as one scalar in a YAML list: nothing in it ends the quotes, starts a line or hides. */
function nameOf(name: string): string {
  if (/^[A-Za-z][\w-]*$/.test(name) && !WORDS_OF_YAML.test(name)) return name;
  return JSON.stringify(name).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;
}

/** The runner names the action that runs in the address of its pages; a local one gets the name that the pages use. */
function actionOf(actionPages: string | null): string {
  const [, name, ref] = /^https?:\/\/[^/]+\/([\w.-]+\/[\w.-]+)\/blob\/([\w./-]+)\/docs$/.exec(actionPages ?? "") ?? [];
  return name === undefined || ref === undefined ? "your-org/autofix-action@v1" : `${name}@${ref}`;
}
