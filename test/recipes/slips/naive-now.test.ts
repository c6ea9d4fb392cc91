import { expect, test } from "vitest";
import { naiveNow } from "../../../src/draft/recipes/slips/naive-now.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const COMPARE = "TypeError: can't compare offset-naive and offset-aware datetimes";
const SUBTRACT = "TypeError: can't subtract offset-naive and offset-aware datetimes";
const HEAD = "from datetime import datetime\n\n\n";

test.each([
  [
    "kept under a name, which others may use",
    `${HEAD}def f(until):\n    now = datetime.now()\n    return until < now  # fails\n`,
    COMPARE,
  ],
  [
    "the other one is naive",
    `${HEAD}def f(until):\n    return datetime.fromisoformat(until) < datetime.now(zone)  # fails\n`,
    COMPARE,
  ],
  ["both are", `${HEAD}def f():\n    return datetime.now() < datetime.utcnow()  # fails\n`, COMPARE],
  [
    "something else that is called datetime",
    "from app import datetime\n\n\ndef f(until):\n    return until < datetime.now()  # fails\n",
    COMPARE,
  ],
  [
    "a database column without a zone",
    `${HEAD}class Token(Base):\n    until = Column(DateTime)\n\n\ndef f(token):\n    return token.until < datetime.now()  # fails\n`,
    COMPARE,
  ],
  [
    "a mapped column",
    `${HEAD}class Token(Base):\n    until: Mapped[datetime] = mapped_column()\n\n\ndef f(token):\n    return token.until < datetime.now()  # fails\n`,
    COMPARE,
  ],
  [
    "a field of Django",
    `${HEAD}class Token(Model):\n    until = models.DateTimeField()\n\n\ndef f(token):\n    return token.until < datetime.now()  # fails\n`,
    COMPARE,
  ],
  [
    "timezone is something else",
    `from django.utils import timezone\n${HEAD}def f(until):\n    return until < datetime.now()  # fails\n`,
    COMPARE,
  ],
  ["an addition", `${HEAD}def f(until):\n    return until + datetime.now()  # fails\n`, SUBTRACT],
  [
    "another message",
    `${HEAD}def f(until):\n    return until < datetime.now()  # fails\n`,
    "TypeError: can't compare datetime.datetime to datetime.date",
  ],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(naiveNow, failing(text, exception))).toEqual([]);
});

test.each([
  [
    "compared",
    `${HEAD}def f(until):\n    return until < datetime.utcnow()  # fails\n`,
    COMPARE,
    "from datetime import datetime, timezone\n\n\ndef f(until):\n    return until < datetime.now(timezone.utc)  # fails\n",
  ],
  [
    "subtracted, from the module",
    "import datetime as dt\n\n\ndef f(since):\n    return (dt.datetime.now() - since).days  # fails\n",
    SUBTRACT,
    "import datetime as dt\n\n\ndef f(since):\n    return (dt.datetime.now(dt.timezone.utc) - since).days  # fails\n",
  ],
  [
    "timezone is there under another name",
    `from datetime import timezone as tz\n${HEAD}def f(self):\n    return self.until >= datetime.now()  # fails\n`,
    COMPARE,
    `from datetime import timezone as tz\n${HEAD}def f(self):\n    return self.until >= datetime.now(tz.utc)  # fails\n`,
  ],
  [
    "a column that keeps the zone",
    "from datetime import datetime, timezone\n\n\nclass Token(Base):\n    until = Column(DateTime(timezone=True))\n\n\ndef f(token):\n    return token.until < datetime.now()  # fails\n",
    COMPARE,
    "from datetime import datetime, timezone\n\n\nclass Token(Base):\n    until = Column(DateTime(timezone=True))\n\n\ndef f(token):\n    return token.until < datetime.now(timezone.utc)  # fails\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(naiveNow, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
