import { expect, test } from "vitest";
import { djangoUtc } from "../../../src/draft/recipes/web/django-utc.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/orders.py";
const IMPORT = "cannot import name 'utc' from 'django.utils.timezone' (/site-packages/django/utils/timezone.py)";
const ATTRIBUTE = "module 'django.utils.timezone' has no attribute 'utc'";

function failing(text: string, message = text.includes("import utc") ? IMPORT : ATTRIBUTE, path = PATH): RecipeCase {
  const line = text.split("\n").findIndex((entry) => entry.includes("# fails")) + 1;
  const type = message === IMPORT ? "ImportError" : "AttributeError";
  return { files: { [path]: text }, exception: { type, message }, frames: [{ path, line, function: "f" }] };
}

const USE = "\n\ndef f(day):\n    return day.replace(tzinfo=utc)\n";

test.each<[string, RecipeCase]>([
  [
    "another name",
    failing(
      `from django.utils.timezone import utc  # fails\n${USE}`,
      "cannot import name 'now' from 'django.utils.timezone'",
    ),
  ],
  ["a name of the project's own", failing(`from shop.times import utc  # fails\n${USE}`)],
  [
    "another timezone module",
    failing("from shop import timezone\n\n\ndef f(day):\n    return timezone.utc  # fails\n"),
  ],
  [
    "a fallback",
    failing(
      `try:\n    from django.utils.timezone import utc  # fails\nexcept ImportError:\n    from datetime import timezone\n    utc = timezone.utc\n${USE}`,
    ),
  ],
  ["an import that is handed on", failing('from django.utils.timezone import utc  # fails\n\n__all__ = ["utc"]\n')],
  [
    "an import in a function",
    failing("def f(day):\n    from django.utils.timezone import utc  # fails\n    return day.replace(tzinfo=utc)\n"),
  ],
  [
    "another line",
    failing("from django.utils import timezone\n\nZONE = timezone.utc\n\n\ndef f(day):\n    return day  # fails\n"),
  ],
  [
    "every name is taken",
    failing(
      "from datetime import datetime\nfrom django.utils import timezone\n\ndt = datetime(2020, 1, 1, tzinfo=timezone.utc)  # fails\n",
    ),
  ],
  ["a name that is set", failing("from django.utils import timezone\n\ntimezone.utc = None  # fails\n")],
  [
    "code that asks for the version",
    failing(
      "import django\nfrom django.utils import timezone\n\nif django.VERSION < (5,) and hasattr(timezone, 'utc'):\n    ZONE = timezone.utc  # fails\n",
    ),
  ],
])("leaves alone: %s", async (_title, row) => {
  expect(await drafted(djangoUtc, row)).toEqual([]);
});

test.each<[string, RecipeCase, string]>([
  [
    "imported alone",
    failing(`from django.utils.timezone import utc  # fails\n${USE}`),
    `from datetime import timezone\n\n\ndef f(day):\n    return day.replace(tzinfo=timezone.utc)\n`,
  ],
  [
    "imported with others, and called otherwise",
    failing(
      "import datetime\n\nfrom django.utils.timezone import now, utc as UTC  # fails\n\nSTART = datetime.datetime(2020, 1, 1, tzinfo=UTC)\n",
      IMPORT,
    ),
    "import datetime\n\nfrom django.utils.timezone import now  # fails\n\nSTART = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)\n",
  ],
  [
    "by the module, its name in use",
    failing(
      "from django.utils import timezone\n\n\ndef f(day):\n    return day.replace(tzinfo=timezone.utc), timezone.now()  # fails\n",
    ),
    "import datetime\n\nfrom django.utils import timezone\n\n\ndef f(day):\n    return day.replace(tzinfo=datetime.timezone.utc), timezone.now()  # fails\n",
  ],
  [
    "by the module, and the class is there",
    failing(
      "from datetime import datetime\n\nfrom django.utils import timezone\n\nSTART = datetime(2020, 1, 1, tzinfo=timezone.utc)  # fails\n",
    ),
    "import datetime as dt\nfrom datetime import datetime\n\nfrom django.utils import timezone\n\nSTART = datetime(2020, 1, 1, tzinfo=dt.timezone.utc)  # fails\n",
  ],
  [
    "Python's own is there already",
    failing("from datetime import timezone as tz\nfrom django.utils.timezone import utc  # fails\n\nZONE = utc\n"),
    "from datetime import timezone as tz\n\nZONE = tz.utc\n",
  ],
])("rewrites: %s", async (_title, row, text) => {
  expect(await drafted(djangoUtc, row)).toEqual([{ [PATH]: text }]);
});

test("the other files of the product too, and no tests", async () => {
  const own = failing("from django.utils.timezone import utc  # fails\n\nZONE = utc\n");
  const text = "from django.utils.timezone import utc\n\nOTHER = utc\n";
  const files = { ...own.files, "shop/bills.py": text, "tests/test_bills.py": text };
  expect(await drafted(djangoUtc, { ...own, files })).toEqual([
    {
      [PATH]: "from datetime import timezone\n\nZONE = timezone.utc\n",
      "shop/bills.py": "from datetime import timezone\n\nOTHER = timezone.utc\n",
    },
  ]);
});
