import { describe, expect, it } from "vitest";
import { parseSettings, rawInputs } from "../../../src/settings/parse.ts";

const RECIPES = ["lazy-load", "missing-await", "sync-query"];

describe("parseSettings", () => {
  it("gives the defaults when nothing is set", () => {
    expect(parseSettings({}, RECIPES)).toEqual({
      kind: "settings",
      settings: {
        junitPath: [],
        logFile: null,
        traceback: null,
        testCommand: null,
        workingDirectory: ".",
        python: null,
        mode: "suggest",
        phase: "all",
        caseFiles: [],
        groups: [],
        githubToken: null,
        allowed: { users: [], bots: [] },
        publish: { isDraft: false, labels: [], mayCommitToForks: false, dispatchWorkflow: null, maxCommits: 2 },
        llm: null,
        maxFiles: 10,
        maxLines: 200,
        allowedPaths: [],
        deniedPaths: [],
        repeat: 3,
        timeoutSeconds: 1800,
        recipesOff: [],
        envAllow: [],
        envDeny: [],
        failOnError: true,
      },
    });
  });

  it("reads every input", () => {
    const raw = {
      "junit-path": "reports/{unit,api}.xml, more/*.xml\n\n  last.xml  \n",
      "log-file": "pytest.log",
      traceback: "\nE   boom\n",
      "test-command": `python -m pytest -k "a and b" --override-ini='x=y z'`,
      "working-directory": "backend",
      python: ".venv/bin/python",
      mode: "commit",
      phase: "draft",
      "case-file": "cases/*.json",
      groups: "k1, k2",
      "github-token": "t0ken",
      "allow-users": "ada",
      "allow-bots": "renovate[bot]",
      draft: "true",
      labels: "autofix, tests",
      "commit-to-forks": "true",
      "max-commits": "5",
      "dispatch-workflow": "ci.yml",
      "openai-api-key": "sk-1",
      "base-url": "https://llm.example/v1/",
      model: "small, large",
      "max-drafts": "2",
      "max-tokens": "9000",
      prices: "0.75 / 4.50",
      "max-cost": "0.5",
      "instructions-file": ".github/autofix.md",
      "max-files": "3",
      "max-lines": "40",
      "allowed-paths": "src/**",
      "denied-paths": "src/migrations/**,src/generated/**",
      repeat: "5",
      timeout: "60",
      recipes: "all, -sync-query",
      "env-allow": "DEPLOY_TOKEN",
      "env-deny": "MY_*",
      "fail-on-error": "False",
    };
    expect(parseSettings(raw, RECIPES)).toEqual({
      kind: "settings",
      settings: {
        junitPath: ["reports/{unit,api}.xml", "more/*.xml", "last.xml"],
        logFile: "pytest.log",
        traceback: "E   boom",
        testCommand: ["python", "-m", "pytest", "-k", "a and b", "--override-ini=x=y z"],
        workingDirectory: "backend",
        python: ".venv/bin/python",
        mode: "commit",
        phase: "draft",
        caseFiles: ["cases/*.json"],
        groups: ["k1", "k2"],
        githubToken: "t0ken",
        allowed: { users: ["ada"], bots: ["renovate[bot]"] },
        publish: {
          isDraft: true,
          labels: ["autofix", "tests"],
          mayCommitToForks: true,
          maxCommits: 5,
          dispatchWorkflow: "ci.yml",
        },
        llm: {
          baseUrl: "https://llm.example/v1",
          apiKey: "sk-1",
          llmModels: ["small", "large"],
          maxDrafts: 2,
          maxTokens: 9000,
          prices: { input: 0.75, output: 4.5 },
          maxCost: 0.5,
          instructionsFile: ".github/autofix.md",
        },
        maxFiles: 3,
        maxLines: 40,
        allowedPaths: ["src/**"],
        deniedPaths: ["src/migrations/**", "src/generated/**"],
        repeat: 5,
        timeoutSeconds: 60,
        recipesOff: ["sync-query"],
        envAllow: ["DEPLOY_TOKEN"],
        envDeny: ["MY_*"],
        failOnError: false,
      },
    });
  });

  it("takes blank texts for defaults", () => {
    expect(parseSettings({ mode: " ", repeat: "\n", "fail-on-error": "" }, RECIPES)).toEqual(
      parseSettings({}, RECIPES),
    );
  });

  it("reports every problem at once, with what is allowed", () => {
    const raw = {
      mode: "Suggest",
      "max-files": "ten",
      repeat: "0",
      timeout: "1e3",
      "fail-on-error": "yes",
      recipes: "lazy-load,-magic",
      "working-directory": "../other",
      "denied-paths": "/etc/passwd",
      "env-deny": "A-B",
      "test-command": "cd api && pytest",
      junit_path: "x.xml",
      "dispatch-workflow": "../ci.yml",
      "allow-bots": "*",
      colour: "red",
    };
    const parsed = parseSettings(raw, RECIPES);
    expect(parsed.kind === "problems" && parsed.problems.map(({ code, what, why }) => `${code}: ${what} ${why}`))
      .toMatchInlineSnapshot(`
        [
          "unknown-input: There is no input "junit_path". It is spelt junit-path.",
          "unknown-input: There is no input "colour". The inputs are junit-path, log-file, traceback, test-command, working-directory, python, mode, draft, labels, commit-to-forks, max-commits, dispatch-workflow, phase, case-file, groups, github-token, allow-users, allow-bots, openai-api-key, base-url, model, max-drafts, max-tokens, prices, max-cost, instructions-file, max-files, max-lines, allowed-paths, denied-paths, repeat, timeout, recipes, env-allow, env-deny, fail-on-error.",
          "test-command-shell: The input test-command holds &&. The command is started directly, word by word; no shell reads it.",
          "path-outside-repository: The input working-directory holds "../other". Only files inside the repository can be meant there.",
          "input-value: The input mode is "Suggest". It takes suggest, commit, pull-request, report.",
          "input-value: The input allow-bots is "*". It takes logins, each in full; there is no sign for all.",
          "input-value: The input dispatch-workflow is "../ci.yml". It takes the name of a file below .github/workflows, such as ci.yml.",
          "input-value: The input max-files is "ten". It takes a whole number from 1 to 100.",
          "path-outside-repository: The input denied-paths holds "/etc/passwd". Only files inside the repository can be meant there.",
          "input-value: The input repeat is "0". It takes a whole number from 1 to 20.",
          "input-value: The input timeout is "1e3". It takes a whole number from 1 to 21600.",
          "unknown-recipe: The input recipes names "-magic". The recipes are lazy-load, missing-await, sync-query.",
          "input-value: The input env-deny is "A-B". It takes names of environment variables: letters, digits, _ and * for any text.",
          "input-value: The input fail-on-error is "yes". It takes true or false.",
        ]
      `);
  });
});

