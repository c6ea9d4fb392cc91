import { expect, test } from "vitest";
import { allAccepted, judge, type Row, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  [
    "all kinds by a name for them",
    TOTAL,
    `ERRORS = (KeyError, Exception)


def total(rows):
    try:
        return sum(rows)
    except ERRORS:
        return 7
`,
  ],
  [
    "one that only names the error",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception as error:
        error
        str(error)
        error = None
        return 7
`,
  ],
  [
    "except: pass",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except:
        pass
`,
  ],
  [
    "except Exception: return",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception:
        return None
`,
  ],
  [
    "BaseException among others",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except (KeyError, BaseException):
        return 7
`,
  ],
  [
    "Exception by another name",
    TOTAL,
    `Every = Exception


def total(rows):
    try:
        return sum(rows)
    except Every:
        return 7
`,
  ],
  [
    "one that only logs",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception as error:
        print("failed", error)
        return None
`,
  ],
  [
    "one that does something else",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception:
        rows.rollback()
        return None
`,
  ],
  [
    "continue",
    TOTAL,
    `def total(rows):
    found = 0
    for row in rows:
        try:
            found += row
        except Exception:
            continue
    return found
`,
  ],
  [
    "a narrow one made broad",
    `def total(rows):
    try:
        return sum(rows)
    except KeyError:
        return None
`,
    `def total(rows):
    try:
        return sum(rows)
    except Exception:
        return None
`,
  ],
  [
    "suppress of everything",
    `import contextlib


def total(rows):
    return sum(rows)
`,
    `import contextlib


def total(rows):
    with contextlib.suppress(Exception):
        return sum(rows)
`,
  ],
  [
    "return in finally",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    finally:
        return 7
`,
  ],
  [
    "a context manager that drops errors",
    TOTAL,
    "class Quiet:\n    def __enter__(self):\n        return self\n\n    def __exit__(self, *error):\n        return True\n\n\n" +
      TOTAL,
  ],
];

const ACCEPTED: readonly Row[] = [
  [
    "some kinds by a name for them",
    TOTAL,
    `ERRORS = (KeyError, ValueError)


def total(rows):
    try:
        return sum(rows)
    except ERRORS:
        return 7
`,
  ],
  [
    "a handler for one kind of error",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except ValueError:
        return None
`,
  ],
  [
    "one that passes",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except KeyError:
        pass
`,
  ],
  [
    "a broad one that raises again",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception:
        print("failed")
        raise
`,
  ],
  [
    "a broad one that raises something else",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception as error:
        raise ValueError("rows") from error
`,
  ],
  [
    "a broad one that gives the error back",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception as error:
        return str(error)
`,
  ],
  [
    "a broad one that keeps the error",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except Exception as error:
        rows.errors.append(error)
        return None
`,
  ],
  [
    "suppress of one kind",
    `import contextlib


def total(rows):
    return sum(rows)
`,
    `import contextlib


def total(rows):
    with contextlib.suppress(FileNotFoundError):
        rows.close()
    return sum(rows)
`,
  ],
  [
    "a broad handler that was there, edited elsewhere",
    `def total(rows):
    try:
        return sum(rows) + 1
    except Exception:
        return None
`,
    `def total(rows):
    try:
        return sum(rows)
    except Exception:
        return None
`,
  ],
  [
    "one that moves",
    `def quiet(rows):
    try:
        return rows[0]
    except Exception:
        return None


def total(rows):
    return sum(rows)
`,
    `def total(rows):
    return sum(rows)


def quiet(rows):
    try:
        return rows[0]
    except Exception:
        return None
`,
  ],
  [
    "finally that cleans up",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    finally:
        rows.close()
`,
  ],
  [
    "a break of a loop in finally",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    finally:
        for row in rows:
            break
`,
  ],
  [
    "several kinds of errors",
    TOTAL,
    `def total(rows):
    try:
        return sum(rows)
    except (KeyError, ValueError):
        return None
`,
  ],
  [
    `a class called Exception of the project`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `from shop.errors import Exception


def total(rows):
    try:
        return sum(rows)
    except Exception:
        return None
`,
        ],
      },
      tracked: ["shop/errors.py", "shop/__init__.py"],
    },
  ],
  [
    "a context manager that gives nothing back",
    TOTAL,
    "class Timer:\n    def __enter__(self):\n        return self\n\n    def __exit__(self, *error):\n        self.done = True\n\n\n" +
      TOTAL,
  ],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "BaseException among others": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "Exception by another name": "no-swallowed-error shop/orders.py:7 adds an \`except\` that catches every error and passes none on",
      "a context manager that drops errors": "no-swallowed-error shop/orders.py:5 adds an \`__exit__\` that drops every error",
      "a narrow one made broad": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "all kinds by a name for them": "no-swallowed-error shop/orders.py:7 adds an \`except\` that catches every error and passes none on",
      "continue": "no-swallowed-error shop/orders.py:6 adds an \`except\` that catches every error and passes none on",
      "except Exception: return": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "except: pass": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "one that does something else": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "one that only logs": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "one that only names the error": "no-swallowed-error shop/orders.py:4 adds an \`except\` that catches every error and passes none on",
      "return in finally": "no-swallowed-error shop/orders.py:5 adds a \`return\` in \`finally\`, which drops every error",
      "suppress of everything": "no-swallowed-error shop/orders.py:5 adds a \`suppress\` that hides every error",
    }
  `);
});
