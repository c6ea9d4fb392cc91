import type { PythonNode } from "../../domain/python.ts";
import { child, children, word } from "../../syntax/tree.ts";

/** Keyword arguments that pytest no longer takes, by the function's last name: what each is called now, or null. */
const GONE: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  skip: { msg: "reason" },
  fail: { msg: "reason" },
  exit: { msg: "reason" },
  raises: { message: null },
};

/** A call of pytest's functions with the keywords that they take today; any other node as it is. */
export function asCalledToday(node: PythonNode): PythonNode {
  const called = node.kind === "Call" ? child(node, "func") : undefined;
  const name = called && (word(called, "attr") ?? word(called, "id"));
  const gone = name !== undefined && Object.hasOwn(GONE, name) ? GONE[name] : undefined;
  if (!gone) return node;
  const keywords = children(node, "keywords").flatMap((keyword) => {
    const fresh = gone[word(keyword, "arg") ?? ""];
    if (fresh === null) return [];
    return fresh === undefined ? [keyword] : [{ ...keyword, fields: { ...keyword.fields, arg: fresh } }];
  });
  return { ...node, fields: { ...node.fields, keywords } };
}
