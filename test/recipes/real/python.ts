import { COROUTINES_CASES } from "./python/coroutines.ts";
import { MOVED_CASES } from "./python/moved.ts";
import { REMOVED_CASES } from "./python/removed.ts";
import { RENAMED_CASES } from "./python/renamed.ts";
import { VERSION_2_CASES } from "./python/version-2.ts";
import type { RealCase } from "./real-case.ts";

/** Code of older Pythons, and what Python's own library took away. */
export const PYTHON_CASES: readonly RealCase[] = [
  ...MOVED_CASES,
  ...RENAMED_CASES,
  ...VERSION_2_CASES,
  ...COROUTINES_CASES,
  ...REMOVED_CASES,
];
