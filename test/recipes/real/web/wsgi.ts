import type { RealCase } from "../real-case.ts";

const PYTEST = { "pytest.ini": "[pytest]\npythonpath = .\n" };

const URL_QUOTE: RealCase = {
  id: "werkzeug-url-quote",
  recipe: "werkzeug-urls",
  title: "`url_quote` of Werkzeug",
  files: {
    ...PYTEST,
    "shop/links.py": `from werkzeug.urls import url_parse, url_quote


def profile_link(name):
    return "/users/" + url_quote(name)


def is_local(target):
    return url_parse(target).netloc == ""
`,
    "tests/test_links.py": `from shop.links import is_local, profile_link


def test_names_are_quoted():
    assert profile_link("Ada Lovelace: 1815") == "/users/Ada%20Lovelace:%201815"


def test_other_hosts_are_not_local():
    assert is_local("/cart")
    assert not is_local("http://elsewhere/cart")
`,
  },
  after: {
    "shop/links.py": `from urllib.parse import urlsplit, quote


def profile_link(name):
    return "/users/" + quote(name, safe="/:")


def is_local(target):
    return urlsplit(target).netloc == ""
`,
  },
  requirements: [["werkzeug==3.1.3"], ["werkzeug==3.0.6"]],
  python: ["3.9", "3.13"],
  raises: "cannot import name 'url_parse' from 'werkzeug.urls'",
  note: "What `url_quote` left as it is by default is written out, as `quote` would change a colon.",
};

const OLD_JINJA: RealCase = {
  id: "jinja-pass-context",
  recipe: "moved-names",
  title: "A filter for Jinja 2 and 3",
  files: {
    ...PYTEST,
    "requirements.txt": "jinja2>=2.11\n",
    "shop/filters.py": `from jinja2 import Environment, contextfilter


@contextfilter
def price(context, amount):
    return f"{amount} {context['currency']}"


environment = Environment()
environment.filters["price"] = price
`,
    "tests/test_filters.py": `from shop.filters import environment


def test_price_has_the_currency():
    template = environment.from_string("{{ 3|price }}")
    assert template.render(currency="EUR") == "3 EUR"
`,
  },
  after: {
    "shop/filters.py": `from jinja2 import Environment
try:
    from jinja2 import pass_context as contextfilter
except ImportError:
    from jinja2 import contextfilter


@contextfilter
def price(context, amount):
    return f"{amount} {context['currency']}"


environment = Environment()
environment.filters["price"] = price
`,
  },
  requirements: [["jinja2==3.1.6"]],
  python: ["3.11"],
  raises: "cannot import name 'contextfilter' from 'jinja2'",
  note: "`requirements.txt` allows a Jinja that only has the old name: the import works with both.",
};

const FLASK_MARKUP: RealCase = {
  id: "flask-markup",
  recipe: "moved-names",
  title: "`Markup` and `escape` imported from Flask",
  files: {
    ...PYTEST,
    "shop/pages.py": `from flask import Flask, Markup, escape

app = Flask(__name__)


@app.get("/hello/<name>")
def hello(name):
    return Markup("<b>%s</b>") % escape(name)
`,
    "tests/test_pages.py": `from shop.pages import app


def test_names_are_escaped():
    assert app.test_client().get("/hello/a<b").text == "<b>a&lt;b</b>"
`,
  },
  after: {
    "shop/pages.py": `from flask import Flask
from markupsafe import Markup, escape

app = Flask(__name__)


@app.get("/hello/<name>")
def hello(name):
    return Markup("<b>%s</b>") % escape(name)
`,
  },
  requirements: [["flask==3.1.3"]],
  python: ["3.10", "3.13"],
  raises: "cannot import name 'Markup' from 'flask'",
};

