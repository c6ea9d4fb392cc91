import type { Library } from "./library.ts";

const ABSTRACT =
  "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized " +
  "Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence " +
  "MutableSequence ByteString";

/** Python's own library. `since` is the version that brought the new name. */
export const PYTHON: Library = {
  distribution: null,
  names: ABSTRACT.split(" ").map((name) => ({
    old: `collections.${name}`,
    new: `collections.abc.${name}`,
    since: "3.3",
  })),
};
