import type { RefusalReason } from "../../domain/patch.ts";
import type { PythonModule, PythonNode, PythonValue } from "../../domain/python.ts";
import { child, children, isNode, walk, word } from "../../syntax/tree.ts";
import { DJANGO_TEST_ALIASES, UNITTEST_ALIASES } from "../../syntax/moved-standard-names.ts";
import { codeOf } from "../code/constant.ts";
import { keepsCallShape } from "../code/call-shape.ts";
import { asCalledToday } from "../code/gone-keywords.ts";
import { meaningsOf } from "../code/meaning.ts";
import { mentionsIn } from "../code/mentions.ts";
import { isFixture, isFixtureDecorator, isMark, withoutSetupShape } from "../code/test-setup.ts";
import type { GuardInput, GuardRule } from "../rule.ts";

const RULE = "test-edit";

/**
 * In a test file only imports and the shape of calls may change, what is awaited, and how a fixture is declared and asked
 * for: every test, assertion, expected value, parameter and branch stays as it was. Which candidates may touch tests at all is for the rule on paths.
 */
export const testEditRule: GuardRule = {
  id: RULE,
  check: (input) => [...input.after.values()].flatMap((module) => compareTests(input, module)),
};

function compareTests(input: GuardInput, after: PythonModule): RefusalReason[] {
  const isTest = input.guardedFiles.has(after.path);
  if (!isTest || !input.candidate.mayEditTests) return [];
  const before = input.before.get(after.path);
  const difference = before
    ? (mockIn(before, after) ?? bodyDifference({ before, after }, before.tree, after.tree))
    : { line: null, reason: "could not be read before the patch: nothing tells what the tests expected" };
  return difference ? [{ rule: RULE, path: after.path, ...difference }] : [];
}

interface Difference {
  readonly line: number | null;
  readonly reason: string;
}

interface Pair {
  readonly before: PythonModule;
  readonly after: PythonModule;
}

/** A stand-in that is equal to everything comes from there. */
function mockIn(before: PythonModule, after: PythonModule): Difference | undefined {
  const isMock = (dotted: string): boolean => /^(unittest\.)?mock(\.|$)/.test(dotted);
  const old = new Set(mentionsIn(before).map(({ dotted }) => dotted));
  const fresh = mentionsIn(after).find(({ dotted }) => isMock(dotted) && !old.has(dotted));
  return fresh && { line: fresh.node.line, reason: `brings \`${fresh.dotted}\` into a test` };
}

/** Bodies of the same owner, statement by statement; imports come and go. */
function bodyDifference(pair: Pair, before: PythonNode, after: PythonNode): Difference | undefined {
  for (const field of ["body", "handlers", "orelse", "finalbody", "cases"]) {
    const [old, now] = [statements(before, field), statements(after, field)];
    if (old.length > now.length)
      return { line: after.line > 0 ? after.line : null, reason: "removes a statement from a test file" };
    if (old.length < now.length)
      return { line: now.at(old.length)?.line ?? null, reason: "adds a statement to a test file" };
    for (const [index, statement] of old.entries()) {
      const found = now[index] && statementDifference(pair, statement, now[index]);
      if (found) return found;
    }
  }
  return undefined;
}

function statements(owner: PythonNode, field: string): PythonNode[] {
  return children(owner, field).filter(({ kind }) => kind !== "Import" && kind !== "ImportFrom");
}

function statementDifference(pair: Pair, before: PythonNode, after: PythonNode): Difference | undefined {
  if (plainKind(before) !== plainKind(after)) return differs(after, "changes the structure of a test file");
  if (before.kind === "Assert")
    return isSameExpectation(before, after) ? undefined : differs(after, "changes an assertion");
  if (plainKind(before) === "FunctionDef") return functionDifference(pair, before, after);
  if (isCompound(before)) return headDifference(pair, before, after) ?? bodyDifference(pair, before, after);
  const isAssertion = [...walk(before), ...walk(after)].some((node) => isAssertingCall(node));
  const isKept = isAssertion ? isSameExpectation(before, after) : keepsCallShape(pair, before, after);
  if (isKept) return undefined;
  return differs(after, isAssertion ? "changes an assertion" : "changes more than the shape of a call");
}

function differs(node: PythonNode, reason: string): Difference {
  return { line: node.line, reason };
}

function plainKind({ kind }: PythonNode): string {
  return kind.replace(/^Async/, "");
}

function isCompound(node: PythonNode): boolean {
  return children(node, "body").length > 0;
}

