import { child, children } from "../../syntax/tree.ts";
import type { PythonNode } from "../../domain/python.ts";
import { codeOf, textOf } from "../code/constant.ts";
import { wholeOf } from "../code/mentions.ts";
import { mentionRule } from "../mention-rule.ts";

/**
 * A patch may not look into the environment: a test run differs from production there, and secrets are in it. What is
 * done with a variable that is read already, its default among it, may change.
 */
export const noEnvironmentReadRule = mentionRule({
  id: "no-environment-read",
  names: [
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getenvb",
    "posix.environ",
    "os.path.expandvars",
    "nt.environ",
    "dotenv",
    "decouple",
    "environs",
    "environ.Env",
    "getpass",
  ],
  why: "which reads the environment",
  keyOf: (module, { node, isImport }) => (isImport ? `import ${codeOf(node)}` : variableOf(wholeOf(module, node))),
});

/** The variable's name where it is a literal, else the whole expression. */
function variableOf(node: PythonNode): string {
  const slice = child(node, "slice");
  const argument =
    node.kind === "Call" ? children(node, "args")[0] : slice?.kind === "Index" ? child(slice, "value") : slice;
  return textOf(argument) ?? codeOf(node);
}
