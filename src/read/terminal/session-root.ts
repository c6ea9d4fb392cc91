import { startsSession } from "./rule.ts";

/** What pytest's first lines say of its root directory, which node ids are relative to. */
export interface SessionRoot {
  /** Absolute, on the machine that ran pytest. */
  readonly directory: string;
  /** The file with pytest's options, relative to the root directory: often beside it, not always. */
  readonly configFile: string;
}

/** pytest 6 and 7 put all in one line, later versions give each its own. */
const ROOT = /^rootdir: ([^\n]+?)(?:, (?:configfile|inifile): ([^\n]+?))?(?:, testpaths: [^\n]*)?$/;
const CONFIG = /^(?:configfile|inifile): ([^\n]+?)(?: \(WARNING: [^\n]*)?$/;
/** The lines of pytest's header; what plugins add may stand between. */
const HEADER_LINES = 30;
const MAX_LINE = 5000;

/** Null for a quiet session, and where no file holds pytest's options: nothing tells then which folder it is. */
export function readSessionRoot(lines: readonly string[]): SessionRoot | null {
  const start = lines.findIndex((line) => startsSession(line));
  if (start < 0) return null;
  const header = lines.slice(start + 1, start + 1 + HEADER_LINES).filter((line) => line.length < MAX_LINE);
  const at = header.findIndex((line) => ROOT.test(line));
  const match = ROOT.exec(header[at] ?? "");
  const configFile = match?.[2] ?? CONFIG.exec(header[at + 1] ?? "")?.[1];
  return match?.[1] === undefined || configFile === undefined ? null : { directory: match[1], configFile };
}

/**
 * The id from pytest's root directory on of a test whose id was printed relative to the folder that pytest was started
 * in. `file` and `tracked` are relative to the repository root. Where the configuration file does not tell where in the
 * repository the root directory is, an id stays, but one that leads upward (`../tests/test_a.py::test_x`) begins at the
 * repository root then.
 */
export function idFromRoot(
  { nodeId, file }: { readonly nodeId: string; readonly file: string },
  root: SessionRoot | null,
  tracked: ReadonlySet<string>,
): string {
  const split = nodeId.indexOf("::");
  const printed = split < 0 ? nodeId : nodeId.slice(0, split);
  if (!tracked.has(file) || !isEndOf(printed, file)) return nodeId;
  const path = root === null ? null : pathFromRoot({ printed, file }, root, tracked);
  return (path ?? (printed.startsWith("../") ? file : printed)) + nodeId.slice(printed.length);
}

function pathFromRoot(
  { printed, file }: { readonly printed: string; readonly file: string },
  root: SessionRoot,
  tracked: ReadonlySet<string>,
): string | null {
  const checkout = findCheckout(root, { printed, file }, tracked);
  const directory = `${normalised(root.directory)}/`;
  const path = `${checkout ?? ""}/${file}`;
  return checkout !== null && path.startsWith(directory) ? path.slice(directory.length) : null;
}

/** The folder that the repository was checked out to, by the longest end of the configuration file's path. */
function findCheckout(
  { directory, configFile }: SessionRoot,
  { printed, file }: { readonly printed: string; readonly file: string },
  tracked: ReadonlySet<string>,
): string | null {
  const config = normalised(`${directory}/${configFile}`);
  const start = file.slice(0, file.length - withoutUpward(printed).length);
  const beside = normalised(start + configFile);
  for (let at = config.indexOf("/"); at >= 0; at = config.indexOf("/", at + 1)) {
    const own = config.slice(at + 1);
    // A folder that is mounted elsewhere has lost its name: pytest may have been started beside its own such file.
    if (tracked.has(own)) return own !== beside && tracked.has(beside) ? null : config.slice(0, at);
  }
  return null;
}

function isEndOf(printed: string, file: string): boolean {
  return `/${file}`.endsWith(`/${withoutUpward(printed)}`);
}

function withoutUpward(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.{1,2}\/)+/, "");
}

/** With `/`, without `.` and `..`. */
function normalised(path: string): string {
  const parts: string[] = [];
  for (const [index, part] of path.replaceAll("\\", "/").split("/").entries()) {
    if (part === "..") parts.pop();
    else if (part !== "." && (part !== "" || index === 0)) parts.push(part);
  }
  return parts.join("/");
}
