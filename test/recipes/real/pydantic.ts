import type { RealCase } from "./real-case.ts";
import { PYDANTIC_FIELDS_CASES } from "./pydantic/fields.ts";
import { PYDANTIC_MODELS_CASES } from "./pydantic/models.ts";

export const PYDANTIC_CASES: readonly RealCase[] = [...PYDANTIC_FIELDS_CASES, ...PYDANTIC_MODELS_CASES];
