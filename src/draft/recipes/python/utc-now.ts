import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { parentOf, sourceOf, walk } from "../../../syntax/tree.ts";
import { callOf, fullName, isRead } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { draftByLine, plainArguments, replaced, type Rewrite } from "./line-rewrite.ts";

const WANTED = { source: "datetime", name: "timezone" };

/** Naive times in UTC, where warnings are errors. */
export const utcNow: Recipe = {
  id: "utc-now",
  title: "`datetime.utcnow()` where warnings are errors: `datetime.now(timezone.utc)` without its zone",
  explanation:
    "Python 3.12 warns of `utcnow` and `utcfromtimestamp`, and this project takes warnings for errors; an aware time without its zone is the same value.",
  draft: (input) =>
    draftByLine(input, {
      message: /datetime\.(?:utcnow|utcfromtimestamp)\(\) is deprecated/,
      rationale: "The same naive time in UTC, made of an aware one: what the code compares and stores stays as it was.",
      rewrites: (module) => [...walk(module.tree)].flatMap((node) => rewriteOf(module, node) ?? []),
    }),
};

function rewriteOf(module: PythonModule, node: PythonNode): Rewrite | undefined {
  const name = node.kind === "Attribute" && isRead(node) ? fullName(module, node) : undefined;
  const call = callOf(module, node);
  if (name === "datetime.datetime.utcfromtimestamp") return call && ofTimestamp(module, call, typeOf(module, node));
  if (name !== "datetime.datetime.utcnow") return undefined;
  const isAlone = call ? plainArguments(call)?.length === 0 : isHandedOn(module, node);
  const text = (zone: string): string => `${typeOf(module, node)}.now(${zone}.utc).replace(tzinfo=None)`;
  return isAlone ? written(module, call ?? node, (zone) => (call ? text(zone) : `lambda: ${text(zone)}`)) : undefined;
}

/** `datetime` or `datetime.datetime`, as it is written in front of the method. */
function typeOf(module: PythonModule, method: PythonNode): string {
  return sourceOf(module, method).replace(/\s*\.\s*\w+$/, "");
}

/** Given to a call as a function: the default of a field or a column. */
function isHandedOn(module: PythonModule, node: PythonNode): boolean {
  return ["keyword", "Call"].includes(parentOf(module, node)?.kind ?? "");
}

function ofTimestamp(module: PythonModule, call: PythonNode, type: string): Rewrite | undefined {
  const [moment, ...others] = plainArguments(call) ?? [];
  if (!moment || others.length > 0) return undefined;
  const source = sourceOf(module, moment);
  return written(module, call, (zone) => `${type}.fromtimestamp(${source}, ${zone}.utc).replace(tzinfo=None)`);
}

function written(module: PythonModule, node: PythonNode, text: (zone: string) => string): Rewrite {
  return { node, wants: [WANTED], edits: (spelling) => [replaced(module, node, text(spelling(WANTED.name)))] };
}
