import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, word } from "../../syntax/tree.ts";
import { refuseAdded } from "../added.ts";
import { walkNodes } from "../code/find.ts";
import { mentionRule } from "../mention-rule.ts";
import type { GuardInput, GuardRule } from "../rule.ts";

const WHY = "which keeps a test from being run or judged";

const mentioned = mentionRule({
  id: "no-skip",
  names: [
    "pytest.skip",
    "pytest.xfail",
    "pytest.importorskip",
    "pytest.mark.skip",
    "pytest.mark.skipif",
    "pytest.mark.xfail",
    "_pytest.outcomes",
    "_pytest.skipping",
    "unittest.skip",
    "unittest.skipIf",
    "unittest.skipUnless",
    "unittest.SkipTest",
    "unittest.case",
    "unittest.expectedFailure",
  ],
  why: WHY,
});

/** What pytest and unittest read from a module, a class or a function to leave tests out. */
const SWITCHES = /^(__test__|__unittest_skip__|collect_ignore|collect_ignore_glob|pytestmark)$/;

/** A patch may not leave a test out, or expect it to fail. */
export const noSkipRule: GuardRule = {
  id: "no-skip",
  check(input: GuardInput) {
    return [...mentioned.check(input), ...refuseAdded("no-skip", input, switchesIn)];
  },
};

function switchesIn(module: PythonModule): { node: PythonNode; reason: string }[] {
  return walkNodes(module).flatMap((node) => {
    const isStore = child(node, "ctx")?.kind === "Store";
    const name = (isStore ? word(node, "id") : undefined) ?? word(node, "attr") ?? "";
    return SWITCHES.test(name) || name === "skipTest" || name === "importorskip"
      ? [{ node, reason: `adds \`${name}\`, ${WHY}` }]
      : [];
  });
}