function functionDifference(pair: Pair, before: PythonNode, after: PythonNode): Difference | undefined {
  if (!hasSameDecorators(pair, before, after)) return differs(after, "changes the decorators of a test");
  const plain = withoutSetupShape(pair, { before, after });
  return headDifference(pair, plain.before, plain.after) ?? bodyDifference(pair, plain.before, plain.after);
}

/** Everything of a compound statement but its bodies. */
function headDifference(pair: Pair, before: PythonNode, after: PythonNode): Difference | undefined {
  if (plainKind(before) === "With") {
    const isKept = isAsserting(before) ? isSame(items(before), items(after)) : keepsCallShape(pair, before, after);
    return isKept && !isAsserting(after) === !isAsserting(before)
      ? undefined
      : differs(after, "changes what a block is run in");
  }
  const names = Object.keys(before.fields).filter((name) => !BODIES.has(name));
  const isSameHead = names.every((name) => isSame(before.fields[name], after.fields[name]));
  return isSameHead ? undefined : differs(after, "changes the structure of a test file");
}

const BODIES = new Set(["body", "handlers", "orelse", "finalbody", "cases", "type_comment", "decorator_list"]);

function items(statement: PythonNode): PythonValue {
  return statement.fields["items"] ?? null;
}

function isAsserting(statement: PythonNode): boolean {
  return children(statement, "items").some((item) => [...walk(item)].some((node) => isAssertingCall(node)));
}

/** `self.assertEqual`, `pytest.raises`, `mock.assert_called_once`, `pytest.fail`. */
function isAssertingCall(node: PythonNode): boolean {
  if (node.kind !== "Call") return false;
  const called = child(node, "func");
  const name = called && (word(called, "attr") ?? word(called, "id"));
  return /^(assert|fail|raises$|warns$|deprecated_call$|approx$)/.test(name ?? "");
}

/**
 * No decorator goes, but a mark on a fixture, which has no effect there; an asynchronous test may get the marker it needs,
 * and a fixture become an asynchronous one.
 */
function hasSameDecorators({ before, after }: Pair, old: PythonNode, now: PythonNode): boolean {
  const [had, has] = [children(old, "decorator_list"), children(now, "decorator_list")];
  const codes = {
    had: had.map((node) => decoratorCode(before, node)),
    has: has.map((node) => decoratorCode(after, node)),
  };
  const lost = without(had, codes.had, codes.has);
  const fresh = without(has, codes.has, codes.had);
  const isMarker = (node: PythonNode): boolean =>
    meaningsOf(after, node).some((dotted) => /^pytest\.mark\.(asyncio|anyio)$/.test(dotted));
  const isMarkOfFixture = (node: PythonNode): boolean => isFixture(after, now) && isMark(before, node);
  return lost.every(isMarkOfFixture) && fresh.every(isMarker);
}

/** The nodes whose code is there more often than among the others. */
function without(nodes: readonly PythonNode[], codes: readonly string[], others: readonly string[]): PythonNode[] {
  const left = [...others];
  return nodes.filter((_node, at) => {
    const index = left.indexOf(codes[at] ?? "");
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function decoratorCode(module: PythonModule, node: PythonNode): string {
  if (!isFixtureDecorator(module, node)) return codeOf(node);
  return `fixture ${codeOf(node.fields["args"] ?? [])} ${codeOf(node.fields["keywords"] ?? [])}`;
}

/** The same code; awaiting more is fine, awaiting less would make a coroutine the result, which is always true. */
function isSameExpectation(before: PythonNode, after: PythonNode): boolean {
  const awaits = (node: PythonNode): number => [...walk(node)].filter(({ kind }) => kind === "Await").length;
  return isSame(before, after) && awaits(after) >= awaits(before);
}

function isSame(before: PythonValue | undefined, after: PythonValue | undefined): boolean {
  return codeOf(normalised(before)) === codeOf(normalised(after));
}

/** Without `await`, with unittest's names as Python 3.12 has them, Django's as 5.1 and pytest's keywords as they are today. */
function normalised(value: PythonValue | undefined): PythonValue {
  if (Array.isArray(value)) return value.map((entry: PythonValue) => normalised(entry));
  if (!isNode(value)) return value ?? null;
  if (value.kind === "Await") return normalised(value.fields["value"]);
  const fields = Object.entries(asCalledToday(value).fields).map(([name, field]) => [
    name,
    name === "attr" && typeof field === "string" ? (RENAMED[field] ?? field) : normalised(field),
  ]);
  return { ...value, kind: plainKind(value), fields: Object.fromEntries(fields) };
}

const RENAMED: Readonly<Record<string, string>> = Object.fromEntries([...UNITTEST_ALIASES, ...DJANGO_TEST_ALIASES]);
