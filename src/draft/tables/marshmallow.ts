import type { Library, RenamedKeyword } from "../../domain/library.ts";

const FIELDS =
  "AwareDateTime Bool Boolean Constant Date DateTime Decimal Dict Email Enum Field Float Function IP IPInterface IPv4 " +
  "IPv4Interface IPv6 IPv6Interface Int Integer List Mapping Method NaiveDateTime Nested Number Pluck Raw Str String Time " +
  "TimeDelta Tuple URL UUID Url";

/** Packages that have marshmallow's fields under their own name. */
const SOURCES = ["marshmallow.fields", "webargs.fields", "flask_marshmallow.fields"];

const RENAMED: readonly (readonly [old: string, fresh: string, since: string])[] = [
  ["default", "dump_default", "3.13"],
  ["dump_to", "data_key", "3.0"],
  ["load_from", "data_key", "3.0"],
  ["missing", "load_default", "3.13"],
];

const HOOKS = ["post_dump", "post_load", "pre_dump", "pre_load", "validates_schema"];

const keywords: readonly RenamedKeyword[] = [
  ...SOURCES.flatMap((source) =>
    FIELDS.split(" ").flatMap((field) =>
      RENAMED.map(([old, fresh, since]) => ({
        callable: `${source}.${field}`,
        old,
        new: fresh,
        checkedBy: "marshmallow.fields.Field",
        since,
      })),
    ),
  ),
  ...HOOKS.map((hook) => ({ callable: `marshmallow.${hook}`, old: "pass_many", new: "pass_collection", since: "4.0" })),
  { callable: "marshmallow.Schema", old: "strict", new: null, values: { True: "" } },
];

/** marshmallow, by what was tried with 2.21, 3.19 and 4.4. */
export const MARSHMALLOW: Library = {
  distribution: "marshmallow",
  names: [{ old: "marshmallow.pprint", new: "pprint.pprint" }],
  keywords,
};
