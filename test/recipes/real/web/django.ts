import type { RealCase } from "../real-case.ts";

export const WEB_DJANGO_CASES: readonly RealCase[] = [
  {
    id: "django-utc-by-module",
    recipe: "django-utc",
    title: "`utc` of `django.utils.timezone`, which Django 5 took away",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/__init__.py": "",
      "shop/opening.py": `from datetime import datetime

from django.utils import timezone


def opening(year):
    return datetime(year, 1, 2, 9, tzinfo=timezone.utc)


def is_open(year, moment):
    return opening(year) <= timezone.localtime(moment, timezone.utc)
`,
      "shop/bills.py": `from django.utils.timezone import is_aware, utc


def stamped(moment):
    return moment if is_aware(moment) else moment.replace(tzinfo=utc)
`,
      "tests/test_shop.py": `from datetime import datetime, timezone

from shop.opening import is_open, opening


def test_opening():
    assert opening(2024).isoformat() == "2024-01-02T09:00:00+00:00"
    assert is_open(2024, datetime(2024, 3, 1, tzinfo=timezone.utc))


def test_stamped():
    from shop.bills import stamped

    assert stamped(datetime(2024, 1, 2)).utcoffset().total_seconds() == 0
`,
    },
    after: {
      "shop/opening.py": `import datetime as dt
from datetime import datetime

from django.utils import timezone


def opening(year):
    return datetime(year, 1, 2, 9, tzinfo=dt.timezone.utc)


def is_open(year, moment):
    return opening(year) <= timezone.localtime(moment, dt.timezone.utc)
`,
      "shop/bills.py": `from datetime import timezone

from django.utils.timezone import is_aware


def stamped(moment):
    return moment if is_aware(moment) else moment.replace(tzinfo=timezone.utc)
`,
    },
    requirements: [["django==5.2.19"], ["django==5.0.14"]],
    python: ["3.11", "3.13"],
    raises: "has no attribute 'utc'",
  },
];
