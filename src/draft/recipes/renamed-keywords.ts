import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, sourceOf, walk, word } from "../../syntax/tree.ts";
import { worksBefore } from "../facts/support.ts";
import { dropArgument, type KeywordArgument, keywordIn, renameKeyword } from "../names/arguments.ts";
import { calledNames } from "../names/called.ts";
import { isConditional } from "../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../names/place.ts";
import { definesMember } from "../names/project-members.ts";
import type { Library, RenamedKeyword } from "../../domain/library.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

/** Keywords that a library's functions and classes no longer take. */
export const renamedKeywords: Recipe = {
  id: "renamed-keywords",
  title: "Keyword arguments that a library no longer takes: their new names, or none",
  explanation: "The installed version of a function or class no longer takes an argument that the code gives it.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

/** A row with the library it belongs to. */
interface Rule {
  readonly library: Library;
  readonly row: RenamedKeyword;
}

function draftAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const complaint = complaintIn(place.message);
  if (!complaint) return [];
  const rules = input.libraries.flatMap((library) => (library.keywords ?? []).map((row) => ({ library, row })));
  const about = rules.filter(({ row }) => row.old === complaint.keyword && isCalled(row, complaint.name));
  for (const rule of about) {
    const calls = callsOf(input, place.module, rule.row);
    const isShown = calls.some(({ call }) => isAtLine(place.module, call, place.frame.line));
    if (isShown && isThere(input, rule.row)) {
      const shown = { ...rule, calls };
      return [draftOf(input, place, [shown, ...alsoGone(input, place.module, { shown, rules })])];
    }
  }
  return [];
}

/** A row with the calls of a file to which it applies. */
interface FoundRule extends Rule {
  readonly calls: readonly FoundCall[];
}

/**
 * Rows whose keyword the installed signature lacks too, by the same signature that has the new one: each would be the next
 * failure of the file.
 */
function alsoGone(
  input: RecipeInput,
  module: PythonModule,
  { shown, rules }: { readonly shown: FoundRule; readonly rules: readonly Rule[] },
): FoundRule[] {
  return rules.flatMap((rule) => {
    const { callable, old, new: fresh, checkedBy } = rule.row;
    if (rule.row === shown.row || fresh === null || checkedBy !== undefined || callable.startsWith("*.")) return [];
    const calls = callsOf(input, module, rule.row).filter(
      ({ argument }) => !shown.calls.some((other) => isInside(argument, other.argument)),
    );
    const isGone = calls.length > 0 && isThere(input, rule.row) && !input.installed.accepts(callable, old);
    return isGone ? [{ ...rule, calls }] : [];
  });
}

interface Complaint {
  /** Last name of what was called, the class for an `__init__`; null where the message does not tell. */
  readonly name: string | null;
  readonly keyword: string;
}

/** What was called and what it was given: in the words of Python's functions, of those written in C, of asyncio, of pytest. */
const WORDINGS = [
  /(?<name>[\w.<>]{1,200})\(\) got an unexpected keyword argument '(?<keyword>\w{1,100})'/,
  /'(?<keyword>\w{1,100})' is an invalid keyword argument for (?<name>[\w.]{1,200})/,
  /the \*(?<keyword>\w{1,100})\* parameter was removed from (?<name>\w{1,200})\(\)/,
  /Invalid argument\(s\) '(?<keyword>\w{1,100})'(?:,'\w{1,100}'){0,20} sent to (?<name>\w{1,200})\(\)/,
  /Unexpected keyword arguments? passed to (?<name>[\w.]{1,200}): (?<keyword>\w{1,100})/,
];

function complaintIn(message: string): Complaint | undefined {
  for (const wording of WORDINGS) {
    const found = wording.exec(message.slice(0, 2000))?.groups;
    if (found) return { name: calledName(found["name"] ?? ""), keyword: found["keyword"] ?? "" };
  }
  return undefined;
}

function calledName(qualified: string): string | null {
  const parts = qualified.split(".").filter((part) => !/^__\w+__$|^<locals>$|^this$/.test(part));
  return parts.at(-1) ?? null;
}

/** A method of any object must be the one that complains; a dotted name is known by the imports. */
function isCalled({ callable }: RenamedKeyword, name: string | null): boolean {
  return !callable.startsWith("*.") || name === null || callable === `*.${name}`;
}

interface FoundCall {
  readonly call: PythonNode;
  readonly argument: KeywordArgument;
}

/** The calls of a file to which a row applies. */
function callsOf(input: RecipeInput, module: PythonModule, row: RenamedKeyword): FoundCall[] {
  const method = row.callable.startsWith("*.") ? row.callable.slice(2) : undefined;
  if (method !== undefined && definesMember(input.project, method)) return [];
  return [...walk(module.tree)].flatMap((call) => {
    const isMeant =
      call.kind === "Call" &&
      (method === undefined ? calledNames(input.project, module, call).includes(row.callable) : isMethod(call, method));
    const argument = isMeant ? keywordIn(module, call, row.old) : undefined;
    return argument && applies(module, { call, argument }, row) ? [{ call, argument }] : [];
  });
}

function isMethod(call: PythonNode, name: string): boolean {
  const called = child(call, "func");
  return called?.kind === "Attribute" && word(called, "attr") === name;
}

/** The value is one that the row speaks of, the new keyword is not given too, and no code here decides by version. */
function applies(module: PythonModule, { call, argument }: FoundCall, { new: fresh, values }: RenamedKeyword): boolean {
  const isMeant = values === undefined || Object.hasOwn(values, sourceOf(module, argument.value));
  const isTwice = children(call, "keywords").some((entry) => word(entry, "arg") === fresh);
  return isMeant && !isTwice && !isConditional(module, call);
}

/** The installed signature has the new keyword, as far as the row lets us ask. */
function isThere({ installed }: RecipeInput, { callable, new: fresh, checkedBy }: RenamedKeyword): boolean {
  const signature = checkedBy === undefined && !callable.startsWith("*.") ? callable : checkedBy;
  return fresh === null || signature === undefined || signature === null || installed.accepts(signature, fresh);
}

function draftOf(input: RecipeInput, { module }: OwnPlace, found: readonly FoundRule[]): RecipeDraft {
  return {
    edits: found.flatMap(({ row, calls }) =>
      calls
        .filter(({ argument }) => !calls.some((other) => isInside(argument, other.argument)))
        .flatMap(({ argument }) => editsOf(module, argument, row)),
    ),
    rationale: [...new Set(found.map((rule) => rationaleOf(input, rule)))].join(" "),
    leftAlone: [],
    mayEditTests: input.project.guarded.has(module.path),
  };
}

function rationaleOf({ support }: RecipeInput, { library, row }: Rule): string {
  const became = row.new === null ? "is no longer there" : `is now \`${row.new}\``;
  const isTooNew = worksBefore(support, library.distribution, row.since);
  const warning = isTooNew ? ` The project also names versions before ${row.since}, which lack it.` : "";
  return `The argument \`${row.old}\` ${became}.${warning}`;
}

/** In the value of another one, which is changed as a whole. */
function isInside(argument: KeywordArgument, other: KeywordArgument): boolean {
  return argument !== other && other.start <= argument.start && argument.end <= other.end;
}

function editsOf(module: PythonModule, argument: KeywordArgument, { new: fresh, values }: RenamedKeyword): Edit[] {
  if (fresh === null) return [dropArgument(module, argument)];
  const value = values?.[sourceOf(module, argument.value)];
  const renamed = renameKeyword(module, argument, fresh);
  const { start, end } = argument.value;
  return value === undefined ? [renamed] : [renamed, { path: module.path, start, end, text: value }];
}
