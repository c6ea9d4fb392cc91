import type { RenamedName } from "../../domain/library.ts";

/** Names (parted by blanks) that one module had and another one has, called the same. */
export function movedTo(
  module: string,
  { from, names, since }: { readonly from: string; readonly names: string; readonly since?: string },
): RenamedName[] {
  return names.split(" ").map((name) => ({
    old: `${from}.${name}`,
    new: `${module}.${name}`,
    ...(since === undefined ? {} : { since }),
  }));
}
