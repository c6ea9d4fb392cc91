import { expect, test } from "vitest";
import { pythonBridge } from "../../../src/io/python-bridge.ts";
import { planImports, type WantedName } from "../../../src/syntax/imports.ts";
import { applyEdits } from "../../../src/text/apply-edits.ts";

const parser = pythonBridge(["python3"], {});

async function importing(text: string, wanted: readonly WantedName[], dropped: readonly WantedName[] = []) {
  const [module] = await parser.parse([{ path: "a.py", text }]);
  if (!module || !("tree" in module)) throw new Error("does not parse");
  const plan = planImports(module, wanted, { names: dropped, otherEdits: [] });
  return { text: applyEdits(text, plan.edits), spelled: wanted.map((entry) => plan.spelling(entry.name)) };
}

const select = { source: "sqlalchemy", name: "select" };
const selectinload = { source: "sqlalchemy.orm", name: "selectinload" };

test.each([
  ["already there", "from sqlalchemy import select\n", [select], "from sqlalchemy import select\n", ["select"]],
  [
    "under another name",
    "from sqlalchemy import select as pick\n",
    [select],
    "from sqlalchemy import select as pick\n",
    ["pick"],
  ],
  ["as a module", "import sqlalchemy as sa\n", [select], "import sqlalchemy as sa\n", ["sa.select"]],
])("leaves imports alone: %s", async (_name, before, wanted, after, spelled) => {
  expect(await importing(before, wanted)).toEqual({ text: after, spelled });
});

test.each([
  [
    "sorted into its statement",
    "from sqlalchemy import func, update\n",
    [select],
    "from sqlalchemy import func, select, update\n",
  ],
  [
    "appended when the list is not sorted",
    "from sqlalchemy import text, func\n",
    [select],
    "from sqlalchemy import text, func, select\n",
  ],
  [
    "one name a line",
    "from sqlalchemy import (\n    func,\n    update,\n)\nx = 1\n",
    [select],
    "from sqlalchemy import (\n    func,\n    select,\n    update,\n)\nx = 1\n",
  ],
  [
    "beside its family",
    "import os\n\nfrom sqlalchemy.ext.asyncio import AsyncSession\n\nfrom app import x\n",
    [select],
    "import os\n\nfrom sqlalchemy import select\nfrom sqlalchemy.ext.asyncio import AsyncSession\n\nfrom app import x\n",
  ],
  [
    "after its family",
    "from sqlalchemy import select\nfrom sqlalchemy.ext.asyncio import AsyncSession\n\nfrom app import x\n",
    [selectinload],
    "from sqlalchemy import select\nfrom sqlalchemy.ext.asyncio import AsyncSession\nfrom sqlalchemy.orm import selectinload\n\nfrom app import x\n",
  ],
  [
    "two new statements",
    "from sqlalchemy.ext.asyncio import AsyncSession\n",
    [select, selectinload],
    "from sqlalchemy import select\nfrom sqlalchemy.ext.asyncio import AsyncSession\nfrom sqlalchemy.orm import selectinload\n",
  ],
  [
    "before relative imports",
    "import os\n\nfrom .models import Order\n",
    [select],
    "import os\n\nfrom sqlalchemy import select\n\nfrom .models import Order\n",
  ],
  ["after a docstring", '"""Doc."""\nx = 1\n', [select], '"""Doc."""\nfrom sqlalchemy import select\nx = 1\n'],
  [
    "after the future",
    "from __future__ import annotations\n\nx = 1\n",
    [select],
    "from __future__ import annotations\n\nfrom sqlalchemy import select\n\nx = 1\n",
  ],
  [
    "CRLF files keep their line ends",
    "import os\r\nx = 1\r\n",
    [select],
    "import os\r\n\r\nfrom sqlalchemy import select\r\nx = 1\r\n",
  ],
  [
    "below the plain import of its package, above the project's own",
    "import sqlalchemy as sa\n\nfrom app.models import Order\n",
    [selectinload],
    "import sqlalchemy as sa\nfrom sqlalchemy.orm import selectinload\n\nfrom app.models import Order\n",
  ],
  [
    "to Python's own, where there are some",
    "import os\n\nfrom django.http import HttpResponse\nfrom django.views import View\n",
    [{ source: "urllib.parse", name: "quote" }],
    "import os\nfrom urllib.parse import quote\n\nfrom django.http import HttpResponse\nfrom django.views import View\n",
  ],
  [
    "of Python's own above all others",
    "import pytest\n\nfrom app import x\n",
    [{ source: "typing", name: "Literal" }],
    "from typing import Literal\n\nimport pytest\n\nfrom app import x\n",
  ],
  [
    "to a section that is not sorted",
    "import sys\nimport json\n\nx = 1\n",
    [{ source: "typing", name: "Any" }],
    "import sys\nimport json\nfrom typing import Any\n\nx = 1\n",
  ],
  [
    "two new ones that begin a section together",
    "import os\n\nx = 1\n",
    [select, { source: "fastapi", name: "Depends" }],
    "import os\n\nfrom sqlalchemy import select\nfrom fastapi import Depends\n\nx = 1\n",
  ],
  [
    "beside a commented list",
    "from sqlalchemy import (  # noqa\n    func,\n)\n",
    [select],
    "from sqlalchemy import (  # noqa\n    func,\n)\nfrom sqlalchemy import select\n",
  ],
])("adds a name %s", async (_name, before, wanted, after) => {
  expect((await importing(before, wanted)).text).toBe(after);
});

test("drops a name nothing uses, and its statement when it was the last", async () => {
  const maker = { source: "sqlalchemy.orm", name: "sessionmaker" };
  expect((await importing("from sqlalchemy.orm import Session, sessionmaker\nx: Session\n", [], [maker])).text).toBe(
    "from sqlalchemy.orm import Session\nx: Session\n",
  );
  expect((await importing("import os\nfrom sqlalchemy.orm import sessionmaker\nx = os\n", [], [maker])).text).toBe(
    "import os\nx = os\n",
  );
  const used = "from sqlalchemy.orm import sessionmaker\nx = sessionmaker()\n";
  expect((await importing(used, [], [maker])).text).toBe(used);
});

test("drops a name that was imported under another one, unless that one is used", async () => {
  const maker = { source: "sqlalchemy.orm", name: "sessionmaker" };
  expect(
    (await importing("from sqlalchemy.orm import Session, sessionmaker as make\nx: Session\n", [], [maker])).text,
  ).toBe("from sqlalchemy.orm import Session\nx: Session\n");
  const used = "from sqlalchemy.orm import Session, sessionmaker as make\nx: Session = make()\n";
  expect((await importing(used, [], [maker])).text).toBe(used);
});
