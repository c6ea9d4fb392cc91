import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { planImports, spellingOf } from "../../syntax/imports.ts";
import { bindsLocally, importsName, moduleBinds } from "./local-names.ts";

/** A function of SQLAlchemy's that rewritten queries call. */
export type StatementFunction = "select" | "func" | "update" | "delete";

/** How rewritten code writes SQLAlchemy's functions in one module, and the imports it takes. */
export interface Spelling {
  /** `select`, `sa.select`, `sa_update` where the module has an `update` of its own. */
  readonly spell: (name: StatementFunction) => string;
  /** The import edits for the names asked for so far. */
  readonly imports: () => readonly Edit[];
}

/** Modules that export the same function; SQLModel's `select` only differs for type checkers. */
const SOURCES: Readonly<Record<StatementFunction, readonly string[]>> = {
  select: ["sqlalchemy", "sqlalchemy.future", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
  func: ["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
  update: ["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
  delete: ["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel"],
};

/** Chooses spellings that mean SQLAlchemy's functions in all the functions to be edited. */
export function spellingIn(module: PythonModule, functions: readonly PythonNode[]): Spelling {
  const missing = new Map<StatementFunction, string>();
  const chosen = new Map<StatementFunction, string>();
  const spell = (name: StatementFunction): string => {
    const known = chosen.get(name) ?? presentSpelling(module, functions, name);
    if (known !== undefined) return known;
    const free = freeName(module, functions, name);
    missing.set(name, free);
    chosen.set(name, free);
    return free;
  };
  const imports = (): readonly Edit[] => {
    const wanted = [...missing].map(([name, local]) => ({
      source: "sqlalchemy",
      name: local === name ? name : `${name} as ${local}`,
    }));
    return wanted.length === 0 ? [] : planImports(module, wanted).edits;
  };
  return { spell, imports };
}

function presentSpelling(module: PythonModule, functions: readonly PythonNode[], name: StatementFunction) {
  return SOURCES[name]
    .map((source) => spellingOf(module, { source, name }))
    .find((spelling) => spelling !== undefined && !isHidden(module, functions, spelling.split(".")[0] ?? spelling));
}

function isHidden(module: PythonModule, functions: readonly PythonNode[], local: string): boolean {
  return moduleBinds(module, local) || functions.some((scope) => bindsLocally(scope, local));
}

function freeName(module: PythonModule, functions: readonly PythonNode[], name: StatementFunction): string {
  const candidates = [name, `sa_${name}`, `sqlalchemy_${name}`, `sql_${name}`];
  const free = candidates.find((local) => !isHidden(module, functions, local) && !importsName(module, local));
  return free ?? `_sqlalchemy_${name}`;
}
