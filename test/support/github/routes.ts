import type { Identity, State } from "./state.ts";
import type { Level, Scope } from "./switches.ts";
import type { Reply } from "./reply.ts";
import type { Operation } from "./rest-schema.ts";

export interface RestRequest {
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Checked against the description already. */
  readonly body: unknown;
  readonly accept: string;
  /** Path as sent, for links. */
  readonly path: string;
  readonly actor: Identity | null;
}

export interface Need {
  readonly scope: Scope;
  readonly level: Exclude<Level, "none">;
}

export interface Route extends Operation {
  /** Any one of these is enough for an installation token. */
  readonly needs: readonly Need[];
  readonly handle: (request: RestRequest, state: State) => Reply;
}

/** Matches a path against a template; `{path}`, `{ref}` and `{branch}` take slashes. Null when it doesn't fit. */
export function matchTemplate(template: string, path: string): Readonly<Record<string, string>> | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const pattern = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    ["path", "ref", "branch"].includes(name) ? "(.+)" : "([^/]+)",
  );
  const found = new RegExp(`^${pattern}$`).exec(path);
  if (found === null) {
    return null;
  }
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]));
}

/** One page of a list with the platform's Link header; 30 per page unless asked otherwise, 100 at most. */
export function paginate(request: RestRequest, state: State, items: readonly unknown[]): Reply {
  const size = Math.min(100, Math.max(1, Number(request.query["per_page"] ?? 30)));
  const page = Math.max(1, Number(request.query["page"] ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (target: number, relation: string): string => {
    const query = new URLSearchParams({ ...request.query, page: String(target) });
    return `<${state.serverUrl}${request.path}?${query.toString()}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, "prev"), link(1, "first")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
  ];
  const headers = links.length === 0 ? {} : { link: links.join(", ") };
  return { status: 200, body: items.slice((page - 1) * size, page * size), headers };
}
