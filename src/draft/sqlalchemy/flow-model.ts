import type { PythonModule, PythonNode } from "../../domain/python.ts";
import type { Located } from "./values.ts";

/** What a value is to SQLAlchemy, once the code is asynchronous. */
export type Role = "engine" | "connection" | "factory" | "session";

/** An expression that gives an engine, a connection, a factory or a session that is going to be asynchronous. */
export interface Holding extends Located {
  readonly role: Role;
}

/** A name that holds such a value: in a function, as `self.x` of a class, or (scope = the module's tree) in a module. */
export interface Binding {
  readonly role: Role;
  readonly module: PythonModule;
  readonly scope: PythonNode;
  /** As written: `db`, `self.session`. */
  readonly name: string;
  /** The annotation that should say what it is. */
  readonly annotation: PythonNode | undefined;
}

/** A place where such a value is used in a way that asynchronous code spells differently. */
export type Use =
  /** `db.commit()`; `node` is the call. */
  | { readonly kind: "call"; readonly role: Role; readonly module: PythonModule; readonly node: PythonNode }
  /** `with factory() as db:`; `node` is the statement, `item` the item of it. */
  | { readonly kind: "with"; readonly module: PythonModule; readonly node: PythonNode; readonly item: PythonNode }
  /** `for db in get_db():`; `node` is the statement. */
  | { readonly kind: "for"; readonly module: PythonModule; readonly node: PythonNode }
  /** `metadata.create_all(engine)`; `node` is the call. */
  | { readonly kind: "ddl"; readonly role: Role; readonly module: PythonModule; readonly node: PythonNode }
  /** `event.listen(engine, ...)`; `node` is the engine's expression. */
  | { readonly kind: "event"; readonly module: PythonModule; readonly node: PythonNode }
  /** `sessionmaker(engine)` or `Session(engine)`; `node` is the call. */
  | { readonly kind: "maker"; readonly module: PythonModule; readonly node: PythonNode };

/** What one expression means for the rest of the program. */
export type Meaning =
  | { readonly kind: "use"; readonly use: Use }
  | { readonly kind: "binding"; readonly binding: Binding }
  | { readonly kind: "holding"; readonly holding: Holding }
  /** The function yields or returns the value. */
  | { readonly kind: "provider"; readonly role: Role; readonly provider: Located }
  | Obstacle;

/** Why the code cannot be converted as a whole. */
export interface Obstacle {
  readonly kind: "obstacle";
  readonly place: Located;
  readonly note: string;
  /** Nobody can tell where the value goes; otherwise it goes where it must not. */
  readonly isLost: boolean;
}

/** The value goes where we cannot follow it. */
export function lost(place: Located, note: string): Obstacle {
  return { kind: "obstacle", place, note, isLost: true };
}

/** The value is used in a way that no asynchronous one can be. */
export function forbidden(place: Located, note: string): Obstacle {
  return { kind: "obstacle", place, note, isLost: false };
}

/** A set of names, written as one text. */
function named(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/));
}

/** Coroutine methods of AsyncSession, AsyncConnection and AsyncEngine whose synchronous twins have the same name. */
export const COROUTINE_METHODS: Readonly<Record<Role, ReadonlySet<string>>> = {
  session: named(
    "commit rollback close flush refresh execute scalar scalars get get_one delete merge connection invalidate reset exec run_sync stream stream_scalars aclose",
  ),
  connection: named(
    "execute scalar scalars exec_driver_sql commit rollback close invalidate run_sync execution_options stream stream_scalars get_isolation_level aclose start",
  ),
  engine: new Set(["dispose"]),
  factory: new Set(["close_all"]),
};

/** Attributes that read the same on the asynchronous class and do no input or output. */
export const PLAIN_ATTRIBUTES: Readonly<Record<Role, ReadonlySet<string>>> = {
  session: named(
    "add add_all expunge expunge_all expire expire_all is_modified in_transaction new dirty deleted info is_active no_autoflush identity_map bind autoflush sync_session in_nested_transaction get_transaction get_nested_transaction",
  ),
  connection: new Set(["engine", "closed", "dialect", "info", "in_transaction", "get_transaction", "sync_connection"]),
  engine: new Set(["url", "dialect", "name", "driver", "echo", "pool", "sync_engine"]),
  factory: new Set(["kw"]),
};

/** Methods that give a context manager in both worlds. */
export const CONTEXT_METHODS: Readonly<Record<Role, ReadonlySet<string>>> = {
  session: new Set(["begin", "begin_nested"]),
  connection: new Set(["begin", "begin_nested"]),
  engine: new Set(["begin", "connect"]),
  factory: new Set(["begin"]),
};
