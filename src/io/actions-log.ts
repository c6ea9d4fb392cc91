import { endGroup, info, startGroup, warning } from "@actions/core";
import type { Log } from "../ports.ts";
import { inertLines } from "../text/inert-line.ts";

/** The runner's log, a foldable group for each section; foreign text can start no workflow command. */
export function actionsLog(): Log {
  return {
    async section(title, work) {
      startGroup(inertLines(title).join(" ").slice(2));
      try {
        return await work();
      } finally {
        endGroup();
      }
    },
    info(message) {
      for (const line of inertLines(message)) info(line);
    },
    warning: (message) => warning(inertLines(message).join("\n")),
  };
}
