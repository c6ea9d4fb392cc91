import { expect, test } from "vitest";
import { utcNow } from "../../../src/draft/recipes/python/utc-now.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const WARNED =
  "DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).";
const FROM = "from datetime import datetime\n\n";

test.each([
  [
    "another exception",
    failing(`${FROM}x = datetime.utcnow()\n`, 3, "TypeError: can't compare offset-naive and offset-aware datetimes"),
  ],
  ["a line that is not the failing one", failing(`${FROM}y = 1\nx = datetime.utcnow()\n`, 3, WARNED)],
  ["a method of something else", failing("x = clock.utcnow()\n", 1, WARNED)],
  ["another library's class", failing("from arrow import datetime\n\nx = datetime.utcnow()\n", 3, WARNED)],
  ["a name of the project for `timezone`", failing(`${FROM}timezone = 'Berlin'\nx = datetime.utcnow()\n`, 4, WARNED)],
  [
    "a condition on the version",
    failing(`import sys\n${FROM}if sys.version_info < (3, 12):\n    x = datetime.utcnow()\n`, 5, WARNED),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(utcNow, row)).toEqual([]);
});

test.each([
  [
    "a class that is imported",
    `${FROM}x = datetime.utcnow()  # now\ny = [datetime.utcnow().date()]\n`,
    "from datetime import datetime, timezone\n\nx = datetime.now(timezone.utc).replace(tzinfo=None)  # now\ny = [datetime.now(timezone.utc).replace(tzinfo=None).date()]\n",
  ],
  [
    "a module that is imported",
    "import datetime as dt\n\nx = dt.datetime.utcnow()\n",
    "import datetime as dt\n\nx = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)\n",
  ],
  [
    "a function that is handed on",
    `${FROM}x = datetime.utcnow(); y = Column(default=datetime.utcnow)\n`,
    "from datetime import datetime, timezone\n\nx = datetime.now(timezone.utc).replace(tzinfo=None); y = Column(default=lambda: datetime.now(timezone.utc).replace(tzinfo=None))\n",
  ],
  [
    "a time stamp",
    `${FROM}x = datetime.utcfromtimestamp(seconds / 1000)\n`,
    "from datetime import datetime, timezone\n\nx = datetime.fromtimestamp(seconds / 1000, timezone.utc).replace(tzinfo=None)\n",
  ],
])("keeps the value: %s", async (_title, before, after) => {
  const warned = before.includes("utcfromtimestamp") ? WARNED.replaceAll("utcnow", "utcfromtimestamp") : WARNED;
  expect(await drafted(utcNow, failing(before, 3, warned))).toEqual(changed(after));
});
