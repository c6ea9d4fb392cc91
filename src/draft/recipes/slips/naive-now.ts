import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, children, dottedName, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { knownUtc } from "../../names/known-utc.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { isBuiltinAt } from "./builtins.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";

/** The current time without a time zone, held against one that has a zone. */
export const naiveNow: Recipe = {
  id: "naive-now",
  title: "`datetime.now()` or `utcnow()` held against a time that has a zone",
  explanation:
    "Python does not compare a time that has a zone with one that has none, because nothing says which moment the latter is.",
  draft: (input) =>
    failingLines(input, MIXED)
      .flatMap((line) => draftAware(input, line))
      .slice(0, 1),
};

const MIXED = /^can't (?:compare|subtract) offset-naive and offset-aware datetimes/;
const NOW = "datetime.datetime.now";
const UTCNOW = "datetime.datetime.utcnow";

function draftAware(input: RecipeInput, line: FailingLine): RecipeDraft[] {
  const { module } = line;
  const pairs = line.nodes.flatMap((node) => pairsOf(node));
  const found = pairs.filter(([now, other]) => isNaiveNow(module, now) && !isNaiveNow(module, other));
  if (found.length === 0 || found.some(([, other]) => isStored(input, other))) return [];
  const zone = zoneIn(module);
  if (!zone) return [];
  const edits = found.map(([now]) => awareEdit(module, now, zone.spelling));
  if (edits.includes(undefined)) return [];
  return [{ edits: [...zone.edits, ...edits.flatMap((edit) => edit ?? [])], rationale: RATIONALE, leftAlone: [] }];
}

const RATIONALE =
  "The other time has a zone, so the current time gets one too; two times with zones are compared as moments, whatever their zones are.";

type Pair = readonly [PythonNode, PythonNode];

/** The operands of a comparison or subtraction, both ways round. */
function pairsOf(node: PythonNode): Pair[] {
  const left = child(node, "left");
  const right = node.kind === "Compare" ? children(node, "comparators")[0] : child(node, "right");
  const isOperation = node.kind === "Compare" ? children(node, "comparators").length === 1 : isSubtraction(node);
  return left && right && isOperation
    ? [
        [left, right],
        [right, left],
      ]
    : [];
}

function isSubtraction(node: PythonNode): boolean {
  return node.kind === "BinOp" && child(node, "op")?.kind === "Sub";
}

/** Written where it is compared, so that nothing else gets the changed value. */
function isNaiveNow(module: PythonModule, node: PythonNode): boolean {
  const name = node.kind === "Call" ? fullName(module, child(node, "func")) : undefined;
  const hasArguments = children(node, "args").length + children(node, "keywords").length > 0;
  return (name === NOW || name === UTCNOW) && !hasArguments;
}

const COLUMN = /^(Column|mapped_column|DateTimeField|DateTime|Mapped|Field)$/;

/** An attribute that a database column of the project has the name of: what is read back may have no zone any more. */
function isStored({ project }: RecipeInput, node: PythonNode): boolean {
  const name = node.kind === "Attribute" ? word(node, "attr") : undefined;
  if (name === undefined) return false;
  return [...project.modules.values()].some((module) =>
    [...walk(module.tree)].some((entry) => {
      const target = entry.kind === "Assign" ? children(entry, "targets")[0] : child(entry, "target");
      if (!/^(Assign|AnnAssign)$/.test(entry.kind) || dottedName(target) !== name) return false;
      const made = [...walk(entry)].some((part) => COLUMN.test(word(part, "id") ?? word(part, "attr") ?? ""));
      return made && !/timezone\s*=\s*True/.test(sourceOf(module, entry));
    }),
  );
}

interface Zone {
  readonly spelling: string;
  readonly edits: readonly Edit[];
}

/** How this file calls UTC; undefined where the name is taken. */
function zoneIn(module: PythonModule): Zone | undefined {
  const known = knownUtc(module);
  if (known !== undefined) return { spelling: known, edits: [] };
  if (!isBuiltinAt(module, module.tree, "timezone")) return undefined;
  const plan = planImports(module, [{ source: "datetime", name: "timezone" }]);
  return { spelling: `${plan.spelling("timezone")}.utc`, edits: plan.edits };
}

function awareEdit(module: PythonModule, now: PythonNode, zone: string): Edit | undefined {
  const callee = child(now, "func");
  if (!callee || !/^\s*\(\s*\)$/.test(module.text.slice(callee.end, now.end))) return undefined;
  const start = callee.end - (word(callee, "attr") ?? "").length;
  return { path: module.path, start, end: now.end, text: `now(${zone})` };
}
