import { installedPackage, isOlder, minorOf, type Scene, type Thrown } from "./scene.ts";

/** What fails when Python is too old for the code: words it does not know, names it does not have. */
const TELLING = new Set([
  "SyntaxError",
  "ImportError",
  "ModuleNotFoundError",
  "AttributeError",
  "TypeError",
  "NameError",
]);
const SETTINGS: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: "pyproject.toml", pattern: /^[ \t]*requires-python[ \t]*=[ \t]*["']([^"'\n]{1,100})["']/m },
  { file: "pyproject.toml", pattern: /^[ \t]*python[ \t]*=[ \t]*["']([^"'\n]{1,100})["']/m },
  { file: "setup.cfg", pattern: /^[ \t]*python_requires[ \t]*=[ \t]*([^\n]{1,100})/m },
  { file: "setup.py", pattern: /\bpython_requires[ \t]*=[ \t]*["']([^"'\n]{1,100})["']/ },
];

/** Files that say which Python a project needs. */
export const VERSION_FILES: readonly string[] = [...new Set(SETTINGS.map(({ file }) => file))];

/** Says so when the tests ran with a Python that the project, or one of its packages, is too new for. */
export function oldPython(thrown: Thrown, scene: Scene): string | undefined {
  const version = minorOf(scene.interpreter?.version ?? "");
  if (!version || !TELLING.has(thrown.name)) return undefined;
  const needed = neededVersion(scene);
  if (needed && isOlder(version, needed)) {
    return `The project needs Python ${needed.join(".")}, and this job runs ${version.join(".")}; use a newer Python in this job.`;
  }
  const name = thrown.name === "SyntaxError" ? installedPackage(thrown) : undefined;
  if (name === undefined) return undefined;
  return `The installed ${name} is not written for Python ${version.join(".")}; use another Python in this job, or install another version of ${name}.`;
}

/** The lowest version that the project's settings allow. */
function neededVersion({ textOf }: Scene): readonly [number, number] | undefined {
  for (const { file, pattern } of SETTINGS) {
    const words = pattern.exec(textOf(file) ?? "")?.[1];
    const lowest = /(?:>=|~=|\^|==)\s*(\d+\.\d+)/.exec(words ?? "")?.[1];
    if (lowest !== undefined) return minorOf(lowest);
  }
  return undefined;
}
