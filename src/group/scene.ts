import type { ExceptionInfo, Failure, Frame, FrameOwner } from "../domain/failure.ts";
import type { Interpreter } from "../domain/test-run.ts";
import { importedFile } from "../syntax/imported-file.ts";
import { ownerOf } from "../text/frame-owner.ts";

/** What a verdict may look at besides the failures: facts of the checkout and of the run. */
export interface Scene {
  readonly trackedFiles: readonly string[];
  /** Test files and conftest files. */
  readonly testFiles: ReadonlySet<string>;
  /** Texts of the files that raised something, and of the project's settings; whatever else is undefined. */
  readonly textOf: (path: string) => string | undefined;
  /** Whether a file of the project defines a class of this name. */
  readonly definesClass: (name: string) => boolean;
  readonly interpreter: Interpreter | null;
  /** Variables that the workflow sets and our runs do not get. */
  readonly droppedVariables: readonly string[];
}

/** One exception of a failure that may be why the test fails, and who raised it. */
export interface Thrown {
  /** Last part of its type's name, `ConnectionRefusedError`; empty where the report tells none. */
  readonly name: string;
  readonly message: string;
  readonly frames: readonly Frame[];
  readonly innermost: Frame | undefined;
  /** Whose code the innermost frame is; null without frames. */
  readonly owner: FrameOwner | null;
  /** The project or a test raises it by a statement of its own: what it says is that code's word, not the system's. */
  readonly isOwnWord: boolean;
}

/**
 * Packages that stand in for servers, files or time: an exception that went through one of them says nothing about the
 * real ones.
 */
const STAND_INS =
  /(?:^|\/)(?:unittest\/mock\.py|(?:mock|responses|respx|requests_mock|httpretty|pytest_httpx|aioresponses|vcr|pytest_recording|pytest_socket|pyfakefs|moto|fakeredis|mongomock|flexmock|pook|httmock|mocket)\/[^/]|responses\.py)/;

/** Exceptions that may be why a test fails, the last first; none when a stand-in had its hands in it. */
export function thrownBy(failure: Failure, scene: Scene): readonly Thrown[] {
  const all = [
    { ...thrownOf(failure.exception, failure.frames, scene), relation: "cause" },
    ...failure.chain.map((link) => ({ ...thrownOf(link, link.frames, scene), relation: link.relation })),
  ];
  if (all.some(({ frames }) => frames.some(({ path }) => isStandIn(path, scene)))) return [];
  // A fault within an `except` block of our own hides what was being handled; a `raise` there, or a library, passes it on.
  const end = all.findIndex((one, at) => at > 0 && one.relation === "context" && isAccident(all[at - 1]));
  return end < 0 ? all : all.slice(0, end);
}

function isAccident(outer: Thrown | undefined): boolean {
  return outer !== undefined && (outer.owner === "project" || outer.owner === "test") && !outer.isOwnWord;
}

function isStandIn(path: string, scene: Scene): boolean {
  return STAND_INS.test(path.replaceAll("\\", "/")) && !isTracked(path, scene);
}

function thrownOf({ type, message }: ExceptionInfo, frames: readonly Frame[], scene: Scene): Thrown {
  const innermost = frames.findLast(({ path }) => path !== "<string>");
  const owner = innermost === undefined ? null : ownerIn(innermost.path, scene);
  const isOwn = owner === "project" || owner === "test";
  return {
    name: (type ?? "").split(".").at(-1) ?? "",
    message: message ?? "",
    frames,
    innermost,
    owner,
    isOwnWord: isOwn && innermost !== undefined && /\braise\b|\.throw\(/.test(lineAt(innermost, scene) ?? ""),
  };
}

/** Whose code a file is, as this run knows it: test files are what pytest took for such. */
export function ownerIn(path: string, scene: Scene): FrameOwner {
  if (scene.testFiles.has(path)) return "test";
  if (isTracked(path, scene)) return "project";
  const { owner } = ownerOf(path);
  // Absolute paths are outside the repository: nothing there is ours to edit.
  return path.startsWith("/") || /^[A-Za-z]:/.test(path)
    ? owner === "project" || owner === "test"
      ? "dependency"
      : owner
    : owner;
}

export function isTracked(path: string, { trackedFiles }: Scene): boolean {
  return trackedFiles.includes(path);
}

export function lineAt({ path, line }: Frame, scene: Scene): string | undefined {
  return scene.textOf(path)?.split(/\r\n|\r|\n/)[line - 1];
}

/** The project's file for a dotted module name, or undefined when the project has none. */
export function moduleFile(dotted: string, { trackedFiles }: Scene): string | undefined {
  return importedFile(trackedFiles, "", { source: dotted, level: 0 });
}

/** True when the project has a module or package of this name anywhere, be it importable by that name or not. */
export function hasModuleNamed(name: string, { trackedFiles }: Scene): boolean {
  return trackedFiles.some(
    (path) =>
      path === `${name}.py` ||
      path.endsWith(`/${name}.py`) ||
      path.startsWith(`${name}/`) ||
      path.includes(`/${name}/`),
  );
}

/** `3.11.7` as [3, 11]. */
export function minorOf(version: string): readonly [number, number] | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

export function isOlder(version: readonly [number, number], than: readonly [number, number]): boolean {
  return version[0] < than[0] || (version[0] === than[0] && version[1] < than[1]);
}

/** The installed package whose code raised it, as its folder is called; undefined when it is no package's. */
export function installedPackage({ owner, innermost }: Thrown): string | undefined {
  const path = owner === "dependency" ? (innermost?.path.replaceAll("\\", "/") ?? "") : "";
  return /(?:site|dist)-packages\/([\w-]{1,200}?)(?:\.py|\/)/.exec(path)?.[1];
}
