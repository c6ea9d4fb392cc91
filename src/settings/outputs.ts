/** Every output there is, with its text for action.yml and the README. */
export const OUTPUTS = [
  { name: "status", description: "fixed, suggested, no-fix, flaky, environment, skipped, refused or error." },
  { name: "reason", description: "Why it ended like this, and why the patch went no further." },
  { name: "fixed-tests", description: "JSON array of the node ids that pass with the patch." },
  { name: "remaining-failures", description: "JSON array of the node ids that still fail." },
  { name: "groups", description: "JSON array of the keys of the failure groups, one per cause." },
  { name: "source", description: "What drafted the patch: recipe ids and names of models, separated by commas." },
  { name: "patch-path", description: "Path of the unified diff, empty without a patch." },
  { name: "case-file", description: "Path of the JSON document with everything that was found and tried." },
  { name: "report-path", description: "Path of the report in Markdown." },
  {
    name: "published-as",
    description: "commit, pull-request, branch, suggestions, comment, summary, working-tree or none.",
  },
  { name: "commit-sha", description: "Commit that was made, or empty." },
  { name: "pull-request-url", description: "Pull request that was written to, or empty." },
  { name: "review-url", description: "Review or comment that was posted, or empty." },
  { name: "tokens-used", description: "Tokens that an LLM was sent and gave, by its provider's count." },
  {
    name: "cost",
    description: "Dollars that the LLM cost, by its provider's word or by prices; 0 where neither tells.",
  },
  { name: "attempts", description: "Number of candidate patches that were tried." },
] as const;
