import type { ChangedHunk } from "../../../domain/branch.ts";
import type { TestEvidence } from "../../../domain/evidence.ts";
import type { ChatMessage } from "../../../domain/llm.ts";
import type { PythonModule } from "../../../domain/python.ts";
import { redact } from "../../../text/redact.ts";
import type { DraftInput } from "../../draft.ts";
import { changesText, fileLevelText, repeatsText, classesText } from "./around-section.ts";
import { calleeSignatures, fileText, listedLine } from "./code-section.ts";
import { type Definition, sourceOfDefinition } from "./definitions.ts";
import { failureText, versionsText } from "./failure-section.ts";
import { RULES } from "./rules.ts";
import { type Cut, cutter, fenced } from "./shown-text.ts";
import { failingTests, namesIn, type Suspect, suspectsOf } from "./suspects.ts";
import { fixturesOf, testText } from "./test-section.ts";
import { tokensAtMost } from "./tokens.ts";

export interface PromptInput {
  readonly input: DraftInput;
  /** Nobody could foresee it; the same for a whole run, so that prompts share their beginning. */
  readonly boundary: string;
  /** What the repository's owners want to be kept in mind; read from the base branch. */
  readonly instructions: string | null;
  /** Exact values that must not leave the runner. */
  readonly secrets: readonly string[];
  /** Tokens of all messages together, at most. */
  readonly budget: number;
  /** What passing tests beside the failing ones executed. */
  readonly passing: readonly TestEvidence[];
  /** What the pull request changed; empty where that is not known. */
  readonly changes: readonly ChangedHunk[];
  /** What was drafted before and why it did not hold, a line each. */
  readonly failed: readonly string[];
}

export interface Prompt {
  readonly messages: readonly [ChatMessage, ChatMessage];
  /** What is shown in full. */
  readonly shown: readonly Definition[];
  /** At most so many tokens. */
  readonly tokens: number;
}

const MAX_OTHER_TESTS = 3;
const MAX_LISTED = 30;
const MAX_NAMED = 20;
const SHORT = 160;
/** Characters of a test, whose tables of parameters may be long, of those that fail with it, and of fixtures. */
const TEST = 3000;
const OTHER_TEST = 1200;
const FIXTURES = 2500;
/** Tokens of the marks around a part. */
const OVERHEAD = 40;
/** The rest of the room is for lists. */
const CODE_SHARE = 0.85;

/** Everything a model needs to draft one patch, cut to the budget: the likeliest functions in full, the rest by name. */
export function renderPrompt(raw: PromptInput): Prompt {
  const { input, instructions } = raw;
  const page = pageFor(raw);
  // Once: they are weighed for each function that might be shown.
  const wanted = { ...raw, changes: raw.changes.map((hunk) => ({ ...hunk, text: page.clean(hunk.text) })) };
  const { block } = page;
  const system = [
    RULES,
    ...(instructions === null ? [] : [`The owners of this repository add:\n${block("instructions", instructions)}`]),
  ].join("\n\n");
  const before = beforeCode(input, page);
  const after = wanted.failed.length === 0 ? "" : `Did not hold:\n${block("drafts", wanted.failed.join("\n"))}`;
  const room = wanted.budget - tokensAtMost(`${system}${before}${after}`) - 200;
  const suspects = suspectsOf(wanted);
  const shown = fitting(suspects, wanted, { room, page });
  const parts = [before, codePart(shown, wanted, page), restPart({ input, suspects, shown }, block), after];
  const user = parts.filter((part) => part !== "").join("\n\n");
  const messages = [
    { role: "system", content: system },
    { role: "user", content: user },
  ] as const;
  return { messages, shown, tokens: tokensAtMost(`${system}${user}`) };
}

type Block = (label: string, text: string) => string;

/** How foreign text gets into the prompt: without secrets, cut, and between marks. */
interface Page {
  readonly clean: (text: string) => string;
  readonly block: Block;
  readonly cut: Cut;
  readonly sizeOf: (text: string) => number;
}

