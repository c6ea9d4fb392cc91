import { z } from "zod";
import { commitTree, git, gitBytes, gitOrNull, resolveCommit } from "../git-repository.ts";
import type { JsonObject } from "./json.ts";
import { renderBranch, renderGitCommit, signCommit } from "./render-commit.ts";
import { created, NOT_FOUND, ok, problem, type Reply } from "./reply.ts";
import type { Need, RestRequest, Route } from "./routes.ts";
import { fullName, type State } from "./state.ts";

function apiUrl(state: State): string {
  return `${state.serverUrl}/repos/${fullName(state.base)}`;
}

function getBranch(request: RestRequest, state: State): Reply {
  const name = request.params["branch"] ?? "";
  const sha = resolveCommit(state.base.directory, `refs/heads/${name}`);
  return sha === null ? problem(404, "Branch not found") : ok(renderBranch(state, name, sha));
}

const newBlob = z.object({ content: z.string(), encoding: z.string().default("utf-8") });

function createBlob(request: RestRequest, state: State): Reply {
  const { content, encoding } = newBlob.parse(request.body);
  const input = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
  const sha = gitBytes(state.base.directory, ["hash-object", "-w", "--stdin"], { input }).toString().trim();
  return created({ sha, url: `${apiUrl(state)}/git/blobs/${sha}` });
}

const newTree = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(["100644", "100755", "040000", "160000", "120000"]),
      type: z.string(),
      sha: z.string().nullable(),
    }),
  ),
});

/** On top of `base_tree`; an entry's object must be there. */
function createTree(request: RestRequest, state: State): Reply {
  const { base_tree: base, tree } = newTree.parse(request.body);
  const { directory } = state.base;
  const missing = tree.find(({ sha }) => sha !== null && gitOrNull(directory, ["cat-file", "-t", "--", sha]) === null);
  if (missing !== undefined) {
    return problem(422, `tree.sha ${missing.sha ?? ""} is not a valid blob`);
  }
  if (base !== undefined && gitOrNull(directory, ["rev-parse", "--verify", "--quiet", `${base}^{tree}`]) === null) {
    return problem(422, "base_tree is not a valid tree oid");
  }
  const sha = treeOf(directory, base ?? null, tree);
  const listed = git(directory, ["ls-tree", "-z", sha]).split("\0").filter(Boolean);
  return created({
    sha,
    url: `${apiUrl(state)}/git/trees/${sha}`,
    tree: listed.map((line) => entryOf(state, line)),
    truncated: false,
  });
}

function treeOf(directory: string, base: string | null, entries: z.infer<typeof newTree>["tree"]): string {
  const index = `${directory}/tree-index-${entries.length}`;
  const environment = { GIT_INDEX_FILE: index };
  try {
    git(directory, base === null ? ["read-tree", "--empty"] : ["read-tree", base], { environment });
    const input = entries.map(
      ({ path, mode, sha }) => `${sha === null ? "0" : mode} ${sha ?? "0".repeat(40)}\t${path}\0`,
    );
    git(directory, ["update-index", "-z", "--index-info"], { environment, input: input.join("") });
    return git(directory, ["write-tree"], { environment });
  } finally {
    git(directory, ["read-tree", "--empty"], { environment });
  }
}

function entryOf(state: State, line: string): JsonObject {
  const [facts = "", path = ""] = line.split("\t");
  const [mode = "", type = "", sha = ""] = facts.split(" ");
  return { path, mode, type, sha, url: `${apiUrl(state)}/git/${type === "blob" ? "blobs" : "trees"}/${sha}` };
}

const newCommit = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: z.object({ name: z.string(), email: z.string() }).optional(),
  committer: z.object({ name: z.string(), email: z.string() }).optional(),
  signature: z.string().optional(),
});

/**
 * Rule 8: no branch moves. Without author, committer and signature the platform signs what a bot sends (two sources
 * disagree on that; a switch turns it off).
 */
function createCommit(request: RestRequest, state: State): Reply {
  const { actor } = request;
  if (actor === null) {
    return problem(401, "Requires authentication");
  }
  const wanted = newCommit.parse(request.body);
  const { directory } = state.base;
  const missing = [`${wanted.tree}^{tree}`, ...wanted.parents.map((parent) => `${parent}^{commit}`)].find(
    (name) => gitOrNull(directory, ["rev-parse", "--verify", "--quiet", name]) === null,
  );
  if (missing !== undefined) {
    return problem(
      422,
      missing.endsWith("{tree}") ? "Tree SHA does not exist" : "Parent SHA does not exist or is not a commit object",
    );
  }
  state.clock.seconds += 1;
  const own = { name: actor.name, email: actor.email };
  const author = wanted.author ?? own;
  const sha = commitTree(directory, {
    tree: wanted.tree,
    parents: wanted.parents,
    message: `${wanted.message}\n`,
    author,
    committer: wanted.committer ?? (actor.type === "Bot" ? { name: "GitHub", email: "noreply@github.com" } : author),
    seconds: state.clock.seconds,
  });
  if (wanted.author === undefined && wanted.committer === undefined && wanted.signature === undefined) {
    signCommit(state, sha, actor);
  }
  return created(renderGitCommit(state, sha));
}

function getCommit(request: RestRequest, state: State): Reply {
  const sha = resolveCommit(state.base.directory, request.params["commit_sha"] ?? "");
  return sha === null ? NOT_FOUND : ok(renderGitCommit(state, sha));
}

const READ: readonly Need[] = [{ scope: "contents", level: "read" }];
const WRITE: readonly Need[] = [{ scope: "contents", level: "write" }];
const REPOSITORY = "/repos/{owner}/{repo}";

export const OBJECT_ROUTES: readonly Route[] = [
  { method: "get", template: `${REPOSITORY}/branches/{branch}`, needs: READ, handle: getBranch },
  { method: "post", template: `${REPOSITORY}/git/blobs`, needs: WRITE, handle: createBlob },
  { method: "post", template: `${REPOSITORY}/git/trees`, needs: WRITE, handle: createTree },
  { method: "post", template: `${REPOSITORY}/git/commits`, needs: WRITE, handle: createCommit },
  { method: "get", template: `${REPOSITORY}/git/commits/{commit_sha}`, needs: READ, handle: getCommit },
];
