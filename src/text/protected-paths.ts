import { matchesAny } from "./glob.ts";

/** Folders and files whose names mean something to git, CI, editors, agents, packaging, containers or Python's start. */
const FOLDERS = [
  ".git*",
  ".circleci",
  ".buildkite",
  ".azure",
  ".husky",
  ".devcontainer",
  ".docker",
  ".vscode",
  ".idea",
  ".claude",
  ".codex",
  ".cursor",
  ".gemini",
  ".aider*",
  ".venv",
  "site-packages",
  "dist-packages",
  "node_modules",
  "__pycache__",
];
const FILES = [
  ".git*",
  ".env*",
  ".mcp.json",
  ".pre-commit-config.yaml",
  ".coveragerc",
  ".cursorrules",
  ".aider*",
  ".dockerignore",
  "agents.md",
  "claude.md",
  "gemini.md",
  "copilot-instructions.md",
  "pytest.ini",
  ".pytest.ini",
  "pytest.toml",
  ".pytest.toml",
  "tox.ini",
  "tox.toml",
  "setup.cfg",
  "setup.py",
  "noxfile.py",
  "pyproject.toml",
  "sitecustomize.py",
  "usercustomize.py",
  "*.pth",
  "*.lock",
  "*requirements*.txt",
  "*requirements*.in",
  "*constraints*.txt",
  "pipfile",
  "pylock*.toml",
  "environment.y*ml",
  "package-lock.json",
  "dockerfile*",
  "containerfile*",
  "*.dockerfile",
  "*compose*.y*ml",
  "makefile",
  "gnumakefile",
  "*.mk",
  "justfile",
  "taskfile.y*ml",
  "jenkinsfile*",
  "azure-pipelines*.y*ml",
];

const GLOBS = [...FILES.map((name) => `**/${name}`), ...FOLDERS.map((name) => `**/${name}/**`), "**/requirements/**"];

/** True for files that decide how code is run, built or watched, in any case: no setting lets a patch touch them. */
export function isProtected(path: string): boolean {
  return matchesAny(path.toLowerCase(), GLOBS);
}

/** pytest loads it for the tests below it, whether or not it saw it this time. */
export function isTestSetup(path: string): boolean {
  return matchesAny(path.toLowerCase(), ["**/conftest.py"]);
}
