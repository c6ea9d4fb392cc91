import type { PythonNode } from "../../domain/python.ts";
import { child, children, word } from "../../syntax/tree.ts";

/**
 * Keyword arguments that pytest and click's runner of tests no longer take, by the function's last name: what each is
 * called now, or null.
 */
const GONE: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  skip: { msg: "reason" },
  fail: { msg: "reason" },
  exit: { msg: "reason" },
  raises: { message: null },
  CliRunner: { mix_stderr: null },
};

/** The keyword arguments of a call that are to be dropped. */
export function droppedKeywords(node: PythonNode): readonly PythonNode[] {
  const gone = goneFrom(node);
  return gone ? children(node, "keywords").filter((keyword) => gone[word(keyword, "arg") ?? ""] === null) : [];
}

/** A call of these functions with the keywords that they take today; any other node as it is. */
export function asCalledToday(node: PythonNode): PythonNode {
  const gone = goneFrom(node);
  if (!gone) return node;
  const keywords = children(node, "keywords").flatMap((keyword) => {
    const fresh = gone[word(keyword, "arg") ?? ""];
    if (fresh === null) return [];
    return fresh === undefined ? [keyword] : [{ ...keyword, fields: { ...keyword.fields, arg: fresh } }];
  });
  return { ...node, fields: { ...node.fields, keywords } };
}

function goneFrom(node: PythonNode): Readonly<Record<string, string | null>> | undefined {
  const called = node.kind === "Call" ? child(node, "func") : undefined;
  const name = called && (word(called, "attr") ?? word(called, "id"));
  return name !== undefined && Object.hasOwn(GONE, name) ? GONE[name] : undefined;
}
