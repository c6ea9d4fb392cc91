import type { PythonModule } from "../../domain/python.ts";
import { child, children, word } from "../../syntax/tree.ts";
import { isReachable } from "../code/body.ts";
import { truthOf } from "../code/constant.ts";
import { walkNodes } from "../code/find.ts";
import { productOnly } from "../product-only.ts";
import type { GuardRule } from "../rule.ts";
import { type Kept, refuseRemoved } from "../removed.ts";

const RULE = "no-removed-validation";

/**
 * Product code keeps as many assertions, errors raised and errors handled as it had: a test that fails because the code
 * refuses something may be right or wrong, and only a person can tell. `raise NotImplementedError` may be replaced by work.
 */
export const noRemovedValidationRule: GuardRule = {
  id: RULE,
  check: (input) => refuseRemoved(RULE, productOnly(input), validationsIn),
};

const VALIDATING = new Set(["Assert", "Raise", "ExceptHandler"]);

/** What stands where it can run. */
function validationsIn(module: PythonModule): Kept[] {
  return walkNodes(module)
    .filter((node) => VALIDATING.has(node.kind) && isReachable(module, node))
    .flatMap((node) => {
      if (node.kind === "Assert" && truthOf(child(node, "test")) !== true)
        return [{ node, group: "assert", reason: "removes an `assert`" }];
      if (node.kind === "Raise" && !isPlaceholder(node)) return [{ node, group: "raise", reason: "removes a `raise`" }];
      const isHandler = node.kind === "ExceptHandler" && children(node, "body").some(({ kind }) => kind !== "Pass");
      return isHandler ? [{ node, group: "except", reason: "removes the handling of an error" }] : [];
    });
}

function isPlaceholder(node: Kept["node"]): boolean {
  const raised = child(node, "exc");
  const name = raised?.kind === "Call" ? child(raised, "func") : raised;
  return name !== undefined && word(name, "id") === "NotImplementedError";
}
