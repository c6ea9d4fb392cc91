import type { PythonModule } from "../../domain/python.ts";
import { ancestorsOf, child, parentOf, word } from "../../syntax/tree.ts";
import { refuseAdded } from "../added.ts";
import { walkNodes } from "../code/find.ts";
import type { Mention } from "../code/mentions.ts";
import { mentionRule } from "../mention-rule.ts";
import type { GuardRule } from "../rule.ts";

const WHY = "which can end the test run or cut it short";

const mentioned = mentionRule({
  id: "no-exit",
  names: [
    "builtins.exit",
    "builtins.quit",
    "builtins.SystemExit",
    "builtins.KeyboardInterrupt",
    "sys.exit",
    "os._exit",
    "os.abort",
    "os.kill",
    "os.killpg",
    "posix",
    "signal",
    "pytest.exit",
    "atexit",
    "_thread.interrupt_main",
    "faulthandler",
  ],
  why: WHY,
  counts: (module, mention) => !isCaught(module, mention),
});

/** A patch may not end the process, nor stop pytest in any other way than by a failure. */
export const noExitRule: GuardRule = {
  id: "no-exit",
  check(input) {
    const hidden = refuseAdded("no-exit", input, (module) =>
      walkNodes(module)
        .filter((node) => word(node, "attr") === "_exit")
        .map((node) => ({ node, reason: `adds \`os._exit\`, ${WHY}` })),
    );
    const said = mentioned.check(input);
    const lines = new Set(said.map(({ path, line }) => `${path} ${line}`));
    return [...said, ...hidden.filter(({ path, line }) => !lines.has(`${path} ${line}`))];
  },
};

/** Naming an exception to catch it, or to ask what was caught, ends nothing. */
function isCaught(module: PythonModule, { node, isImport }: Mention): boolean {
  if (isImport) return false;
  let inner = node;
  for (const outer of ancestorsOf(module, node)) {
    if (outer.kind === "ExceptHandler") return child(outer, "type") === inner;
    if (outer.kind !== "Tuple" && outer.kind !== "Attribute") break;
    inner = outer;
  }
  const parent = parentOf(module, node);
  return parent?.kind === "Call" && word(child(parent, "func") ?? parent, "id") === "isinstance";
}
