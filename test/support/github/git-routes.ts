import path from "node:path";
import { z } from "zod";
import { git, gitOrNull, listTree, readBlob, resolveCommit, treeEntry, type TreeEntry } from "../git-repository.ts";
import { branchRefusal } from "./branch-rules.ts";
import type { JsonObject } from "./json.ts";
import { base64Lines, renderRepository, renderUser } from "./render.ts";
import { created, NOT_FOUND, ok, problem, type Reply } from "./reply.ts";
import { example } from "./rest-schema.ts";
import type { Need, RestRequest, Route } from "./routes.ts";
import { startRuns } from "./runs.ts";
import { fullName, nodeId, type State } from "./state.ts";

function repositoryUrl(state: State): string {
  return `${state.serverUrl}/repos/${fullName(state.base)}`;
}

function contentEntry(state: State, entry: TreeEntry, ref: string): JsonObject {
  const page = `${state.serverUrl}/${fullName(state.base)}`;
  const self = `${repositoryUrl(state)}/contents/${encodeURIComponent(entry.path)}?ref=${ref}`;
  const gitUrl = `${repositoryUrl(state)}/git/blobs/${entry.sha}`;
  const html = `${page}/blob/${ref}/${encodeURIComponent(entry.path)}`;
  return {
    type: "file",
    name: entry.path.split("/").at(-1) ?? "",
    path: entry.path,
    sha: entry.sha,
    size: readBlob(state.base.directory, entry.sha).length,
    url: self,
    git_url: gitUrl,
    html_url: html,
    download_url: `${page}/raw/${ref}/${encodeURIComponent(entry.path)}`,
    _links: { self, git: gitUrl, html },
  };
}

/** Bytes above which the contents endpoint sends none. */
const MAX_CONTENT = 1024 * 1024;

function getContents(request: RestRequest, state: State): Reply {
  const ref = request.query["ref"] ?? state.base.defaultBranch;
  const commit = resolveCommit(state.base.directory, ref);
  if (commit === null) {
    return problem(404, `No commit found for the ref ${ref}`);
  }
  const wanted = request.params["path"] ?? "";
  const entry = treeEntry(state.base.directory, commit, wanted);
  return entry === null ? directoryContents(state, commit, request) : fileContents(state, entry, request);
}

/** Files of a folder; folders inside it are left out. */
function directoryContents(state: State, commit: string, request: RestRequest): Reply {
  const wanted = request.params["path"] ?? "";
  const ref = request.query["ref"] ?? state.base.defaultBranch;
  const inside = listTree(state.base.directory, commit).filter((file) => file.path.startsWith(`${wanted}/`));
  const files = inside.filter((file) => !file.path.slice(wanted.length + 1).includes("/"));
  return inside.length === 0 ? NOT_FOUND : ok(files.map((file) => contentEntry(state, file, ref)));
}

function fileContents(state: State, entry: TreeEntry, request: RestRequest): Reply {
  if (entry.mode === "120000") {
    return linkContents(state, entry, request);
  }
  if (entry.mode !== "100644" && entry.mode !== "100755") {
    throw new Error("Submodules in the contents endpoint are not modelled");
  }
  const bytes = readBlob(state.base.directory, entry.sha);
  if (/application\/vnd\.github\.(v3\.)?raw/.test(request.accept)) {
    return { status: 200, body: bytes, contentType: "application/vnd.github.raw; charset=utf-8" };
  }
  const ref = request.query["ref"] ?? state.base.defaultBranch;
  const large = bytes.length > MAX_CONTENT;
  return ok({
    ...contentEntry(state, entry, ref),
    encoding: large ? "none" : "base64",
    content: large ? "" : base64Lines(bytes),
  });
}

/** A link to a file of the repository is answered with that file's content, any other one as a link. */
function linkContents(state: State, entry: TreeEntry, request: RestRequest): Reply {
  const ref = request.query["ref"] ?? state.base.defaultBranch;
  const target = readBlob(state.base.directory, entry.sha).toString("utf8");
  const file = treeEntry(
    state.base.directory,
    resolveCommit(state.base.directory, ref) ?? ref,
    path.posix.join(path.posix.dirname(entry.path), target),
  );
  return file === null
    ? ok({ ...contentEntry(state, entry, ref), type: "symlink", target })
    : fileContents(state, { ...file, path: entry.path }, request);
}

function getBlob(request: RestRequest, state: State): Reply {
  const sha = request.params["file_sha"] ?? "";
  if (gitOrNull(state.base.directory, ["cat-file", "-t", "--", sha]) !== "blob") {
    return NOT_FOUND;
  }
  const bytes = readBlob(state.base.directory, sha);
  return ok({
    content: base64Lines(bytes),
    encoding: "base64",
    url: `${repositoryUrl(state)}/git/blobs/${sha}`,
    sha,
    size: bytes.length,
    node_id: nodeId("B", sha),
  });
}

/** Without `recursive` the folders of the top level stand as folders; `{tree_sha}` may be a branch too. */
function getTree(request: RestRequest, state: State): Reply {
  const wanted = request.params["tree_sha"] ?? "";
  const { directory } = state.base;
  const named = ["rev-parse", "--verify", "--quiet", "--end-of-options"];
  const sha = resolveCommit(directory, wanted) ?? gitOrNull(directory, [...named, `${wanted}^{tree}`]);
  if (sha === null) {
    return NOT_FOUND;
  }
  // Any value counts, even `false`.
  const depth = request.query["recursive"] === undefined ? [] : ["-r", "-t"];
  const listed = git(directory, ["ls-tree", ...depth, "-l", "-z", "--full-tree", sha])
    .split("\0")
    .filter(Boolean);
  const kept = listed.slice(0, state.switches.maxTreeEntries);
  return ok({
    sha,
    url: `${repositoryUrl(state)}/git/trees/${sha}`,
    tree: kept.map((line) => treeRecord(state, line)),
    truncated: kept.length < listed.length,
  });
}

