import type { GroupBaseline } from "../domain/case.ts";
import type { Tools } from "./tools.ts";
import { isDrafted } from "./verdicts.ts";

/** Marks the groups that a commit of ours was to mend: they are back, and another draft would go round in circles. */
export function withReturned(
  groups: readonly GroupBaseline[],
  { mendedBefore }: Pick<Tools, "mendedBefore">,
): readonly GroupBaseline[] {
  return groups.map((group) => {
    const reason = isDrafted(group) ? (mendedBefore?.(group.key) ?? null) : null;
    return reason === null
      ? group
      : { ...group, verdict: "returned", reason, evidence: [group.reason, ...group.evidence] };
  });
}
