import type { Edit, Place } from "../../domain/patch.ts";
import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, keywordArgument, sourceOf } from "../../syntax/tree.ts";
import { type Located, sqlalchemyCalls, valueOf } from "../sqlalchemy/factories.ts";
import { type Sign, signsOf } from "../sqlalchemy/signs.ts";
import { urlLiterals, type UrlLiteral } from "../sqlalchemy/urls.ts";
import type { Recipe } from "./recipe.ts";
import { distinctEdits } from "../../text/distinct-edits.ts";

const ASYNC_MAKERS = new Set(["create_async_engine"]);
const SYNC_MAKERS = new Set(["create_engine"]);
const NOT_ASYNC = /The asyncio extension requires an async driver to be used\. The loaded '(\w+)' is not async/;
const NO_DRIVER = /No module named '(psycopg2|psycopg|MySQLdb|pymysql|pyodbc)'/;

/** Database family of a URL's first word, and of the names of synchronous drivers. */
const FAMILIES: Readonly<Record<string, string>> = {
  sqlite: "sqlite",
  pysqlite: "sqlite",
  postgresql: "postgresql",
  postgres: "postgresql",
  psycopg2: "postgresql",
  psycopg: "postgresql",
  pg8000: "postgresql",
  psycopg2cffi: "postgresql",
  mysql: "mysql",
  mariadb: "mysql",
  mysqldb: "mysql",
  pymysql: "mysql",
  mysqlconnector: "mysql",
  mssql: "mssql",
  pyodbc: "mssql",
  pymssql: "mssql",
};
/** Asynchronous drivers of a family, the usual one first; each is the name of its distribution and of its driver. */
const DRIVERS: Readonly<Record<string, readonly string[]>> = {
  sqlite: ["aiosqlite"],
  postgresql: ["asyncpg", "psycopg"],
  mysql: ["aiomysql", "asyncmy"],
  mssql: ["aioodbc"],
};

/** A URL under `create_async_engine` that names a synchronous driver gets the installed asynchronous one. */
export const asyncDriverUrl: Recipe = {
  id: "async-driver-url",
  title: "A synchronous driver under `create_async_engine`: name the installed asynchronous driver in the URL",
  explanation: "`create_async_engine` needs a database driver that never blocks, and the URL names one that does.",
  draft(input) {
    const family = familyOf(signsOf(input));
    const driver = family && DRIVERS[family]?.find((name) => input.packages[name] !== undefined);
    if (family === undefined || driver === undefined) return [];
    const found = [...sqlalchemyCalls(input.project, ASYNC_MAKERS)].flatMap((call) =>
      change(input.project, call, { family, driver }),
    );
    const edits = distinctEdits(found.flatMap((entry) => ("note" in entry ? [] : [entry])));
    const leftAlone = found.flatMap((entry) => ("note" in entry ? [entry] : []));
    if (edits.length === 0) return [];
    const rationale = `An AsyncEngine needs an asynchronous driver; \`${driver}\` is the one installed for ${family}.`;
    return [{ edits, rationale, leftAlone }];
  },
};

function familyOf(signs: readonly Sign[]): string | undefined {
  for (const { message } of signs) {
    const name = NOT_ASYNC.exec(message)?.[1] ?? NO_DRIVER.exec(message)?.[1];
    const family = name === undefined ? undefined : FAMILIES[name.toLowerCase()];
    if (family !== undefined) return family;
  }
  return undefined;
}

interface Wanted {
  readonly family: string;
  readonly driver: string;
}

function change(project: ProjectSource, call: Located, wanted: Wanted): (Edit | Place)[] {
  const url = urlOf(call.node);
  const place = url && { module: call.module, node: url };
  if (!place || project.guarded.has(call.module.path)) return [];
  const literals = urlLiterals(project, place).filter((literal) => isSyncUrl(literal, wanted.family));
  const isElsewhere = literals.some((literal) => isGuardedOrShared(project, literal));
  if (!isElsewhere) return literals.flatMap((literal) => schemeEdit(literal, wanted) ?? []);
  const edit = editAtCall(project, place, { literals, wanted });
  const note = "the same URL feeds a synchronous engine";
  return [edit ?? { path: call.module.path, line: call.node.line, note }];
}

function urlOf(call: PythonNode): PythonNode | undefined {
  return children(call, "args")[0] ?? keywordArgument(call, "url");
}

function isSyncUrl({ text }: UrlLiteral, family: string): boolean {
  const [dialect = "", driver] = (text.split("://")[0] ?? "").split("+");
  return FAMILIES[dialect] === family && (driver === undefined || FAMILIES[driver] === family) && driver !== "psycopg";
}

/** True when a test file holds the literal, or a synchronous engine or a migration may be made from it. */
function isGuardedOrShared(project: ProjectSource, literal: UrlLiteral): boolean {
  if (project.guarded.has(literal.module.path)) return true;
  const isMigrated = project.trackedFiles.some((path) => /(^|\/)(alembic|migrations)\/env\.py$/.test(path));
  const feedsSync = [...sqlalchemyCalls(project, SYNC_MAKERS)].some(({ module, node }) => {
    const url = urlOf(node);
    return (
      url !== undefined && urlLiterals(project, { module, node: url }).some((entry) => entry.node === literal.node)
    );
  });
  return isMigrated || feedsSync;
}

function schemeEdit(literal: UrlLiteral, { family, driver }: Wanted): Edit | undefined {
  const source = sourceOf(literal.module, literal.node);
  const match = /^[a-zA-Z]{0,2}("""|'''|"|')([\w+]+)(?=:\/\/|\1)/.exec(source);
  if (!match || literal.node.start < 0 || match[2] === undefined) return undefined;
  const end = literal.node.start + match[0].length;
  return {
    path: literal.module.path,
    start: end - match[2].length,
    end,
    text: `${schemeName(match[2], family)}+${driver}`,
  };
}

/** `mariadb` stays what it is; `postgres` is a name that SQLAlchemy 1.4 dropped. */
function schemeName(scheme: string, family: string): string {
  return scheme.startsWith("mariadb") ? "mariadb" : family;
}

/** `create_async_engine(URL.replace("sqlite://", "sqlite+aiosqlite://", 1))` where the URL is a plain string. */
function editAtCall(
  project: ProjectSource,
  { module, node }: Located,
  { literals, wanted }: { readonly literals: readonly UrlLiteral[]; readonly wanted: Wanted },
): Edit | undefined {
  const value = valueOf(project, { module, node });
  const isText =
    value?.node.kind === "Constant" ||
    /(getenv|environ\.get)$/.test(dottedName(value && child(value.node, "func")) ?? "");
  const schemes = new Set(literals.map(({ text }) => text.split("://")[0] ?? ""));
  const [scheme] = schemes;
  if (!isText || dottedName(node) === undefined || scheme === undefined || schemes.size > 1) return undefined;
  const { end } = node;
  const text = `.replace("${scheme}://", "${schemeName(scheme, wanted.family)}+${wanted.driver}://", 1)`;
  return { path: module.path, start: end, end, text };
}
