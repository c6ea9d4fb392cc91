import type { Library } from "../../domain/library.ts";
import { DJANGO_TEST_ALIASES } from "../../syntax/moved-standard-names.ts";
import { movedTo } from "./rows.ts";

/** Django, up to 6. What takes other arguments now, or needs a migration, is left to a person. */
export const DJANGO: Library = {
  distribution: "django",
  names: [
    { old: "django.utils.translation.ugettext", new: "django.utils.translation.gettext", since: "2.0" },
    { old: "django.utils.translation.ugettext_lazy", new: "django.utils.translation.gettext_lazy", since: "2.0" },
    { old: "django.utils.translation.ugettext_noop", new: "django.utils.translation.gettext_noop", since: "2.0" },
    { old: "django.utils.translation.ungettext", new: "django.utils.translation.ngettext", since: "2.0" },
    { old: "django.utils.translation.ungettext_lazy", new: "django.utils.translation.ngettext_lazy", since: "2.0" },
    { old: "django.utils.encoding.force_text", new: "django.utils.encoding.force_str", since: "2.0" },
    { old: "django.utils.encoding.smart_text", new: "django.utils.encoding.smart_str", since: "2.0" },
    { old: "django.utils.encoding.force_unicode", new: "django.utils.encoding.force_str", since: "2.0" },
    { old: "django.utils.encoding.smart_unicode", new: "django.utils.encoding.smart_str", since: "2.0" },
    { old: "django.utils.http.urlquote", new: "urllib.parse.quote" },
    { old: "django.utils.http.urlquote_plus", new: "urllib.parse.quote_plus" },
    { old: "django.utils.http.urlunquote", new: "urllib.parse.unquote" },
    { old: "django.utils.http.urlunquote_plus", new: "urllib.parse.unquote_plus" },
    { old: "django.utils.http.is_safe_url", new: "django.utils.http.url_has_allowed_host_and_scheme", since: "3.0" },
    { old: "django.conf.urls.url", new: "django.urls.re_path", since: "2.0" },
    { old: "django.urls.RegexURLPattern", new: "django.urls.URLPattern", since: "2.0" },
    { old: "django.urls.RegexURLResolver", new: "django.urls.URLResolver", since: "2.0" },
    { old: "django.core.urlresolvers", new: "django.urls", since: "1.10" },
    { old: "django.core.paginator.QuerySetPaginator", new: "django.core.paginator.Paginator" },
    ...["django.db.models", "django.db.models.fields"].flatMap((from) =>
      movedTo("django.core.exceptions", { from, names: "FieldDoesNotExist" }),
    ),
    ...["django.db.models.query", "django.db.models.sql", "django.db.models.sql.datastructures"].flatMap((from) =>
      movedTo("django.core.exceptions", { from, names: "EmptyResultSet", since: "1.11" }),
    ),
    ...[
      "django.contrib.staticfiles.templatetags.staticfiles",
      "django.contrib.admin.templatetags.admin_static",
    ].flatMap((from) => movedTo("django.templatetags.static", { from, names: "static" })),
    { old: "django.utils.decorators.classproperty", new: "django.utils.functional.classproperty", since: "3.1" },
    { old: "django.utils.decorators.ContextDecorator", new: "contextlib.ContextDecorator" },
    { old: "django.utils.functional.curry", new: "functools.partial" },
    { old: "django.utils.text.unescape_entities", new: "html.unescape" },
    { old: "django.utils.log.NullHandler", new: "logging.NullHandler" },
    { old: "django.utils.datastructures.SortedDict", new: "collections.OrderedDict" },
    { old: "django.utils.lru_cache.lru_cache", new: "functools.lru_cache" },
    { old: "django.forms.extras.widgets.SelectDateWidget", new: "django.forms.SelectDateWidget", since: "1.9" },
    { old: "django.forms.util", new: "django.forms.utils", since: "1.7" },
    { old: "django.utils.importlib", new: "importlib" },
    { old: "django.utils.simplejson", new: "json" },
    { old: "django.utils.unittest", new: "unittest" },
    { old: "django.utils.six", new: "six" },
  ],
  methods: ["SimpleTestCase", "TransactionTestCase", "TestCase"].flatMap((type) =>
    DJANGO_TEST_ALIASES.map(([old, fresh]) => ({ type, old, new: fresh, full: `django.test.${type}`, since: "4.2" })),
  ),
  keywords: [{ callable: "django.db.models.CheckConstraint", old: "check", new: "condition", since: "5.1" }],
};
