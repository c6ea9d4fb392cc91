import type { ChainLink, Failure, FailureReport, Frame, GroupMember } from "../domain/failure.ts";
import { repositoryFiles, repositoryPaths } from "../text/repository-path.ts";
import type { Locate, RepositoryFiles } from "../text/repository-path.ts";
import { indexFiles } from "./file-index.ts";
import type { FileIndex } from "./file-index.ts";
import { findTests } from "./node-id.ts";
import type { TestPlace, TestQuestion } from "./node-id.ts";
import type { ReadFailure, ReadResult } from "./read-result.ts";
import { idFromRoot } from "./terminal/session-root.ts";
import type { SessionRoot } from "./terminal/session-root.ts";

/** The repository's files, prepared once for all reports. */
export interface TrackedFiles {
  readonly files: RepositoryFiles;
  readonly index: FileIndex;
}

/** One place is named in a note; of more than these nobody reads. */
const MAX_NOTES = 20;

export function trackedFiles(paths: readonly string[]): TrackedFiles {
  return { files: repositoryFiles(paths), index: indexFiles(paths) };
}

/**
 * Says of one report's failures which tests and which of the repository's files they are about: node ids where the
 * report has none, and every path that means a tracked file relative to the repository root. Without tracked files the
 * paths that the tracebacks name stand in for them. What cannot be told is told in a note.
 */
export function resolveReport(result: ReadResult, tracked: TrackedFiles): FailureReport {
  const locate = repositoryPaths(
    result.failures.flatMap((read) => pathsOf(read)),
    tracked.files,
  );
  const places = placesOf(result, { tracked, locate });
  const found = result.failures.map((read, at) => resolved(read, places[at] ?? null, locate));
  const failures = found.map(fromRoot(result.root ?? null, tracked.files.tracked));
  return { failures, counts: result.counts, notes: [...result.notes, ...notesOf(result.failures, places)] };
}

function fromRoot(root: SessionRoot | null, tracked: ReadonlySet<string>): (failure: Failure) => Failure {
  return (failure) => {
    const { nodeId, file } = failure;
    return nodeId === null || file === null
      ? failure
      : { ...failure, nodeId: idFromRoot({ nodeId, file }, root, tracked) };
  };
}

function placesOf(
  { failures, seen = [] }: ReadResult,
  { tracked, locate }: { readonly tracked: TrackedFiles; readonly locate: Locate },
): (TestPlace | null)[] {
  const questions = failures.map((read) => questionOf(read, locate));
  const asked = questions.flatMap((question) => question ?? []);
  const isTracked = tracked.files.tracked.size > 0;
  const told = isTracked ? findTests(asked, seen, tracked.index) : [];
  const known = new Map(told.map((place, at) => [asked[at], place]));
  const untracked = asked.filter((question) => isUnknown(known.get(question)));
  const named = indexFiles(untracked.flatMap(({ paths }) => paths));
  findTests(untracked, seen, named).forEach((place, at) => {
    const question = untracked[at];
    // No file of the repository: only the path that pytest itself printed, from its root directory on.
    if (question !== undefined) known.set(question, { ...place, file: fileOf(place.nodeId), between: [] });
  });
  return questions.map((question) => (question === null ? null : (known.get(question) ?? null)));
}

function questionOf(read: ReadFailure, locate: Locate): TestQuestion | null {
  const { address, failure } = read;
  if (address === null) return null;
  const reported = pathsOf(read).map((path) => path.replaceAll("\\", "/"));
  const paths = new Set(reported.flatMap((path) => [locate(path) ?? [], path].flat()));
  return { address, isCollection: failure.phase === "collect", paths: [...paths] };
}

function isUnknown(place: TestPlace | undefined): boolean {
  return place === undefined || (place.nodeId === null && place.between.length === 0);
}

function resolved(read: ReadFailure, place: TestPlace | null, locate: Locate): Failure {
  const { failure, address } = read;
  const nodeId = failure.nodeId ?? place?.nodeId ?? null;
  const isOpen = nodeId === null || (place !== null && place.between.length > 0);
  return {
    ...failure,
    nodeId,
    file: place?.file ?? reportedFile(read, locate),
    ...locatedParts(failure, locate),
    ...(isOpen && address !== null ? { address: { classname: address.classname, name: address.name } } : {}),
  };
}

/** The file that the report names, by its path alone or by the tracebacks, which may hold more of it. */
function reportedFile(read: ReadFailure, locate: Locate): string | null {
  const { file } = read.failure;
  if (file === null) return null;
  const slashed = file.replaceAll("\\", "/");
  const own = locate(file);
  if (own !== null) return own;
  const seen = pathsOf(read).flatMap((path) => locate(path) ?? []);
  const longer = [...new Set(seen.filter((path) => path.endsWith(`/${slashed}`)))];
  return longer.length === 1 ? (longer[0] ?? slashed) : slashed;
}

type Parts = Pick<Failure, "frames" | "chain" | "members">;

function locatedParts({ frames, chain, members }: Parts, locate: Locate): Parts {
  const links = chain.map((link): ChainLink => ({ ...link, ...locatedLink(link, locate) }));
  return { ...locatedLink({ frames, ...(members === undefined ? {} : { members }) }, locate), chain: links };
}

function locatedLink({ frames, members }: Omit<Parts, "chain">, locate: Locate): Pick<ChainLink, "frames" | "members"> {
  if (members === undefined) return { frames: located(frames, locate) };
  const found = members.map((member): GroupMember => {
    const { frames: own, chain, members: inner = [] } = locatedParts(member, locate);
    return { ...member, frames: own, chain, members: inner };
  });
  return { frames: located(frames, locate), members: found };
}

function located(frames: readonly Frame[], locate: Locate): Frame[] {
  return frames.map((frame) => {
    const path = locate(frame.path);
    return path === null || path === frame.path ? frame : { ...frame, path };
  });
}

/** Files that a failure names: of its tracebacks, and of the fixture that was looked for. */
function pathsOf({ failure, address }: ReadFailure): string[] {
  const links = [...failure.chain, ...(failure.members ?? [])];
  const frames = [...failure.frames, ...links.flatMap((link) => link.frames)];
  const said = /^file (.+), line \d+/.exec(failure.exception.message ?? "")?.[1];
  const paths = [...frames.map(({ path }) => path), said, failure.file, address?.file];
  return paths.flatMap((path) => (path !== null && path !== undefined && /\.\w+$/.test(path) ? [path] : []));
}

function fileOf(nodeId: string | null): string | null {
  return nodeId?.split("::", 1)[0] ?? null;
}

function notesOf(failures: readonly ReadFailure[], places: readonly (TestPlace | null)[]): string[] {
  const notes = failures.flatMap(({ failure, address }, at) => {
    const between = places[at]?.between ?? [];
    const name = [address?.classname, address?.name].filter(Boolean).join(" ");
    const files = between.length > 5 ? [...between.slice(0, 5), "…"] : between;
    return between.length === 0
      ? []
      : [`${failure.source.report}: ${name} may be in ${files.join(" or ")}; it does not tell.`];
  });
  const unique = [...new Set(notes)];
  return unique.length > MAX_NOTES
    ? [...unique.slice(0, MAX_NOTES), `${unique.length - MAX_NOTES} more tests may each be in several files.`]
    : unique;
}
