import type { ChainLink, ExceptionInfo, Failure, Frame, GroupMember } from "../domain/failure.ts";

/** How many characters of captured output are kept, over all files that are read together. */
const MAX_OUTPUT = 1_000_000;
/** How many characters of everything else are. */
const MAX_DETAILS = 1_000_000;
/** What a frame costs beside its path, in characters. */
const FRAME_COST = 40;
/** What a failure costs by its names alone. */
const NAME_COST = 200;
/** Of a message that is kept when there is no more room. */
const BRIEF_MESSAGE = 300;
/** Names and paths that occur again and again; a hostile file has a new one in every line. */
const MAX_SHARED = 20_000;

/** Keeps failures without the file they were cut out of. */
export interface Keeper {
  /** False once only the exceptions of further failures are kept. */
  hasRoom(): boolean;
  /** False once no more captured output is kept. */
  hasOutputRoom(): boolean;
  /** The failure with texts of its own, less what there is no room for. */
  keep(failure: Failure): Failure;
}

/**
 * A piece of a string keeps the whole string alive, and that one may be a chunk of the file: what is kept is copied,
 * and what occurs often is kept once.
 */
export function keeper(): Keeper {
  const shared = new Map<string, string>();
  let left = MAX_DETAILS;
  let outputLeft = MAX_OUTPUT;
  const share = (text: string): string => {
    const known = shared.get(text);
    if (known !== undefined) {
      return known;
    }
    const copy = copyOf(text);
    if (shared.size < MAX_SHARED) {
      shared.set(copy, copy);
    }
    return copy;
  };
  return {
    hasRoom: () => left > 0,
    hasOutputRoom: () => outputLeft > 0 && left > 0,
    keep: (failure) => {
      const kept = left > 0 ? (outputLeft > 0 ? failure : { ...failure, ...NO_OUTPUT }) : brief(failure);
      left -= costOf(kept);
      outputLeft -= lengthOf(kept.capturedStdout) + lengthOf(kept.capturedStderr) + lengthOf(kept.capturedLog);
      return ownFailure(kept, share);
    },
  };
}

type Share = (text: string) => string;

const NO_OUTPUT = { capturedStdout: null, capturedStderr: null, capturedLog: null };

function ownFailure(failure: Failure, share: Share): Failure {
  return {
    ...failure,
    ...ownPart(failure, share),
    exception: ownException(failure.exception, share),
    chain: failure.chain.map((link) => ownLink(link, share)),
    file: failure.file && share(failure.file),
    testName: failure.testName && copyOf(failure.testName),
    capturedStdout: failure.capturedStdout && copyOf(failure.capturedStdout),
    capturedStderr: failure.capturedStderr && copyOf(failure.capturedStderr),
    capturedLog: failure.capturedLog && copyOf(failure.capturedLog),
  };
}

function ownLink(link: ChainLink, share: Share): ChainLink {
  return { ...ownException(link, share), relation: link.relation, ...ownPart(link, share) };
}

function ownMember(member: GroupMember, share: Share): GroupMember {
  const members = member.members.map((one) => ownMember(one, share));
  const chain = member.chain.map((link) => ownLink(link, share));
  return { ...ownException(member, share), chain, frames: ownFrames(member.frames, share), members };
}

function ownPart(
  { frames, members }: Pick<ChainLink, "frames" | "members">,
  share: Share,
): Pick<ChainLink, "frames" | "members"> {
  const own = ownFrames(frames, share);
  return members === undefined
    ? { frames: own }
    : { frames: own, members: members.map((one) => ownMember(one, share)) };
}

function ownException({ type, message }: ExceptionInfo, share: Share): ExceptionInfo {
  return { type: type && share(type), message: message && copyOf(message) };
}

function ownFrames(frames: readonly Frame[], share: Share): Frame[] {
  return frames.map(({ path, line, function: name }) => ({ path: share(path), line, function: name && share(name) }));
}

function brief(failure: Failure): Failure {
  const { members: _, exception, ...rest } = failure;
  const message = exception.message && exception.message.slice(0, BRIEF_MESSAGE);
  return { ...rest, ...NO_OUTPUT, chain: [], frames: [], exception: { type: exception.type, message } };
}

function costOf(failure: Failure): number {
  return NAME_COST + lengthOf(failure.exception.message) + costOfAll(failure.chain) + costOfParts(failure);
}

function costOfAll(parts: readonly (ChainLink | GroupMember)[]): number {
  return parts.reduce((sum, part) => sum + lengthOf(part.message) + costOfParts(part), 0);
}

function costOfParts({ frames, members = [] }: Pick<ChainLink, "frames" | "members">): number {
  return frames.length * FRAME_COST + costOfAll(members) + costOfAll(members.flatMap(({ chain }) => chain));
}

function lengthOf(text: string | null): number {
  return text?.length ?? 0;
}

/** V8 cuts a new string out of the joined one, which has nothing of the old one any more. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
