import { posix } from "node:path";

/**
 * The file that an import names, or undefined when it is not a tracked file of the repository.
 * Source roots are not configured anywhere we could trust, so the longest common folder with the importer decides
 * between several files of the same dotted name.
 */
export function importedFile(
  trackedFiles: readonly string[],
  importer: string,
  wanted: { readonly source: string; readonly level: number },
): string | undefined {
  const index = indexOf(trackedFiles);
  const relative = wanted.source.split(".").filter(Boolean).join("/");
  if (wanted.level > 0) {
    const folder = "../".repeat(wanted.level - 1);
    const base = posix.normalize(posix.join(posix.dirname(importer), folder, relative));
    return fileNames(base).find((file) => index.all.has(file));
  }
  if (relative === "") return undefined;
  const matches = fileNames(relative).flatMap((ending) =>
    (index.byEnding.get(endingOf(ending)) ?? []).filter((file) => isImportedAs(file, ending, index)),
  );
  return matches.toSorted((a, b) => commonLength(b, importer) - commonLength(a, importer) || a.length - b.length)[0];
}

interface FileIndex {
  readonly all: ReadonlySet<string>;
  /** Files by their last part, packages by their last two. */
  readonly byEnding: ReadonlyMap<string, readonly string[]>;
}

const fileIndexes = new WeakMap<readonly string[], FileIndex>();

/** Look-ups are many and repositories large: the list is gone through once. */
function indexOf(trackedFiles: readonly string[]): FileIndex {
  const known = fileIndexes.get(trackedFiles);
  if (known) return known;
  const byEnding = new Map<string, string[]>();
  for (const file of trackedFiles.filter((path) => path.endsWith(".py"))) {
    const ending = endingOf(file);
    const others = byEnding.get(ending);
    if (others) others.push(file);
    else byEnding.set(ending, [file]);
  }
  const index = { all: new Set(trackedFiles), byEnding };
  fileIndexes.set(trackedFiles, index);
  return index;
}

function endingOf(file: string): string {
  const parts = file.split("/");
  return parts.slice(parts.at(-1) === "__init__.py" ? -2 : -1).join("/");
}

/** The folder in front must be a source root: inside a package the name would be longer (`pkg.sqlalchemy` is no `sqlalchemy`). */
function isImportedAs(file: string, ending: string, index: FileIndex): boolean {
  if (file === ending) return true;
  if (!file.endsWith(`/${ending}`)) return false;
  return !index.all.has(`${file.slice(0, -ending.length)}__init__.py`);
}

function fileNames(base: string): string[] {
  return [`${base}.py`, posix.join(base, "__init__.py")];
}

function commonLength(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs === -1 ? left.length : differs;
}
