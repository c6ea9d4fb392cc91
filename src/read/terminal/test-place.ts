import type { Frame } from "../../domain/failure.ts";
import type { Section } from "./section.ts";

/** A file relative to the folder that pytest was started in, as node ids have it. */
const RELATIVE = /^(?![\\/]|[A-Za-z]:[\\/]|<).+\.py$/s;
/** Of the long style: a test's first argument, with the module and the class of the test. */
const SELF = /^self = <([\w.]+) (?:object at|testMethod=)/;
const MAX_LINE = 2000;

/**
 * The node id of a test that no summary names, from the text of its section: the outermost frame is the test itself.
 * Null where that is not sure; a class must be named beside its module, since its tests may be inherited from another.
 */
export function nodeIdOfSection(
  { kind, phase, title, lines }: Pick<Section, "kind" | "phase" | "title" | "lines">,
  frames: readonly Frame[],
): string | null {
  const [first] = frames;
  if (kind !== "failure" || phase !== "call" || first === undefined || !RELATIVE.test(first.path)) return null;
  const bracket = title.indexOf("[");
  const end = bracket < 0 ? title.length : bracket;
  const names = title.slice(0, end).split(".");
  const short = lines.filter((line) => line.length < MAX_LINE);
  if (!isFunction(first, names.at(-1) ?? "", short)) return null;
  const path = first.path.replaceAll("\\", "/");
  if (names.length > 1 && !isClassOf(path, names.slice(0, -1), short)) return null;
  return [path, ...names].join("::") + title.slice(end);
}

/** The short style names the function, the long one shows it from its first line on. */
function isFunction(frame: Frame, name: string, lines: readonly string[]): boolean {
  if (frame.function !== null) return frame.function === name;
  const shown = lines.find((line) => /^ *(?:async )?def /.test(line)) ?? "";
  return /^ *(?:async )?def (\w+)\(/.exec(shown)?.[1] === name;
}

function isClassOf(path: string, classes: readonly string[], lines: readonly string[]): boolean {
  const named = lines.flatMap((line) => SELF.exec(line)?.[1] ?? [])[0];
  const module = path.slice(path.lastIndexOf("/") + 1, -".py".length);
  const own = classes.at(-1) ?? "";
  return named !== undefined && `.${named}`.endsWith(`.${module}.${own}`) && classes.length === 1;
}
