import type { Clock } from "../../src/io/github-patience.ts";

export interface StillClock extends Clock {
  /** How long each sleep was asked to be, in order. */
  readonly sleeps: number[];
}

/** A clock that moves only when somebody sleeps, and then at once. */
export function stillClock(): StillClock {
  let seconds = 1000;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => seconds,
    sleep: async (wanted) => {
      sleeps.push(wanted);
      const end = seconds + wanted;
      await Promise.resolve();
      seconds = Math.max(seconds, end);
    },
  };
}