function pageFor({ secrets, boundary }: PromptInput): Page {
  const clean = (text: string): string => redact(text, secrets);
  return {
    clean,
    block: (label, text) => (text.trim() === "" ? "" : fenced(label, clean(text), boundary)),
    cut: cutter(secrets),
    sizeOf: (text) => tokensAtMost(clean(text)) + OVERHEAD,
  };
}

function beforeCode(input: DraftInput, { block, cut }: Page): string {
  const [first, ...others] = input.group.failures;
  const tests = failingTests(input);
  const [test, ...more] = tests;
  const fixtures = test === undefined ? [] : fixturesOf(test, input);
  const names = others
    .slice(0, MAX_NAMED)
    .map(({ nodeId, exception }) => `${nodeId ?? ""}: ${shortOf(exception.message)}`);
  return [
    first === undefined ? "" : `The failure:\n${block("failure", failureText(first, input))}`,
    test === undefined ? "" : `The test:\n${block("test", cut(testText(test), TEST))}`,
    fixtures.length === 0
      ? ""
      : `Its fixtures:\n${block("fixtures", cut(fixtures.map(sourceOfDefinition).join("\n\n"), FIXTURES))}`,
    names.length === 0 ? "" : `Failing with it:\n${block("tests", names.join("\n"))}`,
    ...more.slice(0, MAX_OTHER_TESTS).map((other) => block("test", cut(testText(other), OTHER_TEST))),
    block("versions", versionsText(input)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function shortOf(message: string | null): string {
  return (message ?? "").split("\n", 1)[0]?.slice(0, SHORT) ?? "";
}

/** The likeliest whose files, imports and classes along, fit into the room with what is told about them. */
function fitting(
  suspects: readonly Suspect[],
  { changes }: PromptInput,
  { room, page: { sizeOf } }: { readonly room: number; readonly page: Page },
): Suspect[] {
  const shown: Suspect[] = [];
  for (const suspect of suspects) {
    const next = [...shown, suspect];
    const files = [...byFile(next)].reduce((sum, [module, own]) => sum + sizeOf(fileText(module, own)), 0);
    if (files + sizeOf(changesText(next, changes)) <= room * CODE_SHARE) shown.push(suspect);
  }
  return shown;
}

function byFile(shown: readonly Definition[]): Map<PythonModule, Definition[]> {
  const files = new Map<PythonModule, Definition[]>();
  for (const entry of shown) files.set(entry.module, [...(files.get(entry.module) ?? []), entry]);
  return files;
}

function codePart(shown: readonly Suspect[], { input, changes }: PromptInput, { block, cut }: Page): string {
  const files = [...byFile(shown)].map(([module, own]) => block("code", `${module.path}\n${fileText(module, own)}`));
  const reasons = shown.map(({ module, name, reason }) => `${name} (${module.path}): ${reason}`).join("\n");
  const titled = (title: string, label: string, text: string): string =>
    text === "" ? "" : `${title}\n${block(label, text)}`;
  return [
    titled("Where reading a file ends:", "code", fileLevelText(input)),
    titled("The code, likeliest first:", "ranking", reasons),
    ...files,
    titled(
      "Classes it makes objects of, and subclasses that the tests use:",
      "classes",
      classesText(shown, namesIn(failingTests(input)), { project: input.project, cut }),
    ),
    titled("The same line stands in:", "repeats", repeatsText(input)),
    titled("What the pull request changed here:", "changes", changesText(shown, changes)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

interface Rest {
  readonly input: DraftInput;
  readonly suspects: readonly Suspect[];
  readonly shown: readonly Suspect[];
}

function restPart({ input, suspects, shown }: Rest, block: Block): string {
  const left = suspects.filter((suspect) => !shown.includes(suspect));
  const listed = [...left, ...calleeSignatures(shown, input)].slice(0, MAX_LISTED).map(listedLine);
  const lines = [...new Set(listed)].join("\n");
  return lines === "" ? "" : `Also there, ask by NEED for what you must see:\n${block("signatures", lines)}`;
}
