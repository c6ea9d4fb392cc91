import type { InputName } from "./inputs.ts";
import { good, type Reading, readBoolean, readWorkflowFile, splitList } from "./read-value.ts";
import type { PublishSettings } from "./settings.ts";

/** How a patch is published, from the texts of the inputs that say so. */
export function readPublish(
  text: (name: InputName) => string,
  integer: (name: InputName) => number,
): Reading<PublishSettings> {
  const isDraft = readBoolean("draft", text("draft"));
  const mayCommitToForks = readBoolean("commit-to-forks", text("commit-to-forks"));
  const workflow = text("dispatch-workflow");
  const dispatchWorkflow = workflow === "" ? good(null) : readWorkflowFile("dispatch-workflow", workflow);
  return {
    value: {
      isDraft: isDraft.value,
      labels: splitList(text("labels")),
      mayCommitToForks: mayCommitToForks.value,
      dispatchWorkflow: dispatchWorkflow.value,
      maxCommits: integer("max-commits"),
    },
    problems: [...isDraft.problems, ...mayCommitToForks.problems, ...dispatchWorkflow.problems],
  };
}
