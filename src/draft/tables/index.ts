import type { Library } from "./library.ts";
import { NUMPY } from "./numpy.ts";
import { PYTHON } from "./python.ts";

/** Every library whose changes are known. */
export const LIBRARIES: readonly Library[] = [PYTHON, NUMPY];
