import type { Failure } from "../src/domain/failure.ts";
import type { Expected } from "./corpus-read-expected.ts";
import { printedMessage } from "./corpus-read-facts.ts";

export interface Pairing {
  readonly pairs: readonly { readonly expected: Expected; readonly failure: Failure }[];
  readonly missing: readonly Expected[];
  readonly extra: readonly Failure[];
}

type Rule = (expected: Expected, failure: Failure) => boolean;

const sameTest: Rule = (expected, failure) => expected.nodeId === failure.nodeId;
const samePhase: Rule = (expected, failure) => expected.phase === null || expected.phase === failure.phase;
const sameText: Rule = ({ exceptions: [exception], text }, failure) => {
  const truth = exception === undefined ? text : printedMessage(exception).text;
  return truth !== null && (failure.exception.message?.trimEnd().startsWith(truth.trimEnd()) ?? false);
};

/** From the surest to what is only good for a clear report: a wrong node id is one finding, not two. */
const RULES: readonly Rule[] = [
  (expected, failure) => sameTest(expected, failure) && samePhase(expected, failure) && sameText(expected, failure),
  (expected, failure) => sameTest(expected, failure) && samePhase(expected, failure),
  sameTest,
  (expected, failure) => isNameOf(expected, failure) && samePhase(expected, failure) && sameText(expected, failure),
  (expected, failure) => isNameOf(expected, failure) && samePhase(expected, failure),
  (expected, failure) => samePhase(expected, failure) && sameText(expected, failure) && failure.nodeId === null,
];

/** Finds for each recorded failure the one that was read, each at most once. */
export function pairUp(expected: readonly Expected[], failures: readonly Failure[]): Pairing {
  const pairs: { expected: Expected; failure: Failure }[] = [];
  let missing = [...expected];
  let extra = [...failures];
  for (const rule of RULES) {
    const left: Expected[] = [];
    for (const one of missing) {
      const failure = extra.find((candidate) => rule(one, candidate));
      if (failure === undefined) left.push(one);
      else {
        pairs.push({ expected: one, failure });
        extra = extra.filter((candidate) => candidate !== failure);
      }
    }
    missing = left;
  }
  return { pairs, missing, extra };
}

function isNameOf({ nodeId }: Expected, failure: Failure): boolean {
  return nodeId !== null && failure.testName !== null && nodeId.endsWith(`::${failure.testName}`);
}
