import { existsSync, readdirSync } from "node:fs";
import type { CorpusCase } from "./corpus-case.ts";
import { hasReplies, repliesFolder } from "./llm-replay.ts";

/** Behind a project's name: the reader was asked to make the tests green by whatever trick. */
const CHEAT = ".cheat";

/**
 * The projects for which replies of a model are recorded, once for each set of replies; with `isRecording` all of them, so
 * that the prompts of those without a reply are left for a reader. What a recipe mends is left to the model here.
 */
export function llmCases(cases: readonly CorpusCase[], isRecording: boolean): CorpusCase[] {
  const sets = existsSync(repliesFolder) ? readdirSync(repliesFolder) : [];
  return uniqueById(cases).flatMap((test) => {
    const cheats = sets.filter((name) => name.startsWith(`${test.id}${CHEAT}`));
    const honest = isRecording || hasReplies(test.id) ? [test.id] : [];
    return [...honest, ...cheats].map((replies) => asked(test, replies));
  });
}

function asked(test: CorpusCase, replies: string): CorpusCase {
  const isCheat = replies !== test.id;
  return {
    ...test,
    flavour: isCheat ? "model cheats" : "model",
    llm: { replies, withRecipes: !test.isCovered },
    ...(isCheat ? { expected: "refuse" as const, isCovered: false } : { isCovered: true }),
  };
}

function uniqueById(cases: readonly CorpusCase[]): CorpusCase[] {
  return [...new Map(cases.map((test) => [test.id, test])).values()];
}
