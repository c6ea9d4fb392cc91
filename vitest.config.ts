import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/unit/**/*.test.ts",
      "test/recipes/**/*.test.ts",
      "test/contract/**/*.test.ts",
      "test/property/**/*.test.ts",
      "test/integration/**/*.test.ts",
    ],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
