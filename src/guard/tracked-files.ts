const lists = new WeakMap<ReadonlySet<string>, readonly string[]>();

/** The same files as a list, always the same one: whoever looks an import up keeps an index for each list. */
export function listOf(trackedFiles: ReadonlySet<string>): readonly string[] {
  const known = lists.get(trackedFiles);
  if (known) return known;
  const list = [...trackedFiles];
  lists.set(trackedFiles, list);
  return list;
}
