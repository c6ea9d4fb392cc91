import { setTimeout as sleepFor } from "node:timers/promises";
import type { HostFailure } from "../domain/pull-request.ts";

/** Time as the adapter needs it, in seconds; the tests bring their own. */
export interface Clock {
  now(): number;
  sleep(seconds: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now() / 1000,
  sleep: async (seconds) => sleepFor(seconds * 1000),
};

export interface Patience {
  /**
   * Waits as long as this failure asks for, before the same request is sent once more. False, without waiting, when that
   * makes no sense or would take more than what is left of the budget. `sent` = how often it was sent so far.
   */
  wait(failure: HostFailure, sent: number): Promise<boolean>;
  /** Waits until a second has passed since the last write: GitHub asks for that between requests that write. */
  pace(): Promise<void>;
}

/**
 * Without a word on how long, GitHub's advice is a minute, then twice as long each time; a block of 72 seconds was
 * measured, so one wait is not always enough. Two waits fit, a limit per hour does not: a job is not worth an hour.
 */
const BUDGET_SECONDS = 200;
const MOST_SENDS = 3;
const FIRST_WAIT_SECONDS = 60;
/** After a lost answer, by how often it was sent. */
const LOST_ANSWER_SECONDS: readonly number[] = [1, 4];
const WRITE_SPACING_SECONDS = 1;

/**
 * One budget for a whole run. Requests that are refused at the same time wait at the same time: the budget counts
 * seconds of the run, not of the requests.
 */
export function createPatience(clock: Clock, budgetSeconds = BUDGET_SECONDS): Patience {
  let spent = 0;
  let waits = 0;
  let waitingUntil = 0;
  let nextWrite = 0;

  const waitSeconds = async (seconds: number): Promise<boolean> => {
    const now = clock.now();
    const until = now + seconds;
    const more = Math.max(0, until - Math.max(now, waitingUntil));
    if (spent + more > budgetSeconds) return false;
    spent += more;
    waitingUntil = Math.max(waitingUntil, until);
    await clock.sleep(seconds);
    return true;
  };

  const limited = async (wanted: number | null): Promise<boolean> => {
    const left = waitingUntil - clock.now();
    if (wanted === null && left > 0) return waitSeconds(left);
    const seconds = wanted ?? FIRST_WAIT_SECONDS * 2 ** waits;
    if (wanted === null) waits += 1;
    return waitSeconds(Math.max(1, seconds));
  };

  return {
    wait: async (failure, sent) => {
      if (sent >= MOST_SENDS) return false;
      if (failure.kind === "limited") return limited(failure.waitSeconds ?? null);
      const seconds = failure.kind === "unavailable" ? LOST_ANSWER_SECONDS[sent - 1] : undefined;
      return seconds === undefined ? false : waitSeconds(seconds);
    },
    pace: async () => {
      const now = clock.now();
      const from = Math.max(now, nextWrite);
      nextWrite = from + WRITE_SPACING_SECONDS;
      if (from > now) await clock.sleep(from - now);
    },
  };
}
