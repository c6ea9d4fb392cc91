import type { Library } from "../../domain/library.ts";

/** What SQLAlchemy 1.4 and 2.0 took away, where something of the same meaning is left. */
export const SQLALCHEMY: Library = {
  distribution: "sqlalchemy",
  names: [
    { old: "sqlalchemy.orm.relation", new: "sqlalchemy.orm.relationship" },
    { old: "sqlalchemy.orm.eagerload", new: "sqlalchemy.orm.joinedload" },
    { old: "sqlalchemy.Binary", new: "sqlalchemy.LargeBinary" },
    { old: "sqlalchemy.types.Binary", new: "sqlalchemy.types.LargeBinary" },
    { old: "sqlalchemy.engine.RowProxy", new: "sqlalchemy.engine.Row", since: "1.4" },
    { old: "sqlalchemy.engine.result.RowProxy", new: "sqlalchemy.engine.Row", since: "1.4" },
    { old: "sqlalchemy.engine.ResultProxy", new: "sqlalchemy.engine.CursorResult", since: "1.4" },
    { old: "sqlalchemy.engine.result.ResultProxy", new: "sqlalchemy.engine.CursorResult", since: "1.4" },
    { old: "sqlalchemy.exceptions", new: "sqlalchemy.exc" },
    { old: "sqlalchemy.orm.scoping.ScopedSession", new: "sqlalchemy.orm.scoped_session" },
  ],
  keywords: [
    { callable: "sqlalchemy.create_engine", old: "convert_unicode", new: null },
    { callable: "sqlalchemy.create_engine", old: "encoding", new: null },
    { callable: "sqlalchemy.create_engine", old: "case_sensitive", new: null, values: { True: "" } },
    { callable: "sqlalchemy.String", old: "convert_unicode", new: null },
    { callable: "sqlalchemy.Unicode", old: "convert_unicode", new: null },
    { callable: "sqlalchemy.Text", old: "convert_unicode", new: null },
    { callable: "sqlalchemy.Enum", old: "convert_unicode", new: null },
    { callable: "sqlalchemy.orm.sessionmaker", old: "autocommit", new: null, values: { False: "" } },
    { callable: "sqlalchemy.orm.Session", old: "autocommit", new: null, values: { False: "" } },
  ],
};
