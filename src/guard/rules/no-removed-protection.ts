import type { PythonModule } from "../../domain/python.ts";
import { child, dottedName, word } from "../../syntax/tree.ts";
import { isReachable } from "../code/body.ts";
import { walkNodes } from "../code/find.ts";
import { productOnly } from "../product-only.ts";
import type { GuardRule } from "../rule.ts";
import { type Kept, refuseRemoved } from "../removed.ts";

const RULE = "no-removed-protection";

/** Words by which code names what keeps people out or lets them in; the group is what they have in common. */
const PROTECTING =
  /^(?:(auth|oauth2?|login|perms?|permissions?|csrf|checks?|checked|checker|limiter)$|(authori[sz]|authenticat|verif|validat|requir|ensur|saniti[sz]|escap|throttl))/;

/** Decorators, dependencies and calls that protect something stay, as many of each kind as there were. */
export const noRemovedProtectionRule: GuardRule = {
  id: RULE,
  check: (input) => refuseRemoved(RULE, productOnly(input), protectionsIn),
};

function protectionsIn(module: PythonModule): Kept[] {
  return walkNodes(module).flatMap((node) => {
    if (child(node, "ctx")?.kind !== "Load") return isReachable(module, node) ? dependency(node) : [];
    const name = word(node, "attr") ?? word(node, "id") ?? "";
    const stem = stemOf(name);
    return stem === undefined
      ? []
      : [{ node, group: stem, reason: `removes \`${name}\`, which may protect something` }];
  });
}

/** FastAPI's dependencies; the session among them may become another one, but none may go. */
function dependency(node: Kept["node"]): Kept[] {
  const name = node.kind === "Call" ? dottedName(child(node, "func"))?.split(".").at(-1) : undefined;
  if (name !== "Depends" && name !== "Security") return [];
  return [{ node, group: "dependency", reason: `removes a \`${name}(...)\`, which may protect something` }];
}

function stemOf(name: string): string | undefined {
  for (const part of name.split(/_|(?<=[a-z0-9])(?=[A-Z])/)) {
    const match = PROTECTING.exec(part.toLowerCase());
    if (match) return match[1] ?? match[2];
  }
  return undefined;
}
