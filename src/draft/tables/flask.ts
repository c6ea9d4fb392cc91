import type { Library } from "../../domain/library.ts";
import { movedTo } from "./rows.ts";

/** Flask, up to 3. `flask.safe_join` is left out: it raised where werkzeug's gives None. */
export const FLASK: Library = {
  distribution: "flask",
  names: [
    ...movedTo("markupsafe", { from: "flask", names: "Markup escape" }),
    ...movedTo("flask.sansio.scaffold", {
      from: "flask.scaffold",
      names: "Scaffold setupmethod _endpoint_from_view_func",
      since: "2.3",
    }),
    {
      old: "flask.helpers._endpoint_from_view_func",
      new: ["flask.scaffold._endpoint_from_view_func", "flask.sansio.scaffold._endpoint_from_view_func"],
      since: "2.0",
    },
    { old: "flask.testing.make_test_environ_builder", new: "flask.testing.EnvironBuilder", since: "1.1" },
  ],
  keywords: [
    { callable: "flask.send_file", old: "attachment_filename", new: "download_name", since: "2.0" },
    { callable: "flask.send_file", old: "cache_timeout", new: "max_age", since: "2.0" },
    { callable: "flask.send_file", old: "add_etags", new: "etag", since: "2.0" },
    { callable: "flask.send_from_directory", old: "filename", new: "path", since: "2.0" },
    {
      callable: "flask.send_from_directory",
      old: "attachment_filename",
      new: "download_name",
      checkedBy: "flask.send_file",
      since: "2.0",
    },
    {
      callable: "flask.send_from_directory",
      old: "cache_timeout",
      new: "max_age",
      checkedBy: "flask.send_file",
      since: "2.0",
    },
  ],
};
