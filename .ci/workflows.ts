import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { actionlint, pythonToolFolder, root } from "./tools.ts";
import { withLocalAction, workflowBlocks } from "./workflow-blocks.ts";

/** Lints action.yml, our own workflows and every workflow of our pages with actionlint, zizmor and check-jsonschema. */
const sandbox = path.join(root, ".cache/workflow-check");
const bin = pythonToolFolder();

function lintOwn(): void {
  const workflows = globSync(".github/workflows/*.yml", { cwd: root });
  run(root, actionlint(), ...workflows);
  run(root, path.join(bin, "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", ...workflows);
  run(root, path.join(bin, "check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml");
  run(root, path.join(bin, "zizmor"), "--offline", "--quiet", ...workflows, "action.yml");
}

function lintPages(): void {
  const folder = path.join(sandbox, ".github/workflows");
  rmSync(sandbox, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.join(sandbox, "dist"));
  run(sandbox, "git", "init", "-q");
  cpSync(path.join(root, "action.yml"), path.join(sandbox, "action.yml"));
  writeFileSync(path.join(sandbox, "dist/index.js"), "");
  const pages = [...globSync("*.md", { cwd: root }), ...globSync("docs/**/*.md", { cwd: root })];
  const files = pages.flatMap((page) => plantBlocks(folder, page));
  console.log(`${files.length} workflows in ${pages.length} pages`);
  if (files.length === 0) throw new Error("no page holds a workflow: the search for them is broken");
  // Pages pin by tag to stay readable; everything else zizmor says about them counts.
  const config = path.join(sandbox, "zizmor.yml");
  writeFileSync(config, 'rules:\n  unpinned-uses:\n    config:\n      policies:\n        "*": ref-pin\n');
  run(sandbox, path.join(bin, "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", ...files);
  run(sandbox, path.join(bin, "zizmor"), "--offline", "--quiet", "--config", config, ...files);
  for (const file of files) writeFileSync(file, withLocalAction(readFileSync(file, "utf8")));
  run(sandbox, actionlint(), ...files);
}

function plantBlocks(folder: string, page: string): string[] {
  const blocks = workflowBlocks(readFileSync(path.join(root, page), "utf8"));
  return blocks.map(({ line, text }) => {
    const file = path.join(folder, `${page.replaceAll(/[/.]/g, "-")}-line-${line}.yml`);
    writeFileSync(file, text);
    return file;
  });
}

function run(folder: string, tool: string, ...words: readonly string[]): void {
  execFileSync(tool, words, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
}

lintOwn();
lintPages();
