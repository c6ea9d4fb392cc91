import { expect, test } from "vitest";
import { importedFile } from "../../../src/syntax/imported-file.ts";

const FILES = [
  "app/__init__.py",
  "app/db.py",
  "app/routes/__init__.py",
  "app/routes/orders.py",
  "backend/shop/__init__.py",
  "backend/shop/db.py",
  "infra/__init__.py",
  "infra/sqlalchemy/__init__.py",
  "src/lib/__init__.py",
  "src/lib/db.py",
  "scripts/tool.py",
];

test.each([
  ["app/routes/orders.py", "app.db", 0, "app/db.py"],
  ["app/routes/orders.py", "app", 0, "app/__init__.py"],
  ["app/routes/orders.py", "db", 2, "app/db.py"],
  ["app/routes/orders.py", "", 1, "app/routes/__init__.py"],
  ["backend/shop/x.py", "shop.db", 0, "backend/shop/db.py"],
  ["tests/test_x.py", "lib.db", 0, "src/lib/db.py"],
  ["scripts/other.py", "tool", 0, "scripts/tool.py"],
  ["infra/x.py", "infra.sqlalchemy", 0, "infra/sqlalchemy/__init__.py"],
] as const)("from %s, %s (level %i) is %s", (importer, source, level, expected) => {
  expect(importedFile(FILES, importer, { source, level })).toBe(expected);
});

test.each([
  ["a library, although a folder inside a package has its name", "infra/x.py", "sqlalchemy", 0],
  ["a module inside a package, named without it", "app/routes/orders.py", "db", 0],
  ["nothing there", "app/db.py", "missing", 1],
  ["the empty name", "app/db.py", "", 0],
] as const)("%s is no file of the project", (_name, importer, source, level) => {
  expect(importedFile(FILES, importer, { source, level })).toBeUndefined();
});