describe("whom to ask", () => {
  const asked = (raw: Readonly<Record<string, string>>): unknown => {
    const parsed = parseSettings(raw, RECIPES);
    return parsed.kind === "settings"
      ? parsed.settings.llm?.baseUrl
      : parsed.problems.map(({ code, why }) => [code, why]);
  };

  it.each([
    [{ "openai-api-key": "k", model: "m" }, "https://api.openai.com/v1"],
    [{ "base-url": "http://127.0.0.1:11434/v1", model: "m" }, "http://127.0.0.1:11434/v1"],
    [{ model: "m" }, undefined],
    [
      { "openai-api-key": "k" },
      [["model-missing", "Providers name their models differently, and none is right for all."]],
    ],
    [
      { "base-url": "http://llm.example/v1", model: "m" },
      [
        [
          "base-url",
          "It must begin with https:// (http:// only for the machine itself), or the key could be read on the way.",
        ],
      ],
    ],
    [{ "base-url": "llm", model: "m" }, [["base-url", "It is no address."]]],
    [
      { "base-url": "https://u:p@llm.example/v1", model: "m" },
      [["base-url", "It must have no user, password, question mark or hash; the key has an input of its own."]],
    ],
  ])("%j", (raw, expected) => {
    expect(asked(raw)).toEqual(expected);
  });
});

describe("the recipes input", () => {
  const off = (recipes: string): unknown => {
    const parsed = parseSettings({ recipes }, RECIPES);
    return parsed.kind === "settings" ? parsed.settings.recipesOff : parsed.problems.map((problem) => problem.code);
  };

  it.each([
    ["all", []],
    ["none", RECIPES],
    ["-lazy-load", ["lazy-load"]],
    ["all\n-lazy-load\n-sync-query", ["lazy-load", "sync-query"]],
    ["lazy-load", ["missing-await", "sync-query"]],
    ["none,sync-query", ["lazy-load", "missing-await"]],
    ["everything", ["unknown-recipe"]],
    ["--lazy-load", ["unknown-recipe"]],
  ])("%j switches off %j", (recipes, expected) => {
    expect(off(recipes)).toEqual(expected);
  });
});

describe("rawInputs", () => {
  it("keeps the runner's names, flags underscores, leaves others' variables alone", () => {
    const env = {
      "INPUT_JUNIT-PATH": "a.xml",
      INPUT_MODE: "report",
      INPUT_TEST_COMMAND: "pytest",
      INPUT_DIRECTORY: "of another tool",
      MODE: "x",
      INPUT_PYTHON: undefined,
    };
    expect(rawInputs(env)).toEqual({ "junit-path": "a.xml", mode: "report", test_command: "pytest" });
  });
});
