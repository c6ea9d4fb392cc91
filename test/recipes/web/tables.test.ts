import { expect, test } from "vitest";
import { movedNames } from "../../../src/draft/recipes/moved-names.ts";
import { renamedKeywords } from "../../../src/draft/recipes/renamed-keywords.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/views.py";

function importing(text: string, message: string, has: readonly string[]): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "ImportError", message },
    frames: [{ path: PATH, line: 1, function: "<module>" }],
    has,
  };
}

const missing = (name: string, module: string): string =>
  `cannot import name '${name}' from '${module}' (/venv/lib/${module.replaceAll(".", "/")}.py)`;

test.each([
  [
    "Flask's escaping",
    importing(
      "from flask import Flask, Markup, escape\n\napp = Flask(__name__)\nprint(escape(Markup('a')))\n",
      missing("Markup", "flask"),
      ["markupsafe.Markup", "markupsafe.escape"],
    ),
    "from flask import Flask\nfrom markupsafe import Markup, escape\n\napp = Flask(__name__)\nprint(escape(Markup('a')))\n",
  ],
  [
    "two decorators of Jinja's that became one",
    importing(
      "from jinja2 import contextfilter, contextfunction\n\n\n@contextfilter\ndef price(context, value):\n    return value\n\n\n@contextfunction\ndef user(context):\n    return context['user']\n",
      missing("contextfilter", "jinja2"),
      ["jinja2.pass_context"],
    ),
    "from jinja2 import pass_context\n\n\n@pass_context\ndef price(context, value):\n    return value\n\n\n@pass_context\ndef user(context):\n    return context['user']\n",
  ],
  [
    "a module of Django's that moved as a whole",
    importing("from django.core.urlresolvers import reverse\n", "No module named 'django.core.urlresolvers'", [
      "django.urls.reverse",
    ]),
    "from django.urls import reverse\n",
  ],
  [
    "a translation under its usual alias",
    importing(
      "from django.utils.translation import ugettext_lazy as _\n\nTITLE = _('shop')\n",
      missing("ugettext_lazy", "django.utils.translation"),
      ["django.utils.translation.gettext_lazy"],
    ),
    "from django.utils.translation import gettext_lazy as _\n\nTITLE = _('shop')\n",
  ],
  [
    "routes of Django's by a regular expression",
    importing(
      "from django.conf.urls import include, url\n\nurlpatterns = [url(r'^a/$', include('a'))]\n",
      missing("url", "django.conf.urls"),
      ["django.urls.re_path"],
    ),
    "from django.conf.urls import include\nfrom django.urls import re_path\n\nurlpatterns = [re_path(r'^a/$', include('a'))]\n",
  ],
  [
    "for a project that works with the old jinja2 too: both",
    {
      ...importing("from jinja2 import contextfilter\n", missing("contextfilter", "jinja2"), ["jinja2.pass_context"]),
      support: { distributions: { jinja2: "2.11" } },
    },
    "try:\n    from jinja2 import pass_context as contextfilter\nexcept ImportError:\n    from jinja2 import contextfilter\n",
  ],
] as const)("moves %s", async (_title, row, after) => {
  expect(await drafted(movedNames, row)).toEqual([{ [PATH]: after }]);
});

test.each([
  ["a Markup of the project's own", importing("from shop.text import Markup\n", missing("Markup", "shop.text"), [])],
  ["a package that is not installed", importing("from django.utils import six\n", missing("six", "django.utils"), [])],
  [
    "a join whose successor answers otherwise",
    importing("from flask import safe_join\n", missing("safe_join", "flask"), ["werkzeug.utils.safe_join"]),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(movedNames, row)).toEqual([]);
});

function calling(text: string, line: number, message: string): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "TypeError", message },
    frames: [{ path: PATH, line, function: "<module>" }],
    accepts: ["flask.send_file download_name", "django.db.models.CheckConstraint condition"],
  };
}

const refused = (callee: string, keyword: string): string =>
  `${callee}() got an unexpected keyword argument '${keyword}'`;

test.each([
  [
    "a download's name",
    calling(
      "from flask import send_file\n\nsend_file('a.csv', attachment_filename='b.csv')\n",
      3,
      refused("send_file", "attachment_filename"),
    ),
    "from flask import send_file\n\nsend_file('a.csv', download_name='b.csv')\n",
  ],
  [
    "the condition of a check",
    calling(
      "from django.db import models\n\nmodels.CheckConstraint(check=models.Q(a=1), name='a')\n",
      3,
      refused("CheckConstraint.__init__", "check"),
    ),
    "from django.db import models\n\nmodels.CheckConstraint(condition=models.Q(a=1), name='a')\n",
  ],
  [
    "what FastAPI never read",
    calling("from fastapi import Query\n\nq = Query(None, required=False)\n", 3, refused("Query", "required")),
    "from fastapi import Query\n\nq = Query(None)\n",
  ],
] as const)("renames or drops %s", async (_title, row, after) => {
  expect(await drafted(renamedKeywords, row)).toEqual([{ [PATH]: after }]);
});

test("a parameter that is said to be required stays for a person to look at", async () => {
  const text = "from fastapi import Query\n\nq = Query(None, required=True)\n";
  expect(await drafted(renamedKeywords, calling(text, 3, refused("Query", "required")))).toEqual([]);
});
