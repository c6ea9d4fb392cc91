/** What pytest 9 adds for a test whose subtests failed, after their own failures. */
const SUM = /^(?:Failed: )?contains \d+ failed subtests?$/;

/** True for a failure that only says that there are others: where these are told, it is not one of its own. */
export function sumsUpSubtests(message: string | null): boolean {
  return message !== null && SUM.test(message);
}
