import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 collect young objects where they are instead of giving them more and more room: reading a big report makes
 * much garbage and keeps little. Costs a few percent of CPU and saves a quarter of the memory. For a whole process.
 */
export function keepYoungMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
