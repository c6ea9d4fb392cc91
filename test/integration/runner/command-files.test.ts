import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepingCommandFiles } from "../../../src/io/command-files.ts";
import { scratchFolder, treeState, writeFiles } from "../../support/scratch-project.ts";
import { runnerAt, writeProject } from "./project.ts";

const FORGED = "fixed=true\n";

/** Runs one test that does this to the folder of the runner's files; gives what differs afterwards. */
async function changed(folder: string, environment: Record<string, string>, lines: readonly string[]) {
  const head = ["import glob, os, shutil", "def test_a():", `    folder = ${JSON.stringify(folder)}`];
  const root = await writeProject({ "test_a.py": [...head, ...lines.map((line) => `    ${line}`)].join("\n") });
  const before = treeState(folder);
  const runner = keepingCommandFiles(await runnerAt(root, {}), environment);
  const { outcomes } = await runner.run({ targets: "all", trace: false });
  expect(outcomes).toEqual({ "test_a.py::test_a": "passed" });
  const after = treeState(folder);
  // Hash and mode: whether a file was written anew is nobody's business.
  const facts = (state: Record<string, string>) =>
    Object.entries(state).map(([path, text]) => `${path} ${text.split(" ").slice(0, 2).join(" ")}`);
  return {
    lost: facts(before).filter((fact) => !facts(after).includes(fact)),
    made: facts(after).length - facts(before).length,
  };
}

function commandFiles(folder: string): Record<string, string> {
  const files = {
    set_output_1: "status=x\n",
    set_env_1: "",
    add_path_1: "",
    save_state_1: "isPost=1\n",
    summary_1: "",
  };
  writeFiles(folder, files);
  const names = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
  return Object.fromEntries(Object.keys(files).map((file, at) => [names[at] ?? "", join(folder, file)]));
}

test.each([
  ["appends to each", ["for path in glob.glob(folder + '/*'): open(path, 'a').write('fixed=true\\n')"]],
  ["replaces them by links", ["for path in glob.glob(folder + '/*'): os.remove(path); os.symlink('/dev/null', path)"]],
  ["takes them away and adds others", ["shutil.rmtree(folder)", "os.makedirs(folder + '/set_output_2')"]],
  [
    "moves the folder",
    [
      "os.rename(folder, folder + '.old')",
      "os.symlink(folder + '.old', folder)",
      `open(folder + '/set_env_1', 'w').write(${JSON.stringify(FORGED)})`,
    ],
  ],
])("a test that %s leaves them as they were", async (_title, lines) => {
  const folder = join(scratchFolder(), "_runner_file_commands");
  expect(await changed(folder, commandFiles(folder), lines)).toEqual({ lost: [], made: 0 });
});

test("elsewhere only the files named are looked after", async () => {
  const folder = join(scratchFolder(), "shared");
  await mkdir(folder);
  await symlink("nowhere", join(folder, "link"));
  const environment = commandFiles(folder);
  const lines = ["for path in glob.glob(folder + '/s*_1') + [folder + '/new']: open(path, 'a').write('x')"];
  expect(await changed(folder, environment, lines)).toEqual({ lost: [], made: 1 });
});
