import type { PythonModule } from "../../domain/python.ts";
import { child, children, word } from "../../syntax/tree.ts";
import { type Finding, refuseAdded } from "../added.ts";
import { walkNodes } from "../code/find.ts";
import { mentionRule } from "../mention-rule.ts";
import type { GuardRule } from "../rule.ts";

const RULE = "no-silenced-warning";
const WHY = "which hides what Python and libraries have to say";

const mentioned = mentionRule({
  id: RULE,
  names: [
    "warnings.filterwarnings",
    "warnings.simplefilter",
    "warnings.catch_warnings",
    "warnings.resetwarnings",
    "sys.warnoptions",
    "logging.disable",
    "logging.captureWarnings",
  ],
  why: WHY,
});

/** A patch may not silence warnings or logs. */
export const noSilencedWarningRule: GuardRule = {
  id: RULE,
  check: (input) => [...mentioned.check(input), ...refuseAdded(RULE, input, switchedOff)],
};

/** `logger.disabled = True` */
function switchedOff(module: PythonModule): Finding[] {
  return walkNodes(module).flatMap((node) => {
    if (node.kind !== "Assign" || child(node, "value")?.fields["value"] !== true) return [];
    const isSwitch = children(node, "targets").some((target) => word(target, "attr") === "disabled");
    return isSwitch ? [{ node, reason: `sets \`disabled\`, ${WHY}` }] : [];
  });
}
