import { git } from "../git-repository.ts";
import { objectAt, type JsonObject } from "./json.ts";
import { renderUser } from "./render.ts";
import { example } from "./rest-schema.ts";
import { fullName, nodeId, type Identity, type State } from "./state.ts";

function show(state: State, sha: string, format: string): string {
  return git(state.base.directory, ["log", "-1", `--format=${format}`, sha]);
}

function personOf(state: State, sha: string, letter: "a" | "c"): JsonObject {
  const seconds = Number(show(state, sha, `%${letter}t`));
  return {
    name: show(state, sha, `%${letter}n`),
    email: show(state, sha, `%${letter}e`),
    date: new Date(seconds * 1000).toISOString().replace(".000Z", "Z"),
  };
}

/** Whose commits the platform shows as whose: by address. */
function accountOf(state: State, email: unknown): JsonObject | null {
  const found = Object.values(state.identities).find((identity) => identity.email === email);
  return found === undefined ? null : renderUser(state, found);
}

/** Rule 8: signed by the platform are only commits that a bot's token made through the API, unless a switch says no. */
function verificationOf(state: State, sha: string): JsonObject {
  const verified = state.signed.has(sha);
  return {
    verified,
    reason: verified ? "valid" : "unsigned",
    signature: verified ? "-----BEGIN PGP SIGNATURE-----" : null,
    payload: verified ? `tree ${show(state, sha, "%T")}` : null,
    verified_at: verified ? "2026-01-05T10:00:00Z" : null,
  };
}

function links(state: State, sha: string): Record<"api" | "page", string> {
  const name = fullName(state.base);
  return { api: `${state.serverUrl}/repos/${name}`, page: `${state.serverUrl}/${name}/commit/${sha}` };
}

function parentsOf(state: State, sha: string): readonly string[] {
  return show(state, sha, "%P").split(" ").filter(Boolean);
}

/** A commit of the Git data endpoints. */
export function renderGitCommit(state: State, sha: string): JsonObject {
  const { api, page } = links(state, sha);
  const tree = show(state, sha, "%T");
  return {
    sha,
    node_id: nodeId("C", sha),
    url: `${api}/git/commits/${sha}`,
    html_url: page,
    author: personOf(state, sha, "a"),
    committer: personOf(state, sha, "c"),
    message: show(state, sha, "%B").trimEnd(),
    tree: { sha: tree, url: `${api}/git/trees/${tree}` },
    parents: parentsOf(state, sha).map((parent) => ({
      sha: parent,
      url: `${api}/git/commits/${parent}`,
      html_url: links(state, parent).page,
    })),
    verification: verificationOf(state, sha),
  };
}

/** A branch with its newest commit. */
export function renderBranch(state: State, name: string, sha: string): JsonObject {
  const skeleton = objectAt(example("branch-get"));
  const { api, page } = links(state, sha);
  const self = `${api}/branches/${name}`;
  const author = personOf(state, sha, "a");
  const committer = personOf(state, sha, "c");
  const tree = show(state, sha, "%T");
  return {
    ...skeleton,
    name,
    commit: {
      sha,
      node_id: nodeId("C", sha),
      url: `${api}/commits/${sha}`,
      html_url: page,
      comments_url: `${api}/commits/${sha}/comments`,
      commit: {
        url: `${api}/git/commits/${sha}`,
        author,
        committer,
        message: show(state, sha, "%B").trimEnd(),
        comment_count: 0,
        tree: { sha: tree, url: `${api}/git/trees/${tree}` },
        verification: verificationOf(state, sha),
      },
      author: accountOf(state, author["email"]),
      committer: accountOf(state, committer["email"]),
      parents: parentsOf(state, sha).map((parent) => ({ sha: parent, url: `${api}/commits/${parent}` })),
    },
    _links: { self, html: `${state.serverUrl}/${fullName(state.base)}/tree/${name}` },
    protected: state.switches.protectedBranches.includes(name),
    protection_url: `${self}/protection`,
  };
}

/** Remembers that the platform signed a commit: only what a bot made, and not on a server that signs nothing. */
export function signCommit(state: State, sha: string, actor: Identity): void {
  if (actor.type === "Bot" && state.switches.signsCommits) state.signed.add(sha);
}
