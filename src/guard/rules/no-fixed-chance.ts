import { child, children, parentOf } from "../../syntax/tree.ts";
import type { PythonModule } from "../../domain/python.ts";
import type { Mention } from "../code/mentions.ts";
import { mentionRule } from "../mention-rule.ts";

/** A patch may not make a test pass by waiting, or by fixing what is random. */
export const noFixedChanceRule = mentionRule({
  id: "no-fixed-chance",
  names: [
    "random.seed",
    "random.setstate",
    "numpy.random.seed",
    "torch.manual_seed",
    "freezegun",
    "time_machine",
    "time.sleep",
    "asyncio.sleep",
    "anyio.sleep",
    "trio.sleep",
  ],
  why: "which makes the outcome depend on chance or time being as in the test",
  counts: (module, mention) => !isYielding(module, mention),
});

/** `sleep(0)` only lets others run; importing the name does nothing yet. */
function isYielding(module: PythonModule, { dotted, node, isImport }: Mention): boolean {
  if (!dotted.endsWith(".sleep")) return false;
  if (isImport) return true;
  const call = parentOf(module, node);
  const isCall = call?.kind === "Call" && child(call, "func") === node;
  return isCall && children(call, "args")[0]?.fields["value"] === 0;
}
