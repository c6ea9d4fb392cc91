import { isNear } from "../text/near.ts";
import { hasModuleNamed, installedPackage, minorOf, moduleFile, type Scene, type Thrown } from "./scene.ts";
import { addedIn, removedIn } from "./standard-modules.ts";

/** Packages that several distributions fill: a missing part of one is a distribution that is not installed. */
const SHARED = new Set([
  "google",
  "azure",
  "zope",
  "backports",
  "ruamel",
  "opentelemetry",
  "sphinxcontrib",
  "jaraco",
  "mpl_toolkits",
  "plone",
  "oslo",
  "databricks",
  "snowflake",
]);

/** Modules that their distribution took away, and what to install where it is not our code that asks for them. */
const DROPPED: Readonly<Record<string, string>> = { pkg_resources: "setuptools<81" };

/**
 * Says what to install when an import fails for want of a package. What the code gets wrong is left alone: a module of
 * the project that is not there, one that Python or a package took away, a name that is spelt wrong.
 */
export function missingModule(thrown: Thrown, scene: Scene): string | undefined {
  if (thrown.name === "ImportError") return misfit(thrown, scene);
  const wanted = thrown.name === "ModuleNotFoundError" ? wantedModule(thrown.message) : undefined;
  if (wanted === undefined) return undefined;
  const importer = installedPackage(thrown);
  if (importer !== undefined && moduleFile(rootOf(wanted), scene) === undefined) {
    return adviceFor(wanted, importer, scene);
  }
  return removedIn(wanted) || DROPPED[rootOf(wanted)] !== undefined
    ? undefined
    : (tooNew(wanted, scene) ?? notThere(wanted, scene));
}

/** "'shop' is not a package" behind it tells that a file stands where a package is meant. */
function wantedModule(message: string): string | undefined {
  const [, wanted, rest = ""] = /^No module named '?([\w.]{1,300})'?(.*)/.exec(message) ?? [];
  return rest.includes("is not a package") ? undefined : wanted;
}

/** A module that came into Python's library after the version that runs. */
function tooNew(wanted: string, { interpreter }: Scene): string | undefined {
  const since = addedIn(wanted);
  const version = minorOf(interpreter?.version ?? "");
  if (!since || !version) return undefined;
  return `The module ${wanted} came with Python ${since.join(".")}, and this job runs ${version.join(".")}; use a newer Python, or install its backport.`;
}

function notThere(wanted: string, scene: Scene): string | undefined {
  const root = rootOf(wanted);
  if (hasModuleNamed(root, scene)) return wanted === root ? notInstalled(root, scene) : undefined;
  // Of an installed package a part is asked for that it does not have: it moved, or never was.
  if (wanted !== root && !SHARED.has(root)) return undefined;
  return isMisspelt(root, scene) ? undefined : adviceFor(wanted, undefined, scene);
}

function rootOf(dotted: string): string {
  return dotted.split(".")[0] ?? dotted;
}

function adviceFor(wanted: string, importer: string | undefined, scene: Scene): string {
  const root = rootOf(wanted);
  const dropped = DROPPED[root];
  if (dropped !== undefined && importer !== undefined)
    return `The installed ${importer} needs ${root}, which is no longer there; install ${dropped}, or a newer ${importer}.`;
  const removed = removedIn(root);
  const version = minorOf(scene.interpreter?.version ?? "");
  if (removed && importer !== undefined) {
    return `The installed ${importer} needs ${root}, which Python ${(version ?? removed).join(".")} no longer has; install a newer ${importer}.`;
  }
  const forWhom = importer === undefined ? "" : `, which ${importer} needs,`;
  return `The package that provides ${wanted}${forWhom} is not installed; add it to what this job installs.`;
}

/**
 * The project's own top-level package that Python does not find: in the root or in a source folder, where only an
 * installation or pytest's `pythonpath` leads. A module of that name inside a package is another matter: the import is
 * written wrong.
 */
function notInstalled(root: string, scene: Scene): string | undefined {
  const file = moduleFile(root, scene);
  if (file === undefined) return undefined;
  const folder = file.replace(new RegExp(`(?:^|/)${root}(?:\\.py|/__init__\\.py)$`), "");
  const isSourceFolder =
    folder === "" || /(?:^|\/)(?:src|lib|python|source)$/.test(folder) || hasBuildFile(folder, scene);
  if (!isSourceFolder) return undefined;
  const where = folder === "" ? "the root of the repository" : `the folder ${folder}`;
  return `The project's own package ${root} is in ${where}, where Python does not look in this job; install the project (pip install -e .), or set pytest's \`pythonpath\` (pytest 7 or newer).`;
}

function hasBuildFile(folder: string, { trackedFiles }: Scene): boolean {
  return ["pyproject.toml", "setup.py", "setup.cfg"].some((name) => trackedFiles.includes(`${folder}/${name}`));
}

/** Close to a name that would do: advice to install what is spelt wrong could lead to somebody's trap. */
function isMisspelt(root: string, { interpreter, trackedFiles }: Scene): boolean {
  const installed = Object.keys(interpreter?.packages ?? {}).map((name) => name.replaceAll("-", "_"));
  const own = trackedFiles.flatMap((path) => path.split("/").map((part) => part.replace(/\.py$/, "")));
  return [...installed, ...own].some((name) => isNear(root.toLowerCase(), name.toLowerCase()));
}

/** An import between installed packages fails: their versions do not fit each other, and no line of ours is involved. */
function misfit(thrown: Thrown, scene: Scene): string | undefined {
  const importer = installedPackage(thrown);
  const [, name = "", source = ""] = CANNOT_IMPORT.exec(thrown.message) ?? [];
  const root = rootOf(source);
  if (importer === undefined || name === "" || importer === root) return undefined;
  // A file of ours that has the name of a library's module is what gets imported in its stead.
  if (hasModuleNamed(root, scene)) return undefined;
  return `The installed ${importer} wants ${name} of ${source}, which the installed ${root} does not have; install versions that fit each other.`;
}

const CANNOT_IMPORT = /^cannot import name '(\w{1,200})' from '([\w.]{1,300})'/;
const REFUSED_ARGUMENT = /^(\w{1,200})\.__init__\(\) got an unexpected keyword argument '(\w{1,200})'/;

/**
 * A library calls another one with an argument that it does not take: the same, seen later. Not so when a class of the
 * project has that name.
 */
export function misfitCall(thrown: Thrown, scene: Scene): string | undefined {
  const importer = thrown.name === "TypeError" ? installedPackage(thrown) : undefined;
  const [, type = "", argument = ""] = REFUSED_ARGUMENT.exec(thrown.message) ?? [];
  if (importer === undefined || type === "" || scene.definesClass(type)) return undefined;
  return `The installed ${importer} gives ${type} the argument ${argument}, which the installed version does not take; install versions that fit each other.`;
}
