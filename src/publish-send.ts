import type { HostAnswer, HostFailure } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";

/** One write, and how to see whether it happened. */
export interface Write<T> {
  readonly send: () => Promise<HostAnswer<T>>;
  /**
   * What the write would have given, found by asking GitHub; null when it is not there. After `limited` nothing was
   * done, after `unavailable` it may have been.
   */
  readonly find: (failure: HostFailure) => Promise<HostAnswer<T | null>>;
}

/**
 * Sends a write so that it happens once. An answer that got lost, or a refusal for too many requests, is followed by a
 * wait and a look at what is there; only what is provably not there is sent again.
 */
export async function sendOnce<T>(
  { send, find }: Write<T>,
  host: Pick<ReviewHost, "waitAfter">,
): Promise<HostAnswer<T>> {
  for (let sent = 1; ; sent++) {
    const answer = await send();
    if (answer.kind !== "limited" && answer.kind !== "unavailable") return answer;
    const isWaited = await host.waitAfter(answer, sent);
    const found = await find(answer);
    if (found.kind === "ok" && found.value !== null) return { kind: "ok", value: found.value };
    if (found.kind !== "ok" || !isWaited) return answer;
  }
}
