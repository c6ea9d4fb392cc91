import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderSchema, SCHEMAS } from "../../.ci/schemas.ts";

test.each(Object.entries(SCHEMAS))("%s says what the code checks (npm run docs writes it)", (path, entry) => {
  expect(readFileSync(path, "utf8")).toBe(renderSchema(entry));
});
