import { CALLS_CASES } from "./slips/calls.ts";
import { DEFAULTS_CASES } from "./slips/defaults.ts";
import { NAMES_CASES } from "./slips/names.ts";
import { VALUES_CASES } from "./slips/values.ts";
import type { RealCase } from "./real-case.ts";

/** Plain slips of Python. */
export const SLIPS_CASES: readonly RealCase[] = [...CALLS_CASES, ...NAMES_CASES, ...DEFAULTS_CASES, ...VALUES_CASES];
