import { describe, expect, test } from "vitest";
import type { HostFailure } from "../../../src/domain/pull-request.ts";
import { createPatience } from "../../../src/io/github-patience.ts";
import { stillClock } from "../../support/still-clock.ts";

function failure(kind: HostFailure["kind"], waitSeconds?: number): HostFailure {
  return { kind, message: "", needs: null, ...(waitSeconds === undefined ? {} : { waitSeconds }) };
}

describe("waiting", () => {
  test("as long as GitHub says, until the budget is spent", async () => {
    const clock = stillClock();
    const patience = createPatience(clock);
    expect(await patience.wait(failure("limited", 72), 1)).toBe(true);
    expect(await patience.wait(failure("limited", 100), 1)).toBe(true);
    expect(await patience.wait(failure("limited", 29), 1)).toBe(false);
    expect(await patience.wait(failure("limited", 28), 1)).toBe(true);
    expect(clock.sleeps).toEqual([72, 100, 28]);
  });

  test("a minute when GitHub doesn't say, then two, then no more", async () => {
    const clock = stillClock();
    const patience = createPatience(clock);
    expect(await patience.wait(failure("limited"), 1)).toBe(true);
    expect(await patience.wait(failure("limited"), 2)).toBe(true);
    expect(await patience.wait(failure("limited"), 1)).toBe(false);
    expect(clock.sleeps).toEqual([60, 120]);
  });

  test("not at all for what is longer than the budget", async () => {
    const clock = stillClock();
    expect(await createPatience(clock).wait(failure("limited", 3600), 1)).toBe(false);
    expect(clock.sleeps).toEqual([]);
  });

  test("at least a second, and three sends at most", async () => {
    const clock = stillClock();
    const patience = createPatience(clock);
    expect(await patience.wait(failure("limited", 0), 1)).toBe(true);
    expect(await patience.wait(failure("limited", 0), 2)).toBe(true);
    expect(await patience.wait(failure("limited", 0), 3)).toBe(false);
    expect(clock.sleeps).toEqual([1, 1]);
  });

  test("requests that are refused together wait together", async () => {
    const clock = stillClock();
    const patience = createPatience(clock, 70);
    const answers = await Promise.all(["a", "b", "c"].map(async () => patience.wait(failure("limited"), 1)));
    expect(answers).toEqual([true, true, true]);
    expect(clock.sleeps).toEqual([60, 60, 60]);
  });

  test("shortly after a lost answer, twice", async () => {
    const clock = stillClock();
    const patience = createPatience(clock);
    const answers = [];
    for (const sent of [1, 2, 3]) answers.push(await patience.wait(failure("unavailable"), sent));
    expect(answers).toEqual([true, true, false]);
    expect(clock.sleeps).toEqual([1, 4]);
  });

  test.each(["denied", "invalid", "stale", "missing"] as const)("never after %s", async (kind) => {
    const clock = stillClock();
    expect(await createPatience(clock).wait(failure(kind), 1)).toBe(false);
    expect(clock.sleeps).toEqual([]);
  });
});

test("a second between writes, however many are sent at once", async () => {
  const clock = stillClock();
  const patience = createPatience(clock);
  await patience.pace();
  await Promise.all([patience.pace(), patience.pace()]);
  await clock.sleep(5);
  await patience.pace();
  expect(clock.sleeps).toEqual([1, 2, 5]);
});
