import { expect, test } from "vitest";
import { draftingSeconds, isTimeUp } from "../../../src/verify/time-budget.ts";

test("drafting may take half an hour, or as long as one run of the tests", () => {
  expect([1, 1800, 3600].map(draftingSeconds)).toEqual([1800, 1800, 3600]);
});

test("the time is up at its last moment, by a clock that starts anywhere", () => {
  const at = (now: number): boolean => isTimeUp({ startedAt: 5000, now, limitSeconds: 2 });
  expect([at(5000), at(6999), at(7000), at(9000)]).toEqual([false, false, true, true]);
});