const DJANGO_NAMES: RealCase = {
  id: "django-gettext",
  recipe: "moved-names",
  title: "`ugettext`, `force_text` and `urlquote` of Django",
  files: {
    ...PYTEST,
    "shop/texts.py": `from django.utils.encoding import force_text
from django.utils.http import urlquote
from django.utils.translation import ugettext_lazy as _

TITLE = _("Shop")


def search_link(words):
    return "/search?q=" + urlquote(force_text(words))
`,
    "tests/test_texts.py": `from shop.texts import search_link


def test_words_are_quoted():
    assert search_link("red apples") == "/search?q=red%20apples"
`,
  },
  after: {
    "shop/texts.py": `from django.utils.encoding import force_str
from urllib.parse import quote
from django.utils.translation import gettext_lazy as _

TITLE = _("Shop")


def search_link(words):
    return "/search?q=" + quote(force_str(words))
`,
  },
  requirements: [["django==4.2.16"]],
  python: ["3.11"],
  raises: "cannot import name 'force_text' from 'django.utils.encoding'",
};

const SEND_FILE: RealCase = {
  id: "flask-download-name",
  recipe: "renamed-keywords",
  title: "A download's name in Flask",
  files: {
    ...PYTEST,
    "shop/app.py": `import io

from flask import Flask, send_file

app = Flask(__name__)


@app.get("/report")
def report():
    content = io.BytesIO(b"item,count\\n")
    return send_file(content, mimetype="text/csv", as_attachment=True, attachment_filename="report.csv")
`,
    "tests/test_report.py": `from shop.app import app


def test_report_is_a_download():
    app.testing = True
    response = app.test_client().get("/report")
    assert response.headers["Content-Disposition"] == "attachment; filename=report.csv"
`,
  },
  after: {
    "shop/app.py": `import io

from flask import Flask, send_file

app = Flask(__name__)


@app.get("/report")
def report():
    content = io.BytesIO(b"item,count\\n")
    return send_file(content, mimetype="text/csv", as_attachment=True, download_name="report.csv")
`,
  },
  requirements: [["flask==3.1.3"], ["flask==2.2.5", "werkzeug==2.2.3"]],
  python: ["3.10"],
  raises: "send_file() got an unexpected keyword argument 'attachment_filename'",
};

const COOKIE: RealCase = {
  id: "flask-client-cookie",
  recipe: "werkzeug-cookie-arguments",
  title: "A test sets a cookie with the domain first",
  files: {
    ...PYTEST,
    "shop/app.py": `from flask import Flask, request

app = Flask(__name__)


@app.get("/")
def home():
    return "Hello, " + request.cookies.get("user", "stranger")
`,
    "tests/test_home.py": `from shop.app import app


def test_user_is_greeted():
    client = app.test_client()
    client.set_cookie("localhost", "user", "Ada")
    assert client.get("/").text == "Hello, Ada"
`,
  },
  after: {
    "tests/test_home.py": `from shop.app import app


def test_user_is_greeted():
    client = app.test_client()
    client.set_cookie("user", "Ada", domain="localhost")
    assert client.get("/").text == "Hello, Ada"
`,
  },
  requirements: [["flask==3.1.3"]],
  python: ["3.9", "3.13"],
  raises: "set_cookie() takes from 2 to 3 positional arguments but 4 were given",
};

const URL_DECODE: RealCase = {
  id: "werkzeug-url-decode",
  recipe: "werkzeug-urls",
  title: "`url_decode` of Werkzeug, which gave a dictionary of its own",
  files: {
    ...PYTEST,
    "shop/query.py": `from werkzeug.urls import url_decode


def pages(query):
    return url_decode(query).getlist("page")
`,
    "tests/test_query.py": `from shop.query import pages


def test_pages():
    assert pages("page=1&page=2") == ["1", "2"]
`,
  },
  after: null,
  requirements: [["werkzeug==3.1.3"]],
  python: ["3.11"],
  raises: "cannot import name 'url_decode' from 'werkzeug.urls'",
  note: "`urllib.parse` gives lists and plain dictionaries: what the code does with the answer would have to change too.",
};

export const WEB_WSGI_CASES: readonly RealCase[] = [
  URL_QUOTE,
  OLD_JINJA,
  FLASK_MARKUP,
  DJANGO_NAMES,
  SEND_FILE,
  COOKIE,
  URL_DECODE,
];
