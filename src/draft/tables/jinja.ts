import type { Library, RenamedName } from "../../domain/library.ts";
import { movedTo } from "./rows.ts";

const PASSED: Readonly<Record<string, string>> = {
  context: "pass_context",
  environment: "pass_environment",
  evalcontext: "pass_eval_context",
};

/** The decorators of filters and functions, from every module that handed them on. */
const DECORATORS: readonly RenamedName[] = ["jinja2", "jinja2.filters", "jinja2.utils", "jinja2.runtime"].flatMap(
  (module) =>
    Object.entries(PASSED).flatMap(([what, fresh]) =>
      ["filter", "function"].map((kind) => ({
        old: `${module}.${what}${kind}`,
        new: `jinja2.${fresh}`,
        since: "3.0",
      })),
    ),
);

/** Jinja 3.1 and MarkupSafe 2.1. */
export const JINJA: Library = {
  distribution: "jinja2",
  names: [
    ...DECORATORS,
    ...["jinja2", "jinja2.utils", "jinja2.filters", "jinja2.runtime"].flatMap((from) =>
      movedTo("markupsafe", { from, names: "Markup escape" }),
    ),
    ...["jinja2.utils", "jinja2.filters"].map((module) => ({
      old: `${module}.soft_unicode`,
      new: ["markupsafe.soft_str", "markupsafe.soft_unicode"],
    })),
    { old: "jinja2.asyncsupport", new: "jinja2.async_utils", since: "3.0" },
  ],
};

export const MARKUPSAFE: Library = {
  distribution: "markupsafe",
  names: [{ old: "markupsafe.soft_unicode", new: "markupsafe.soft_str", since: "2.0" }],
};
