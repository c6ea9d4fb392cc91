import type { PythonModule } from "../domain/python.ts";
import type { GuardInput } from "./rule.ts";

/** The same patch without the test files that it changes. */
export function productOnly(input: GuardInput): GuardInput {
  const without = (modules: ReadonlyMap<string, PythonModule>): ReadonlyMap<string, PythonModule> =>
    new Map([...modules].filter(([path]) => !input.guardedFiles.has(path)));
  return { ...input, before: without(input.before), after: without(input.after) };
}
