import type { Phase } from "../domain/phase.ts";
import type { InputDefinition } from "./input-definition.ts";

/** Values of `mode`. */
export const MODES = ["suggest", "commit", "pull-request", "report"] as const;

/** Values of `phase`. */
export const PHASES = ["all", "reproduce", "draft", "verify", "publish"] as const satisfies readonly Phase[];

/** Every input there is. action.yml and the README tables are generated from this list. */
export const INPUTS = [
  {
    name: "junit-path",
    type: "list",
    default: "",
    description: "JUnit XML files that pytest wrote: paths or globs, one per line or separated by commas.",
  },
  {
    name: "log-file",
    type: "text",
    default: "",
    description: "File with pytest's terminal output, read when there is no JUnit file.",
  },
  {
    name: "traceback",
    type: "text",
    default: "",
    description: "Pasted pytest output, for a workflow that is started by hand.",
  },
  {
    name: "test-command",
    type: "words",
    default: "",
    description:
      "Command that runs the tests, as words or as a JSON array; no shell. Default: python -m pytest of the project's interpreter.",
  },
  {
    name: "working-directory",
    type: "text",
    default: ".",
    description: "Folder below the repository root in which the test command runs.",
  },
  {
    name: "python",
    type: "text",
    default: "",
    description:
      "Interpreter of the project. Default: the active virtual environment, .venv, uv or poetry where their lock file is, python3.",
  },
  {
    name: "mode",
    type: "choice",
    default: "suggest",
    allowed: MODES,
    description:
      "Where a verified patch goes: a review with suggestions, a commit on the branch, a pull request of its own, or the report only.",
  },
  {
    name: "draft",
    type: "boolean",
    default: "false",
    description: "Whether a pull request of its own is opened as a draft.",
  },
  {
    name: "labels",
    type: "list",
    default: "",
    description: "Labels for a pull request of its own.",
  },
  {
    name: "commit-to-forks",
    type: "boolean",
    default: "false",
    description:
      "Whether mode commit may write to the branch of a fork whose author lets maintainers edit it; else it is suggested there.",
  },
  {
    name: "max-commits",
    type: "integer",
    default: "2",
    range: { minimum: 0, maximum: 20 },
    description: "Largest number of commits that mode commit makes on one pull request; after them it suggests.",
  },
  {
    name: "dispatch-workflow",
    type: "text",
    default: "",
    description:
      "File name of a workflow with workflow_dispatch to start on a commit that the workflow's own token made; needs actions: write.",
  },
  {
    name: "phase",
    type: "choice",
    default: "all",
    allowed: PHASES,
    description:
      "Part of the work that this step does. One step does all; in jobs of their own the parts need fewer rights: docs/workflows.md.",
  },
  {
    name: "case-file",
    type: "list",
    default: "",
    description:
      "Case file of the phase before, a path or glob from the workspace; several for verify, which joins what the legs of a matrix found.",
  },
  {
    name: "groups",
    type: "list",
    default: "",
    description:
      "Keys of the failure groups that this step works on, as the output groups of an earlier phase names them. Default: all.",
  },
  {
    name: "github-token",
    type: "text",
    default: "${{ github.token }}",
    description: "Token for the review or the commit. It is never handed to the tests.",
  },
  {
    name: "allow-users",
    type: "list",
    default: "",
    description:
      "Logins of people without write access who may start a run by a comment, a review, pull_request_target or workflow_run.",
  },
  {
    name: "allow-bots",
    type: "list",
    default: "",
    description: "Logins of bots who may do the same; each by its name.",
  },
  {
    name: "openai-api-key",
    type: "text",
    default: "",
    description:
      "Key of an OpenAI-compatible endpoint: an LLM is asked for what no recipe knows. Without key and base-url nothing is asked.",
  },
  {
    name: "base-url",
    type: "text",
    default: "",
    description: "Address of the endpoint up to /v1. Default: OpenAI's own, where a key is given.",
  },
  {
    name: "model",
    type: "list",
    default: "",
    description: "Model to ask; of several the next one only after what the one before drafted did not hold.",
  },
  {
    name: "max-drafts",
    type: "integer",
    default: "8",
    range: { minimum: 0, maximum: 100 },
    description: "Largest number of replies that a run asks an LLM for.",
  },
  {
    name: "max-tokens",
    type: "integer",
    default: "24000",
    range: { minimum: 0, maximum: 10_000_000 },
    description: "Largest number of tokens that a run spends on an LLM, in and out.",
  },
  {
    name: "prices",
    type: "text",
    default: "",
    description: "Dollars that a million tokens cost, in and out: 0.75/4.50. Of several models the dearest.",
  },
  {
    name: "max-cost",
    type: "text",
    default: "",
    description: "Largest sum in dollars that a run spends on an LLM; needs prices. Default: no limit but max-tokens.",
  },
  {
    name: "instructions-file",
    type: "text",
    default: "",
    description: "File of the base branch whose text an LLM is given along: what to keep in mind in this repository.",
  },
  {
    name: "max-files",
    type: "integer",
    default: "10",
    range: { minimum: 1, maximum: 100 },
    description: "Largest number of files that one patch may change.",
  },
  {
    name: "max-lines",
    type: "integer",
    default: "200",
    range: { minimum: 1, maximum: 10_000 },
    description: "Largest number of lines that one patch may change, added and removed together.",
  },
  {
    name: "allowed-paths",
    type: "list",
    default: "",
    description: "Globs of the only files a patch may change. Default: every tracked Python file that is no test.",
  },
  {
    name: "denied-paths",
    type: "list",
    default: "",
    description: "Globs of files a patch must never change.",
  },
  {
    name: "repeat",
    type: "integer",
    default: "3",
    range: { minimum: 1, maximum: 20 },
    description: "How many times the failing tests are run on unchanged code, and the mended ones must pass in a row.",
  },
  {
    name: "timeout",
    type: "integer",
    default: "1800",
    range: { minimum: 1, maximum: 21_600 },
    description: "Seconds that one run of the tests may take.",
  },
  {
    name: "recipes",
    type: "list",
    default: "all",
    description: "Recipes in use: all, none, a list of ids, or ids to leave out, each with a leading minus.",
  },
  {
    name: "env-allow",
    type: "list",
    default: "",
    description:
      "Names of environment variables handed to the tests although they look like secrets; * matches any text.",
  },
  {
    name: "env-deny",
    type: "list",
    default: "",
    description: "Names of further environment variables kept from the tests; * matches any text.",
  },
  {
    name: "fail-on-error",
    type: "boolean",
    default: "true",
    description: "Whether a broken setup fails this step. A run that finds no fix never fails it.",
  },
] as const satisfies readonly InputDefinition[];

export type InputName = (typeof INPUTS)[number]["name"];
