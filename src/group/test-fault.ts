import type { Failure } from "../domain/failure.ts";
import { pytestFault } from "./pytest-faults.ts";
import { hasModuleNamed, ownerIn, lineAt, type Scene, type Thrown, thrownBy } from "./scene.ts";

/**
 * Says what the test itself does wrong, when that is what its failure shows: it cannot be parsed, uses a name that is not
 * there, or calls an installed library in a way that it does not take. Undefined when the code under test may be at
 * fault; whether an expectation is wrong cannot be told by running it.
 */
export function testFault(failure: Failure, scene: Scene): string | undefined {
  const [thrown] = thrownBy(failure, scene);
  if (thrown === undefined) return undefined;
  const complaint = pytestFault(thrown, scene);
  if (complaint?.kind === "test-at-fault") return complaint.reason;
  const isTestsOwn = thrown.owner === "test" && !thrown.isOwnWord;
  if (!isTestsOwn || thrown.frames.some(({ path }) => ownerIn(path, scene) === "project")) return undefined;
  return ownFault(thrown, scene) ?? wrongUse(thrown, scene);
}

function ownFault({ name, message, innermost }: Thrown, scene: Scene): string | undefined {
  const where = innermost === undefined ? "" : `${innermost.path}:${innermost.line}`;
  if (["SyntaxError", "IndentationError", "TabError"].includes(name))
    return `The test file cannot be parsed (${where}): ${firstLine(message)}.`;
  if (name === "UnboundLocalError")
    return `The test uses a variable before it has a value (${where}): ${firstLine(message)}.`;
  const missing = name === "NameError" ? /^name '(\w{1,200})' is not defined/.exec(message)?.[1] : undefined;
  if (missing === undefined || bringsStar(innermost?.path, scene)) return undefined;
  return `The test uses the name ${missing}, which it neither imports nor defines (${where}).`;
}

/** `from shop import *` may have brought the name until somebody took it away there. */
function bringsStar(path: string | undefined, scene: Scene): boolean {
  const text = path === undefined ? undefined : scene.textOf(path);
  return text !== undefined && importsIn(text).some(({ name, source }) => name === "*" && isOwnModule(source, scene));
}

/** The wrong arguments, a name that the library does not have: bound or looked up in the test's own frame. */
function wrongUse(thrown: Thrown, scene: Scene): string | undefined {
  const library = libraryOf(thrown, scene);
  if (library === undefined) return undefined;
  const where = `${thrown.innermost?.path ?? ""}:${thrown.innermost?.line ?? 0}`;
  return `The test uses ${library} in a way that the installed version does not take (${where}): ${firstLine(thrown.message)}.`;
}

function libraryOf({ name, message, innermost }: Thrown, scene: Scene): string | undefined {
  if (innermost === undefined) return undefined;
  switch (name) {
    case "ImportError":
    case "ModuleNotFoundError":
      return foreignModule(
        /^(?:cannot import name '\w{1,200}' from|No module named) '([\w.]{1,300})'/.exec(message)?.[1],
        scene,
      );
    case "AttributeError":
      return libraryLacking(message, innermost, scene);
    case "TypeError": {
      const callee = BAD_CALL.exec(message)?.[1];
      return callee === undefined ? undefined : foreignCallee(callee, innermost, scene);
    }
    default:
      return undefined;
  }
}

const BAD_CALL =
  /^([\w.]{1,300})\(\) (?:got an unexpected keyword argument|got multiple values for|missing \d+ required|takes (?:from )?\d+|takes no arguments)/;

function libraryLacking(message: string, place: Place, scene: Scene): string | undefined {
  const module = /^(?:partially initialized )?module '([\w.]{1,300})' has no attribute '/.exec(message)?.[1];
  if (module !== undefined) return foreignModule(module, scene);
  const type = /^(?:type object )?'(\w{1,200})' (?:object )?has no attribute '/.exec(message)?.[1];
  return type === undefined ? undefined : foreignType(type, place, scene);
}

function foreignModule(dotted: string | undefined, scene: Scene): string | undefined {
  if (dotted === undefined || dotted === "" || isOwnModule(dotted, scene)) return undefined;
  return rootOf(dotted);
}

interface Place {
  readonly path: string;
  readonly line: number;
  readonly locals?: Readonly<Record<string, string>>;
}

