import type { Library } from "../../domain/library.ts";
import { movedTo } from "./rows.ts";

/** What `import werkzeug` gave by itself until 1.0, by the module that has it. */
const TOP_LEVEL: Readonly<Record<string, string>> = {
  "werkzeug.datastructures":
    "Accept Authorization CallbackDict CombinedMultiDict ETags EnvironHeaders FileStorage HeaderSet Headers " +
    "ImmutableDict ImmutableMultiDict MultiDict TypeConversionDict",
  "werkzeug.debug": "DebuggedApplication",
  "werkzeug.exceptions": "Aborter abort",
  "werkzeug.formparser": "parse_form_data",
  "werkzeug.http":
    "HTTP_STATUS_CODES dump_cookie dump_header dump_options_header generate_etag http_date parse_accept_header " +
    "parse_cache_control_header parse_cookie parse_date parse_dict_header parse_etags parse_list_header " +
    "parse_options_header parse_set_header quote_etag unquote_etag",
  "werkzeug.local": "Local LocalManager LocalProxy LocalStack release_local",
  "werkzeug.security": "check_password_hash generate_password_hash",
  "werkzeug.serving": "run_simple",
  "werkzeug.test": "Client EnvironBuilder create_environ run_wsgi_app",
  "werkzeug.urls": "iri_to_uri uri_to_iri",
  "werkzeug.utils":
    "append_slash_redirect cached_property environ_property find_modules header_property import_string redirect " +
    "secure_filename",
  "werkzeug.wrappers": "Request Response",
  "werkzeug.wsgi": "ClosingIterator FileWrapper LimitedStream get_current_url get_host responder wrap_file",
};

/** Werkzeug, up to 3. Functions of `werkzeug.urls` have a recipe of their own: the defaults of their successors differ. */
export const WERKZEUG: Library = {
  distribution: "werkzeug",
  names: [
    ...Object.entries(TOP_LEVEL).flatMap(([module, names]) => movedTo(module, { from: "werkzeug", names })),
    { old: "werkzeug.BaseRequest", new: "werkzeug.wrappers.Request" },
    { old: "werkzeug.BaseResponse", new: "werkzeug.wrappers.Response" },
    { old: "werkzeug.wrappers.BaseRequest", new: "werkzeug.wrappers.Request" },
    { old: "werkzeug.wrappers.BaseResponse", new: "werkzeug.wrappers.Response" },
    { old: "werkzeug.wrappers.base_request.BaseRequest", new: "werkzeug.wrappers.Request" },
    { old: "werkzeug.wrappers.base_response.BaseResponse", new: "werkzeug.wrappers.Response" },
    { old: "werkzeug.utils.escape", new: "markupsafe.escape" },
    { old: "werkzeug.escape", new: "markupsafe.escape" },
    { old: "werkzeug.utils.unescape", new: "html.unescape" },
    { old: "werkzeug.security.safe_join", new: "werkzeug.utils.safe_join", since: "2.0" },
    { old: "werkzeug.security.safe_str_cmp", new: "hmac.compare_digest" },
    {
      old: "werkzeug.wsgi.SharedDataMiddleware",
      new: "werkzeug.middleware.shared_data.SharedDataMiddleware",
      since: "0.15",
    },
    {
      old: "werkzeug.SharedDataMiddleware",
      new: "werkzeug.middleware.shared_data.SharedDataMiddleware",
      since: "0.15",
    },
    {
      old: "werkzeug.wsgi.DispatcherMiddleware",
      new: "werkzeug.middleware.dispatcher.DispatcherMiddleware",
      since: "0.15",
    },
    { old: "werkzeug.wsgi.ProxyMiddleware", new: "werkzeug.middleware.http_proxy.ProxyMiddleware", since: "0.15" },
    { old: "werkzeug.contrib.fixers.ProxyFix", new: "werkzeug.middleware.proxy_fix.ProxyFix", since: "0.15" },
    { old: "werkzeug.contrib.lint.LintMiddleware", new: "werkzeug.middleware.lint.LintMiddleware", since: "0.15" },
    {
      old: "werkzeug.contrib.profiler.ProfilerMiddleware",
      new: "werkzeug.middleware.profiler.ProfilerMiddleware",
      since: "0.15",
    },
    ...movedTo("cachelib", {
      from: "werkzeug.contrib.cache",
      names: "BaseCache FileSystemCache MemcachedCache NullCache RedisCache SimpleCache UWSGICache",
    }),
    ...movedTo("secure_cookie.cookie", { from: "werkzeug.contrib.securecookie", names: "SecureCookie" }),
  ],
};
