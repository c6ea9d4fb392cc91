import type { CandidatePatch, Edit } from "../domain/patch.ts";
import { applyEdits } from "../text/apply-edits.ts";
import { diffLines, splitLines } from "../text/line-diff.ts";
import type { Sources } from "./sources.ts";
import { type Trial, type TrialInput, tryOut } from "./try-out.ts";
import type { Tools } from "./tools.ts";

/** Each part left out costs a run of the targets; of more hunks than these, neighbours go together. */
const MAX_PARTS = 6;

interface Tried {
  readonly candidate: CandidatePatch;
  readonly trial: Trial;
}

interface Smallest extends Tried {
  /** The candidate as it was drafted, where something of it was left out: other tests than the targets may need that. */
  readonly whole: Tried | null;
}

/** The trial of a candidate; of one that holds, the trial of what is left of it without the parts that nothing needs. */
export async function trySmallest(input: TrialInput, sources: Sources, tools: Tools): Promise<Smallest> {
  const whole: Tried = { candidate: input.candidate, trial: await tryOut(input, sources, tools) };
  if (whole.trial.verdict.kind !== "plausible") return { ...whole, whole: null };
  const smallest = await minimise(whole, input, { sources, tools });
  return { ...smallest, whole: smallest.candidate === whole.candidate ? null : whole };
}

/**
 * A candidate that holds, without the parts that its targets pass without: each is left out once, the last of a file
 * first, since what stands above (an import) often only serves what stands below. A recipe's edits belong together and
 * stay as they are.
 */
async function minimise(
  { candidate, trial }: Tried,
  input: Omit<TrialInput, "candidate">,
  { sources, tools }: { readonly sources: Sources; readonly tools: Tools },
): Promise<Tried> {
  const texts = new Map([...input.project.modules].map(([path, module]) => [path, module.text]));
  const parts = candidate.origin.kind === "llm" ? partsOf(candidate, texts) : [];
  let best: Tried & { readonly parts: readonly (readonly Edit[])[] } = { candidate, trial, parts };
  for (const part of parts.toReversed()) {
    const rest = best.parts.filter((entry) => entry !== part);
    if (rest.length === 0) break;
    const smaller: CandidatePatch = { ...candidate, edits: rest.flat() };
    const tried = await tryOut({ ...input, candidate: smaller, files: [] }, sources, tools);
    if (tried.verdict.kind === "plausible") best = { candidate: smaller, trial: tried, parts: rest };
  }
  return { candidate: best.candidate, trial: best.trial };
}

/** The change as hunks of lines, in order, at most so many parts; nothing when there is only one. */
export function partsOf(candidate: CandidatePatch, texts: ReadonlyMap<string, string>): readonly (readonly Edit[])[] {
  const paths = new Set(candidate.edits.map((edit) => edit.path));
  const hunks = [...paths].flatMap((path) => hunksOf(candidate, path, texts.get(path) ?? ""));
  if (hunks.length < 2) return [];
  const size = Math.ceil(hunks.length / MAX_PARTS);
  const count = Math.ceil(hunks.length / size);
  return Array.from({ length: count }, (_, at) => hunks.slice(at * size, (at + 1) * size));
}

function hunksOf({ edits }: CandidatePatch, path: string, text: string): Edit[] {
  const changed = applyEdits(
    text,
    edits.filter((edit) => edit.path === path),
  );
  if (typeof changed !== "string") return [];
  const [before, after] = [splitLines(text), splitLines(changed)];
  const starts = startsOf(before);
  return diffLines(before, after).map(({ beforeStart, beforeEnd, afterStart, afterEnd }) => ({
    path,
    start: starts[beforeStart] ?? text.length,
    end: starts[beforeEnd] ?? text.length,
    text: after.slice(afterStart, afterEnd).join(""),
  }));
}

/** Where each line starts. */
function startsOf(lines: readonly string[]): number[] {
  let position = 0;
  return lines.map((line) => {
    const start = position;
    position += line.length;
    return start;
  });
}
