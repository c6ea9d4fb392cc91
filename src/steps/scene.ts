import type { Failure, Frame } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { VERSION_FILES } from "../group/python-version.ts";
import type { Scene } from "../group/scene.ts";
import type { Workspace } from "../ports.ts";
import { testFiles } from "../verify/test-files.ts";

/** Files that raised something; more are not read for a verdict. */
const MAX_FILES = 200;
/** Files looked through for a class of some name. */
const MAX_SEARCHED = 2000;

/** Reads what the verdicts on a run's failures look at. */
export async function openScene(failures: readonly Failure[], run: TestRun, workspace: Workspace): Promise<Scene> {
  const trackedFiles = await workspace.trackedFiles();
  const tracked = new Set(trackedFiles);
  const raising = failures.flatMap(innermostFrames).map(({ path }) => path);
  const wanted = [...new Set([...VERSION_FILES, ...raising])].filter((path) => tracked.has(path)).slice(0, MAX_FILES);
  const texts = new Map<string, string>();
  for (const path of wanted) {
    const file = await workspace.read(path);
    if (file.kind === "text") texts.set(path, file.text);
  }
  const classes = await definedClasses(namedClasses(failures), trackedFiles, workspace);
  return {
    trackedFiles,
    testFiles: testFiles(trackedFiles, [run]),
    textOf: (path) => texts.get(path),
    definesClass: (name) => classes.has(name),
    interpreter: run.interpreter,
    droppedVariables: run.droppedVariables,
  };
}

/** The innermost frames of all exceptions of a failure. */
function innermostFrames({ frames, chain }: Failure): Frame[] {
  return [frames, ...chain.map((link) => link.frames)].flatMap((entry) => entry.at(-1) ?? []);
}

/** Classes that messages like `Client.__init__() got an unexpected keyword argument` name. */
function namedClasses(failures: readonly Failure[]): ReadonlySet<string> {
  const messages = failures.flatMap(({ exception, chain }) =>
    [exception, ...chain].map(({ message }) => message ?? ""),
  );
  return new Set(
    messages.flatMap(
      (message) =>
        /^(?:type object )?'?([A-Za-z_]\w{0,200})(?:\.\w{1,200}\(\)|'? (?:object )?has no attribute)/.exec(
          message,
        )?.[1] ?? [],
    ),
  );
}

async function definedClasses(
  names: ReadonlySet<string>,
  trackedFiles: readonly string[],
  workspace: Workspace,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (names.size === 0) return found;
  for (const path of trackedFiles.filter((entry) => entry.endsWith(".py")).slice(0, MAX_SEARCHED)) {
    const file = await workspace.read(path);
    if (file.kind !== "text") continue;
    for (const match of file.text.matchAll(/^[ \t]*class[ \t]+(\w{1,200})/gm)) {
      const name = match[1] ?? "";
      if (names.has(name)) found.add(name);
    }
  }
  return found;
}
