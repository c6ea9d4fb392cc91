import type { RealCase } from "./real-case.ts";

const INI = { "pytest.ini": "[pytest]\npythonpath = .\n" };

/** Calls of data libraries that must be written otherwise. */
export const DATA_CALL_CASES: readonly RealCase[] = [
  {
    id: "array-itemset",
    recipe: "ndarray-methods",
    title: "`itemset` of an array",
    files: {
      ...INI,
      "board.py": `import numpy as np


def marked(size, place):
    cells = np.zeros(size)
    cells.itemset(place, 1)
    return cells.tolist()
`,
      "tests/test_board.py":
        "from board import marked\n\n\ndef test_marked():\n    assert marked(3, 1) == [0.0, 1.0, 0.0]\n",
    },
    after: {
      "board.py": `import numpy as np


def marked(size, place):
    cells = np.zeros(size)
    cells.flat[place] = 1
    return cells.tolist()
`,
    },
    requirements: [["numpy==2.2.6"]],
    python: ["3.13"],
    raises: "`itemset` was removed from the ndarray class",
  },
  {
    id: "array-without-copy",
    recipe: "array-copy",
    title: "`copy=False` where a copy must be made",
    files: {
      ...INI,
      "series.py": `import numpy as np


def mean(values):
    return float(np.array(values, copy=False).mean())
`,
      "tests/test_series.py": "from series import mean\n\n\ndef test_mean():\n    assert mean([1, 2, 3]) == 2.0\n",
    },
    after: {
      "series.py": `import numpy as np


def mean(values):
    return float(np.asarray(values).mean())
`,
    },
    requirements: [["numpy==2.2.6"]],
    python: ["3.13"],
    raises: "ValueError: Unable to avoid copy while creating an array as requested.",
  },
  {
    id: "fillna-method",
    recipe: "fill-method",
    title: "`fillna` with a method",
    files: {
      ...INI,
      "gaps.py": `import pandas as pd


def filled(values):
    return pd.Series(values).fillna(method="ffill").tolist()
`,
      "tests/test_gaps.py":
        "from gaps import filled\n\n\ndef test_filled():\n    assert filled([1.0, None, 3.0]) == [1.0, 1.0, 3.0]\n",
    },
    after: {
      "gaps.py": `import pandas as pd


def filled(values):
    return pd.Series(values).ffill().tolist()
`,
    },
    requirements: [["pandas==3.0.0"]],
    python: ["3.13"],
    raises: "got an unexpected keyword argument 'method'",
  },
  {
    id: "month-end",
    recipe: "frequency-alias",
    title: "A frequency that is spelt otherwise now",
    files: {
      ...INI,
      "months.py": `import pandas as pd


def month_ends(year):
    return [str(day.date()) for day in pd.date_range(f"{year}-01-01", periods=2, freq="M")]
`,
      "tests/test_months.py":
        'from months import month_ends\n\n\ndef test_month_ends():\n    assert month_ends(2025) == ["2025-01-31", "2025-02-28"]\n',
    },
    after: {
      "months.py": `import pandas as pd


def month_ends(year):
    return [str(day.date()) for day in pd.date_range(f"{year}-01-01", periods=2, freq="ME")]
`,
    },
    requirements: [["pandas==3.0.0"]],
    python: ["3.13"],
    raises: "'M' is no longer supported for offsets. Please use 'ME' instead.",
  },
  {
    id: "schema-result",
    recipe: "marshmallow-results",
    title: "`.data` of what a schema dumps",
    files: {
      ...INI,
      "plants.py": `from marshmallow import Schema, fields


class PlantSchema(Schema):
    name = fields.Str()


def as_dict(plant):
    return PlantSchema().dump(plant).data
`,
      "tests/test_plants.py":
        'from plants import as_dict\n\n\ndef test_as_dict():\n    assert as_dict({"name": "fern"}) == {"name": "fern"}\n',
    },
    after: {
      "plants.py": `from marshmallow import Schema, fields


class PlantSchema(Schema):
    name = fields.Str()


def as_dict(plant):
    return PlantSchema().dump(plant)
`,
    },
    requirements: [["marshmallow==3.26.1"]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: 'dict' object has no attribute 'data'",
  },
  {
    id: "token-text",
    recipe: "encoded-token",
    title: "A token that is text already",
    files: {
      ...INI,
      "tokens.py": `import jwt

KEY = "a key for tests that is long enough for the algorithm"


def token_for(name):
    return jwt.encode({"name": name}, KEY, algorithm="HS256").decode("utf-8")
`,
      "tests/test_tokens.py":
        'from tokens import token_for\n\n\ndef test_token():\n    assert token_for("ada").count(".") == 2\n',
    },
    after: {
      "tokens.py": `import jwt

KEY = "a key for tests that is long enough for the algorithm"


def token_for(name):
    return jwt.encode({"name": name}, KEY, algorithm="HS256")
`,
    },
    requirements: [["pyjwt==2.10.1"]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: 'str' object has no attribute 'decode'",
  },
  {
    id: "chained-assignment",
    recipe: "chained-assignment",
    title: "A value set on a copy of a column, where that is an error",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\nfilterwarnings =\n    error::pandas.errors.ChainedAssignmentError\n",
      "stock.py": `import pandas as pd


def table(rows):
    stock = pd.DataFrame(rows)
    stock["count"].fillna(0, inplace=True)
    stock["label"][stock["count"] < 2] = "low"  # to be ordered
    return stock


def dearest(stock, number):
    stock["price"].iloc[:number] *= 2
    return stock
`,
      "tests/test_stock.py": `from stock import dearest, table

ROWS = [
    {"label": "nut", "count": 5, "price": 3},
    {"label": "bolt", "count": None, "price": 2},
]


def test_table():
    stock = table(ROWS)
    assert stock["count"].tolist() == [5, 0]
    assert stock["label"].tolist() == ["nut", "low"]


def test_dearest():
    assert dearest(table(ROWS), 1)["price"].tolist() == [6, 2]
`,
    },
    after: {
      "stock.py": `import pandas as pd


def table(rows):
    stock = pd.DataFrame(rows)
    stock["count"] = stock["count"].fillna(0)
    stock.loc[stock["count"] < 2, "label"] = "low"  # to be ordered
    return stock


def dearest(stock, number):
    stock.iloc[:number, stock.columns.get_loc("price")] *= 2
    return stock
`,
    },
    requirements: [["pandas==3.1.1"], ["pandas==3.0.0"]],
    python: ["3.11", "3.13"],
    raises: "through chained assignment",
  },
  {
    id: "chained-rows-first",
    recipe: "chained-assignment",
    title: "A value set on some rows of a copy",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\nfilterwarnings =\n    error::pandas.errors.ChainedAssignmentError\n",
      "stock.py": `import pandas as pd


def table(rows):
    stock = pd.DataFrame(rows)
    stock[stock["count"] < 2]["label"] = "low"
    return stock
`,
      "tests/test_stock.py": `from stock import table


def test_table():
    assert table([{"label": "nut", "count": 5}])["label"].tolist() == ["nut"]
`,
    },
    after: null,
    requirements: [["pandas==3.1.1"]],
    python: ["3.13"],
    raises: "through chained assignment",
    note: "Rows taken first were a copy in all versions of pandas: what was meant, only its author can say.",
  },
];
