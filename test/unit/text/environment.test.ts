import { expect, test } from "vitest";
import { shownVariables, testEnvironment } from "../../../src/text/environment.ts";

const NONE = { allow: [], deny: [] };

test("keeps what the workflow set and drops credentials, channels and overrides", () => {
  const kept = {
    PATH: "/bin",
    CI: "true",
    DATABASE_URL: "sqlite://",
    PYTEST_ADDOPTS: "-q",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: "/w",
    GITHUB_SHA: "abc",
    GITHUB_REF: "refs/heads/x",
    GITHUB_REF_NAME: "x",
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
    RUNNER_TEMP: "/t",
    LD_LIBRARY_PATH: "/opt/python/lib",
    TOKENIZERS_PARALLELISM: "false",
  };
  const secret = {
    ACTIONS_RUNTIME_TOKEN: "1",
    ANTHROPIC_API_KEY: "1",
    AZURE_OPENAI_ENDPOINT: "1",
    DYLD_INSERT_LIBRARIES: "1",
    GITHUB_ENV: "1",
    GITHUB_OUTPUT: "1",
    GITHUB_STEP_SUMMARY: "1",
    GITHUB_TOKEN: "1",
    GIT_ASKPASS: "1",
    INPUT_GITHUB: "1",
    "INPUT_GITHUB-TOKEN": "1",
    LD_PRELOAD: "1",
    NODE_OPTIONS: "1",
    NPM_TOKEN: "1",
    OPENAI_API_KEY: "1",
    RUNNER_TOOL_CACHE: "1",
    SSH_AUTH_SOCK: "1",
    STATE_isPost: "1",
    github_path: "1",
  };
  expect(testEnvironment({ ...kept, ...secret, UNSET: undefined }, NONE)).toEqual({
    env: kept,
    dropped: Object.keys(secret).sort(),
  });
});

test("allow keeps what would be dropped, deny wins over all", () => {
  const env = { GITHUB_RUN_ID: "7", API_TOKEN: "1", GITHUB_TOKEN: "2", PATH: "/bin", HOME: "/h" };
  expect(testEnvironment(env, { allow: ["github_run_*", "*_TOKEN"], deny: ["GITHUB_TOKEN", "HO?E"] })).toEqual({
    env: { GITHUB_RUN_ID: "7", API_TOKEN: "1", PATH: "/bin" },
    dropped: ["GITHUB_TOKEN", "HOME"],
  });
});

test("shows what tests may miss first, and the runner's many names as one", () => {
  const dropped = [
    "ACTIONS_CACHE_URL",
    "API_TOKEN",
    "GITHUB_ENV",
    "GITHUB_RUN_ID",
    "GIT_DIR",
    "LD_PRELOAD",
    "github_x",
  ];
  expect(shownVariables(dropped)).toEqual(["API_TOKEN", "GIT_DIR", "LD_PRELOAD", "ACTIONS_*", "GITHUB_*"]);
  expect(shownVariables([])).toEqual([]);
});

test("every name that the policy speaks of, one by one", () => {
  const stays = (name: string): boolean => name in testEnvironment({ [name]: "1" }, NONE).env;
  const names = [
    ["CI", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_SHA", "GITHUB_REF", "GITHUB_REF_TYPE", "RUNNER_OS"],
    ["RUNNER_ARCH", "RUNNER_TEMP", "PYTHONPATH", "PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTHONSTARTUP", "VIRTUAL_ENV"],
    ["HOME", "PYTHONHASHSEED", "PGPASSWORD", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "TOKENS", "OPENAI", "GITLAB_CI"],
  ].flat();
  expect(names.filter((name) => !stays(name))).toEqual([]);
  const dropped = [
    ["INPUT_X", "STATE_X", "GITHUB_REPOSITORY", "GITHUB_HEAD_REF", "RUNNER_NAME", "RUNNER_WORKSPACE", "ACTIONS_X"],
    ["OPENAI_BASE_URL", "ANTHROPIC_X", "AZURE_OPENAI_X", "X_TOKEN", "TOKEN", "GIT_CONFIG_GLOBAL", "SSH_AUTH_SOCK"],
    ["NODE_OPTIONS", "LD_AUDIT", "DYLD_X", "ACTIONS_ID_TOKEN_REQUEST_URL", "PIP_INDEX_TOKEN", "input_x"],
  ].flat();
  expect(dropped.filter(stays)).toEqual([]);
});
