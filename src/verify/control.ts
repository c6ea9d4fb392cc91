import type { Patch } from "../domain/patch.ts";

/**
 * The files of a patch as they were, but for one statement at their end that does nothing. The targets must fail with it
 * as they do without the patch: where they pass, it is not what the patch says that heals them, but that the files are no
 * longer those that were checked in. It is never shown or published.
 */
export function controlOf({ changes }: Patch): Patch {
  const touched = changes.filter(({ path }) => path.endsWith(".py"));
  return { changes: touched.map(({ path, before }) => ({ path, before, after: withStatement(before) })) };
}

/** Other bytes and another syntax tree, the same meaning: also for who compares the two. */
function withStatement(text: string): string {
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const gap = text === "" || /[\r\n]$/.test(text) ? "" : end;
  return `${text}${gap}pass${end}`;
}
