import type { ProjectSource, PythonModule } from "../../../domain/python.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import { children, word } from "../../../syntax/tree.ts";
import { importsOf } from "../../../syntax/resolve.ts";

/** True when a first name belongs to a package or module of the repository. */
export function isOwnTop({ trackedFiles }: ProjectSource, importer: string): (top: string) => boolean {
  return (top) =>
    importedFile(trackedFiles, importer, { source: top, level: 0 }) !== undefined ||
    trackedFiles.some((path) => path.startsWith(`${top}/`) || path.startsWith(`src/${top}/`));
}

/** Folders from which the code at hand, one file aside, imports the repository's own modules, by its absolute imports. */
export function sourceRoots(project: ProjectSource, besides: PythonModule | null = null): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const module of project.modules.values()) {
    if (module === besides) continue;
    for (const { source, level } of importsOf(module)) {
      const path =
        level === 0 && source !== "" ? importedFile(project.trackedFiles, module.path, { source, level }) : undefined;
      const root = path === undefined ? undefined : rootOf(path, source);
      if (root !== undefined) roots.add(root);
    }
  }
  return roots;
}

function rootOf(path: string, source: string): string | undefined {
  const relative = source.replaceAll(".", "/");
  const ending = [`${relative}.py`, `${relative}/__init__.py`].find(
    (entry) => path === entry || path.endsWith(`/${entry}`),
  );
  return ending === undefined ? undefined : path.slice(0, -ending.length).replace(/\/$/, "");
}

/** The dotted name under which a file of the repository is imported from such a folder; undefined when from none. */
export function dottedName(path: string, roots: ReadonlySet<string>): string | undefined {
  const own = [...roots].filter((root) => root === "" || path.startsWith(`${root}/`));
  const root = own.toSorted((first, second) => second.length - first.length)[0];
  if (root === undefined) return undefined;
  const relative = root === "" ? path : path.slice(root.length + 1);
  const parts = relative.replace(/(?:\/__init__)?\.py$/, "").split("/");
  return parts.every((part) => /^[A-Za-z_]\w*$/.test(part)) ? parts.join(".") : undefined;
}

/** How a file writes the import of another one of the repository: in dots where it does so for others, else by full name. */
export function sourceFor(project: ProjectSource, importer: PythonModule, path: string): string | undefined {
  // What the file itself imports may be what is wrong with it.
  const full = dottedName(path, sourceRoots(project, importer)) ?? dottedName(path, sourceRoots(project));
  if (!usesRelative(project, importer)) return full;
  return relativeSource(importer.path, path) ?? full;
}

function usesRelative({ trackedFiles }: ProjectSource, importer: PythonModule): boolean {
  const imports = children(importer.tree, "body").filter(({ kind }) => kind === "ImportFrom");
  const levels = imports.map((statement) => {
    const level = statement.fields["level"];
    return { level: typeof level === "number" ? level : 0, source: word(statement, "module") ?? "" };
  });
  const isAbsoluteOwn = levels.some(
    (entry) => entry.level === 0 && importedFile(trackedFiles, importer.path, entry) !== undefined,
  );
  return levels.some(({ level }) => level > 0) && !isAbsoluteOwn;
}

/** `.money` for a file of the same folder, `..money` for one of the folder above; undefined when they have no folder in common. */
export function relativeSource(importer: string, path: string): string | undefined {
  const from = importer.split("/").slice(0, -1);
  const to = path.replace(/(?:\/__init__)?\.py$/, "").split("/");
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common += 1;
  if (common === 0 || to.length === common) return undefined;
  return `${".".repeat(from.length - common + 1)}${to.slice(common).join(".")}`;
}
