import type { ReviewHost } from "./ports.ts";
import { compareHeads, stop } from "./publish/choose.ts";
import type { Stop } from "./publish/choose.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import type { Sources } from "./publish-gather.ts";

export interface Texts {
  readonly kind: "texts";
  readonly texts: ReadonlyMap<string, string>;
}

/** The touched files at the head; a stop when they are not those that were tested, or hold the patch already. */
export async function textsAt({ request, patch, host }: Sources, headSha: string): Promise<Stop | Texts> {
  const paths = patch.changes.map(({ path }) => path);
  const newest = await readTexts(host, paths, headSha);
  if (newest.kind === "stop") return newest;
  if (patch.changes.every(({ path, after }) => newest.texts.get(path) === after)) {
    return stop("The branch already holds this patch.");
  }
  if (![request.context.headSha, request.case.sha].includes(headSha)) {
    const tested = await readTexts(host, paths, request.context.headSha);
    if (tested.kind === "stop") return tested;
    const comparison = compareHeads(paths, tested.texts, newest.texts);
    if (comparison.kind === "stop") return comparison;
    request.log.info("The branch has new commits; the files of the patch are the same in them.");
  }
  return newest;
}

async function readTexts(host: ReviewHost, paths: readonly string[], sha: string): Promise<Stop | Texts> {
  const texts = new Map<string, string>();
  const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await host.fileText(path, sha) })));
  for (const { path, answer } of answers) {
    if (answer.kind === "ok" && answer.value.kind === "text") texts.set(path, answer.value.text);
    if (answer.kind !== "ok" && answer.kind !== "missing") {
      return stop(describeFailure(`did not show \`${path}\``, answer));
    }
  }
  return { kind: "texts", texts };
}
