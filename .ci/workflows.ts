import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { actionlint, pythonToolFolder, root } from "./tools.ts";
import { withLocalAction, workflowBlocks } from "./workflow-blocks.ts";

/** Lints action.yml, our own workflows, those to copy and every workflow of our pages: actionlint, zizmor, check-jsonschema. */
const sandbox = path.join(root, ".cache/workflow-check");
const planted = path.join(sandbox, ".github/workflows");
const bin = pythonToolFolder();
/** All that zizmor has to say; what it finds is mended, or answered where it stands by an ignore with its reason. */
const ZIZMOR = ["--offline", "--quiet", "--persona", "pedantic"];

function lintOwn(): void {
  const workflows = globSync(".github/workflows/*.yml", { cwd: root });
  run(root, actionlint(), ...workflows);
  run(root, path.join(bin, "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", ...workflows);
  run(root, path.join(bin, "check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml");
  run(root, path.join(bin, "zizmor"), ...ZIZMOR, ...workflows, "action.yml");
}

/** Whole files to copy: everything is pinned by hash but our own action, whose release the reader chooses. */
function lintLayouts(): void {
  const layouts = globSync("docs/workflows/*.yml", { cwd: root });
  if (layouts.length === 0) throw new Error("docs/workflows holds no workflow: the search for them is broken");
  const files = layouts.map((layout) => plant(path.basename(layout), readFileSync(path.join(root, layout), "utf8")));
  lint(files, { "your-org/*": "ref-pin", "*": "hash-pin" });
}

/** Pages pin by tag to stay readable; everything else zizmor says about them counts. */
function lintPages(): void {
  const pages = [...globSync("*.md", { cwd: root }), ...globSync("docs/**/*.md", { cwd: root })];
  const files = pages.flatMap(plantBlocks);
  console.log(`${files.length} workflows in ${pages.length} pages`);
  if (files.length === 0) throw new Error("no page holds a workflow: the search for them is broken");
  lint(files, { "*": "ref-pin" });
}

function makeSandbox(): void {
  rmSync(sandbox, { recursive: true, force: true });
  mkdirSync(planted, { recursive: true });
  mkdirSync(path.join(sandbox, "dist"));
  run(sandbox, "git", "init", "-q");
  cpSync(path.join(root, "action.yml"), path.join(sandbox, "action.yml"));
  writeFileSync(path.join(sandbox, "dist/index.js"), "");
}

function lint(files: readonly string[], pins: Readonly<Record<string, string>>): void {
  const config = path.join(sandbox, "zizmor.yml");
  const policies = Object.entries(pins).map(([name, policy]) => `        "${name}": ${policy}\n`);
  writeFileSync(config, `rules:\n  unpinned-uses:\n    config:\n      policies:\n${policies.join("")}`);
  run(sandbox, path.join(bin, "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", ...files);
  run(sandbox, path.join(bin, "zizmor"), ...ZIZMOR, "--config", config, ...files);
  for (const file of files) writeFileSync(file, withLocalAction(readFileSync(file, "utf8")));
  run(sandbox, actionlint(), ...files);
}

function plantBlocks(page: string): string[] {
  const blocks = workflowBlocks(readFileSync(path.join(root, page), "utf8"));
  return blocks.map(({ line, text }) => plant(`${page.replaceAll(/[/.]/g, "-")}-line-${line}.yml`, text));
}

function plant(name: string, text: string): string {
  const file = path.join(planted, name);
  writeFileSync(file, text);
  return file;
}

function run(folder: string, tool: string, ...words: readonly string[]): void {
  execFileSync(tool, words, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
}

lintOwn();
makeSandbox();
lintLayouts();
lintPages();
