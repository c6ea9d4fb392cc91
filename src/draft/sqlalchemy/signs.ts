import type { AttributeLoad, TestEvidence } from "../../domain/evidence.ts";
import type { FailureGroup, Frame } from "../../domain/failure.ts";
import type { ProjectSource } from "../../domain/python.ts";
import { firstLine, functionAt } from "../../syntax/tree.ts";
import type { Located } from "./values.ts";

/** One exception of the failing tests, wherever it was seen: reported, in the chain, or swallowed on the way. */
export interface Sign {
  /** Without the package: `MissingGreenlet`; empty where the report names none. */
  readonly type: string;
  readonly message: string;
  readonly frames: readonly Frame[];
  /** Undefined when only the report knows the exception: then nobody saw whether an attribute was being loaded. */
  readonly load: AttributeLoad | null | undefined;
}

interface Seen {
  readonly group: FailureGroup;
  readonly evidence: TestEvidence;
}

/** All exceptions of a group, those seen by the probe first. */
export function signsOf({ group, evidence }: Seen): Sign[] {
  const raised = evidence.raised.map((entry) => sign(entry, entry.frames, entry.load));
  const reported = group.failures.flatMap((failure) => [
    sign(failure.exception, failure.frames, undefined),
    ...failure.chain.map((link) => sign(link, link.frames, undefined)),
  ]);
  return [...raised, ...reported];
}

function sign(
  exception: { readonly type: string | null; readonly message: string | null },
  frames: readonly Frame[],
  load: Sign["load"],
): Sign {
  return { type: exception.type?.split(".").at(-1) ?? "", message: exception.message ?? "", frames, load };
}

/** True for SQLAlchemy's "no greenlet here" in all its wordings, also inside the message of another exception. */
export function isMissingGreenlet({ type, message }: Sign): boolean {
  return type === "MissingGreenlet" || message.includes("greenlet_spawn has not been called");
}

/**
 * True when a greenlet was missing for something else than loading an attribute. Where the probe saw the exception its
 * word counts; where only a report has it, it may be anything.
 */
export function isPlainGreenlet(signs: readonly Sign[]): boolean {
  const missing = signs.filter(isMissingGreenlet);
  const seen = missing.filter((entry) => entry.load !== undefined);
  return seen.length > 0 ? seen.some((entry) => entry.load === null) : missing.length > 0;
}

/**
 * What code that awaits gets from synchronous engines and sessions beside MissingGreenlet (1.4 to 2.1; a bare
 * `__aenter__`: Python 3.10).
 */
export function isAwaitOfSync({ type, message }: Sign): boolean {
  return (
    type === "AsyncContextNotStarted" ||
    /context has not been started and object has not been awaited/.test(message) ||
    /'(Session|Connection|_GeneratorContextManager)' object does not support the asynchronous context/.test(message) ||
    /object \w+ can't be used in 'await' expression/.test(message) ||
    /AsyncEngine expected, got Engine\(/.test(message) ||
    (type === "AttributeError" && message === "__aenter__")
  );
}

/**
 * True when the failing tests ran one of the functions, as far as is known: by what the probe saw, else by the frames of
 * the report. With neither (a collection error without frames) anything may have run.
 */
export function mayHaveRun(project: ProjectSource, { group, evidence }: Seen, functions: readonly Located[]): boolean {
  const ran = ({ module, node }: Located): boolean =>
    evidence.executed.some(
      ({ path, line }) => path === module.path && (line === node.line || line === firstLine(node)),
    );
  if (evidence.executed.length > 0 && functions.some(ran)) return true;
  const frames = signsOf({ group, evidence }).flatMap((entry) => entry.frames);
  const own = frames.filter((frame) => project.modules.has(frame.path) && !project.guarded.has(frame.path));
  if (own.length === 0 && evidence.executed.length === 0) return true;
  return own.some((frame) => functions.some(({ module, node }) => isAt({ module, node }, frame)));
}

function isAt({ module, node }: Located, frame: Frame): boolean {
  return module.path === frame.path && functionAt(module, frame.line) === node;
}
