import type { Failure } from "../domain/failure.ts";

/**
 * A test by its file and its names below it: which folder an id is relative to differs from report to report, and two
 * packages of one repository may each have a `tests/test_api.py`. Where one of both is not known, by what its
 * traceback shows.
 */
export function keyOf({ nodeId, file, testName, exception, frames }: Failure): string {
  if (nodeId === null) return JSON.stringify([testName, exception, frames]);
  return JSON.stringify(file === null ? [nodeId, frames] : [file, namesOf(nodeId)]);
}

/** A failure by its exception's type, where that was raised and the last name of the test; null where one is missing. */
export function traceKeyOf({ nodeId, testName, exception, frames }: Failure): string | null {
  const last = frames.at(-1);
  if (last === undefined || exception.type === null) return null;
  const type = exception.type.slice(exception.type.lastIndexOf(".") + 1);
  return JSON.stringify([type, last.path, last.line, dottedNames({ nodeId, testName }).at(-1)]);
}

/**
 * Whether a failure without an id may be the one of a test with an id. Its name is pytest's title of the section, which
 * begins with the classes, or JUnit's name, which is without them.
 */
export function mayBeNamed(nameless: Pick<Failure, "testName">, named: Pick<Failure, "nodeId" | "testName">): boolean {
  const own = dottedNames({ nodeId: null, testName: nameless.testName });
  return dottedNames(named).join("\n").endsWith(own.join("\n"));
}

/** `::` and what follows: parameters hold it too. */
function namesOf(nodeId: string): string {
  const start = nodeId.indexOf("::");
  return start < 0 ? "" : nodeId.slice(start);
}

/** Classes and test; the parameters stay with the test. */
function dottedNames({ nodeId, testName }: Pick<Failure, "nodeId" | "testName">): readonly string[] {
  const name = nodeId === null ? (testName ?? "") : namesOf(nodeId).slice(2);
  const bracket = name.indexOf("[");
  const end = bracket < 0 ? name.length : bracket;
  const names = name.slice(0, end).split(/::|\./);
  return [...names.slice(0, -1), (names.at(-1) ?? "") + name.slice(end)];
}
