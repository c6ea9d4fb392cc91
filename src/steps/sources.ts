import type { Patch } from "../domain/patch.ts";
import type { ProjectSource, PythonModule, UnparsableFile } from "../domain/python.ts";
import type { PythonParser, Workspace } from "../ports.ts";
import { importedFile } from "../syntax/imported-file.ts";
import { importsOf } from "../syntax/resolve.ts";

/** Files beyond this are not read: a fault is found near the failure, not at the far end of the import graph. */
const MAX_FILES = 400;

type Parsed = PythonModule | UnparsableFile;

/** Reads and parses the part of the project that a failure can reach; keeps what did not change between calls. */
export interface Sources {
  readonly parser: PythonParser;
  /** The seeds, the conftest files that pytest reads for them, and everything they import; an earlier patch applied. */
  load(seeds: readonly string[], patch: Patch): Promise<ProjectSource>;
  /** The files as they would be with a patch. */
  parse(files: readonly { readonly path: string; readonly text: string }[]): Promise<ReadonlyMap<string, PythonModule>>;
}

interface SourcesInput {
  readonly workspace: Workspace;
  readonly parser: PythonParser;
  readonly trackedFiles: readonly string[];
  readonly guarded: ReadonlySet<string>;
}

export function openSources({ workspace, parser, trackedFiles, guarded }: SourcesInput): Sources {
  const known = new Map<string, Parsed>();
  const tracked = new Set(trackedFiles.filter((path) => path.endsWith(".py")));

  const parseAll = async (paths: readonly string[], patch: Patch): Promise<Parsed[]> => {
    const texts = await textsOf(workspace, paths, patch);
    const stale = texts.filter(({ path, text }) => known.get(path)?.text !== text);
    for (const file of await parser.parse(stale)) known.set(file.path, file);
    return texts.flatMap(({ path }) => known.get(path) ?? []);
  };

  return {
    parser,
    async load(seeds, patch) {
      const found = new Map<string, Parsed>();
      let next = [...new Set([...seeds, ...seeds.flatMap(conftestFiles)])].filter((path) => tracked.has(path));
      while (next.length > 0 && found.size < MAX_FILES) {
        const level = await parseAll(next.slice(0, MAX_FILES - found.size), patch);
        for (const file of level) found.set(file.path, file);
        const imported = level.flatMap((file) => ("tree" in file ? importedBy(file, trackedFiles) : []));
        next = [...new Set(imported)].filter((path) => tracked.has(path) && !found.has(path));
      }
      const files = [...found.values()];
      return {
        modules: new Map(files.flatMap((file) => ("tree" in file ? [[file.path, file]] : []))),
        unparsable: files.filter((file): file is UnparsableFile => !("tree" in file)),
        guarded,
        trackedFiles,
      };
    },
    async parse(files) {
      const parsed = await parser.parse(files);
      return new Map(parsed.flatMap((file) => ("tree" in file ? [[file.path, file]] : [])));
    },
  };
}

/** In the folder of a file and in those above it. */
function conftestFiles(path: string): string[] {
  const folders = path.split("/").slice(0, -1);
  return [[], ...folders.map((_folder, index) => folders.slice(0, index + 1))].map((parts) =>
    [...parts, "conftest.py"].join("/"),
  );
}

async function textsOf(
  workspace: Workspace,
  paths: readonly string[],
  patch: Patch,
): Promise<{ readonly path: string; readonly text: string }[]> {
  const patched = new Map(patch.changes.map((change) => [change.path, change.after]));
  const texts: { path: string; text: string }[] = [];
  for (const path of paths) {
    const own = patched.get(path);
    const file = own === undefined ? await workspace.read(path) : { kind: "text" as const, text: own };
    if (file.kind === "text") texts.push({ path, text: file.text });
  }
  return texts;
}

/** Files that a module imports, and the packages on the way to them. */
function importedBy(module: PythonModule, trackedFiles: readonly string[]): string[] {
  return importsOf(module).flatMap((wanted) => importedFile(trackedFiles, module.path, wanted) ?? []);
}