/** From a line of `git ls-tree -l`. */
function treeRecord(state: State, line: string): JsonObject {
  const [facts = "", name = ""] = line.split("\t");
  const [mode = "", type = "", sha = "", size = ""] = facts.split(/ +/);
  const url = `${repositoryUrl(state)}/git/${type === "blob" ? "blobs" : "trees"}/${sha}`;
  const entry = { path: name, mode, type, sha };
  return type === "commit" ? entry : { ...entry, ...(type === "blob" ? { size: Number(size) } : {}), url };
}

function renderRef(state: State, ref: string, sha: string): JsonObject {
  return {
    ref,
    node_id: nodeId("REF", ref),
    url: `${repositoryUrl(state)}/git/${ref}`,
    object: { type: "commit", sha, url: `${repositoryUrl(state)}/git/commits/${sha}` },
  };
}

function getRef(request: RestRequest, state: State): Reply {
  const ref = `refs/${request.params["ref"] ?? ""}`;
  const sha = gitOrNull(state.base.directory, ["show-ref", "--verify", "--hash", ref]);
  return sha === null ? NOT_FOUND : ok(renderRef(state, ref, sha));
}

function startRunsOf({ actor }: RestRequest, state: State, ref: string): void {
  if (actor !== null && ref.startsWith("refs/heads/")) startRuns(state, actor, ref.slice("refs/heads/".length));
}

const newRef = z.object({ ref: z.string(), sha: z.string() });

function createRef(request: RestRequest, state: State): Reply {
  const { ref, sha } = newRef.parse(request.body);
  if (!/^refs\/[^/]+\/./.test(ref)) {
    return problem(422, "Reference name is invalid");
  }
  if (gitOrNull(state.base.directory, ["show-ref", "--verify", "--hash", ref]) !== null) {
    return problem(422, "Reference already exists");
  }
  if (resolveCommit(state.base.directory, sha) === null) {
    return problem(422, "Object does not exist");
  }
  const refusal = branchRefusal(state, request.actor, { ref, from: null, to: sha });
  if (refusal !== null) {
    return problem(422, refusal);
  }
  git(state.base.directory, ["update-ref", ref, sha]);
  startRunsOf(request, state, ref);
  return created(renderRef(state, ref, sha));
}

const movedRef = z.object({ sha: z.string(), force: z.boolean().default(false) });

/** The text for a non-fast-forward is from memory, not seen in a log. */
function moveRef(request: RestRequest, state: State): Reply {
  const { sha, force } = movedRef.parse(request.body);
  const ref = `refs/${request.params["ref"] ?? ""}`;
  const from = gitOrNull(state.base.directory, ["show-ref", "--verify", "--hash", ref]);
  if (from === null) {
    return problem(422, "Reference does not exist");
  }
  if (resolveCommit(state.base.directory, sha) === null) {
    return problem(422, "Object does not exist");
  }
  const forward = gitOrNull(state.base.directory, ["merge-base", "--is-ancestor", from, sha]) !== null;
  const refusal = branchRefusal(state, request.actor, { ref, from, to: sha });
  if (refusal !== null || (!forward && !force)) {
    return problem(422, refusal ?? "Update is not a fast forward");
  }
  git(state.base.directory, ["update-ref", ref, sha]);
  startRunsOf(request, state, ref);
  return ok(renderRef(state, ref, sha));
}

function getRepository(_: RestRequest, state: State): Reply {
  return ok(renderRepository(state, state.base, "full-repository-default-response"));
}

/** Rule 2: an installation has no user. */
function getUser(request: RestRequest, state: State): Reply {
  if (request.actor === null) {
    return problem(401, "Requires authentication");
  }
  if (request.actor.type === "Bot") {
    return problem(403, "Resource not accessible by integration");
  }
  const skeleton = example("private-user-response-with-public-and-private-profile-information");
  return ok({ ...skeleton, ...renderUser(state, request.actor), name: request.actor.name, email: request.actor.email });
}

const READ: readonly Need[] = [{ scope: "contents", level: "read" }];
const WRITE: readonly Need[] = [{ scope: "contents", level: "write" }];
const METADATA: readonly Need[] = [{ scope: "metadata", level: "read" }];

export const GIT_ROUTES: readonly Route[] = [
  { method: "get", template: "/repos/{owner}/{repo}", needs: METADATA, handle: getRepository },
  { method: "get", template: "/repos/{owner}/{repo}/contents/{path}", needs: READ, handle: getContents },
  { method: "get", template: "/repos/{owner}/{repo}/git/blobs/{file_sha}", needs: READ, handle: getBlob },
  { method: "get", template: "/repos/{owner}/{repo}/git/trees/{tree_sha}", needs: READ, handle: getTree },
  { method: "get", template: "/repos/{owner}/{repo}/git/ref/{ref}", needs: READ, handle: getRef },
  { method: "post", template: "/repos/{owner}/{repo}/git/refs", needs: WRITE, handle: createRef },
  { method: "patch", template: "/repos/{owner}/{repo}/git/refs/{ref}", needs: WRITE, handle: moveRef },
  { method: "get", template: "/user", needs: [], handle: getUser },
];