/** `AsyncClient.__init__` by its class, `get` by the calls on the line: both lead to an import or to a variable's type. */
function foreignCallee(callee: string, place: Place, scene: Scene): string | undefined {
  const parts = callee.split(".");
  const type = parts.length > 1 ? parts.at(-2) : undefined;
  if (type !== undefined) return foreignType(type, place, scene);
  const line = lineAt({ ...place, function: null }, scene) ?? "";
  const isInit = callee === "__init__";
  const calls = [...line.matchAll(/([A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,5})\s?\(/g)].map((match) => match[1] ?? "");
  const own = calls.filter((call) => isInit || call.split(".").at(-1) === callee);
  return unanimous(own.map((call) => foreignName(call, place, scene)));
}

/**
 * By the frame's variables of this type, where the test file itself makes them of a library: what the code under test gave
 * back may be of a type that nobody wanted. Else by how the file comes by the name.
 */
function foreignType(type: string, place: Place, scene: Scene): string | undefined {
  const own = Object.entries(place.locals ?? {}).filter(([, entry]) => entry.split(".").at(-1) === type);
  const text = scene.textOf(place.path) ?? "";
  if (own.length > 0)
    return unanimous(own.map(([variable, full]) => madeOf(variable, text, scene) && foreignModule(full, scene)));
  if (scene.definesClass(type) || new RegExp(`^\\s*class ${type}\\b`, "m").test(text)) return undefined;
  const calls = text.matchAll(new RegExp(`(?:([A-Za-z_][\\w.]{0,200})\\.)?\\b${type}\\s?\\(`, "g"));
  return unanimous([...calls].map((match) => importedLibrary(match[1] ?? type, text, scene)));
}

/** The library of `client = TestClient(app)` and `with TestClient(app) as client`. */
function madeOf(variable: string, text: string, scene: Scene): string | undefined {
  const made = [
    ...text.matchAll(
      new RegExp(`(?:^|[^\\w.])${variable}[ \\t]*=[ \\t]*(?:await[ \\t]+)?([A-Za-z_][\\w.]{0,200})\\(`, "gm"),
    ),
    ...text.matchAll(
      new RegExp(`\\bwith[ \\t]+([A-Za-z_][\\w.]{0,200})\\([^\\n]{0,300}\\)[ \\t]+as[ \\t]+${variable}\\b`, "g"),
    ),
  ];
  return unanimous(made.map((match) => importedLibrary(match[1] ?? "", text, scene)));
}

/** The library that a dotted name of the test file begins at; undefined for what is the project's, or cannot be told. */
function foreignName(dotted: string, place: Place, scene: Scene): string | undefined {
  const root = rootOf(dotted);
  const text = scene.textOf(place.path) ?? "";
  const type = place.locals?.[root];
  return type === undefined || type === "module" ? importedLibrary(dotted, text, scene) : madeOf(root, text, scene);
}

function importedLibrary(dotted: string, text: string, scene: Scene): string | undefined {
  const imported = importsIn(text).find(({ name }) => name === rootOf(dotted));
  return foreignModule(imported?.source, scene);
}

/** The first, when none is missing. */
function unanimous(libraries: readonly (string | undefined)[]): string | undefined {
  return libraries.every((library) => library !== undefined) ? libraries[0] : undefined;
}

interface Imported {
  /** As the file calls it. */
  readonly name: string;
  /** Module it comes from, with its leading dots. */
  readonly source: string;
}

function importsIn(text: string): Imported[] {
  const found: Imported[] = [];
  for (const [, source = "", names = ""] of text.matchAll(
    /^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]{0,5000}\)|[^\n#]{1,1000})/gm,
  )) {
    for (const entry of names.replaceAll(/[()]|#[^\n]*/g, " ").split(",")) found.push({ name: boundBy(entry), source });
  }
  for (const [, names = ""] of text.matchAll(/^[ \t]*import[ \t]+([^\n#]{1,1000})/gm)) {
    for (const entry of names.split(",")) {
      const source = entry.trim().split(/\s+/)[0] ?? "";
      found.push({ name: rootOf(boundBy(entry)), source });
    }
  }
  return found;
}

function boundBy(entry: string): string {
  return entry.trim().split(/\s+/).at(-1) ?? "";
}

/** A package of the project may do without an `__init__.py`. */
function isOwnModule(dotted: string, scene: Scene): boolean {
  return dotted.startsWith(".") || hasModuleNamed(rootOf(dotted), scene);
}

function rootOf(dotted: string): string {
  return dotted.split(".")[0] ?? dotted;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").slice(0, 200);
}
