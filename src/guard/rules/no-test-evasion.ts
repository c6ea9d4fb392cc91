import type { PythonModule } from "../../domain/python.ts";
import { child, dottedName, walk } from "../../syntax/tree.ts";
import type { GuardRule } from "../rule.ts";

/** Calls that end, skip or expect failure of a test instead of making it pass. */
const EVASIONS = /^(pytest\.(skip|xfail|exit|importorskip)|unittest\.skip\w*|os\._exit|sys\.exit|exit|quit)$/;
/** Names by which code can tell that it is being tested. */
const TEST_MARKS = /PYTEST_CURRENT_TEST|PYTEST_VERSION|^_?pytest$/;

/** A patch may not add what makes a test green without mending the code. */
export const noTestEvasionRule: GuardRule = {
  id: "no-test-evasion",
  check({ before, after }) {
    return [...after].flatMap(([path, module]) => {
      const known = evasionsIn(before.get(path));
      return [...evasionsIn(module)]
        .filter(([what]) => !known.has(what))
        .map(([what, line]) => ({ rule: "no-test-evasion", path, line, reason: `adds \`${what}\`` }));
    });
  },
};

function evasionsIn(module: PythonModule | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const node of module ? walk(module.tree) : []) {
    const called = node.kind === "Call" ? dottedName(child(node, "func")) : undefined;
    if (called !== undefined && EVASIONS.test(called)) found.set(called, node.line);
    const value = node.kind === "Constant" ? node.fields["value"] : undefined;
    if (typeof value === "string" && TEST_MARKS.test(value)) found.set(value.slice(0, 80), node.line);
  }
  return found;
}
