import type { Library } from "../../domain/library.ts";

/** pytest's own functions. */
export const PYTEST: Library = {
  distribution: "pytest",
  keywords: [
    { callable: "pytest.skip", old: "msg", new: "reason", checkedBy: null, since: "7.0" },
    { callable: "pytest.fail", old: "msg", new: "reason", checkedBy: null, since: "7.0" },
    { callable: "pytest.exit", old: "msg", new: "reason", checkedBy: null, since: "7.0" },
    // What was printed when nothing was raised; `match` is something else.
    { callable: "pytest.raises", old: "message", new: null },
  ],
};
