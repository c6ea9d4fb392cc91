/** 128 + the number of the signal, as shells count. */
const EXIT_CODES: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Puts the tree back when the run is cancelled, then ends the process. A runner sends SIGINT, SIGTERM 7.5 s later and
 * kills 2.5 s after that, so there is time for file writes and nothing else; a closed terminal sends SIGHUP. Whatever
 * cannot be put back is told. Returns what takes the guard off again.
 */
export function restoreOnSignal(restore: () => Promise<void>, tell: (error: unknown) => void): () => void {
  const names = Object.keys(EXIT_CODES);
  let isEnding = false;
  // A second Ctrl-C must not end what the first one began.
  const end = (signal: string): void => {
    if (isEnding) return;
    isEnding = true;
    void restore()
      .catch(tell)
      .finally(() => process.exit(EXIT_CODES[signal]));
  };
  for (const name of names) process.on(name, end);
  return () => {
    for (const name of names) process.off(name, end);
  };
}
