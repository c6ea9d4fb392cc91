import type { RealCase } from "./real-case.ts";

const INI = "[pytest]\npythonpath = .\n";

const STATISTICS = `import numpy as np


def to_array(values):
    return np.array(values, dtype=np.float)


def lowest(values):
    low = np.Inf
    for value in values:
        low = min(low, value)
    return low


def total(values):
    return np.product(to_array(values))
`;

const MEASURES = `import numpy as np


def known(ids, catalogue):
    return np.in1d(ids, catalogue)


def highest(values):
    best = np.NINF
    for value in values:
        best = max(best, value)
    return best


def first(values):
    return np.asscalar(np.asfarray(values)[0])
`;

const LEDGER = `import pandas as pd


def add_booking(bookings, booking):
    return bookings.append(booking, ignore_index=True)


def merge(first, second):
    return first.append(second)


def totals(bookings):
    return {name: int(column.sum()) for name, column in bookings.iteritems()}
`;

/** Numbers, tables, schemas: what data libraries took away. */
export const DATA_CASES: readonly RealCase[] = [
  {
    id: "numpy-aliases",
    recipe: "moved-names",
    title: "Names that numpy 1.24 and 2.0 took away",
    files: {
      "pytest.ini": INI,
      "figures/statistics.py": STATISTICS,
      "tests/test_statistics.py": `from figures.statistics import lowest, to_array, total


def test_figures_are_summed_up():
    assert to_array([1, 2]).dtype == "float64"
    assert lowest([3, 1, 2]) == 1
    assert total([2, 3]) == 6
`,
    },
    after: {
      "figures/statistics.py": STATISTICS.replace("np.float)", "float)")
        .replace("np.Inf", "np.inf")
        .replace("np.product", "np.prod"),
    },
    requirements: [["numpy==2.2.6"]],
    python: ["3.10", "3.13"],
    raises: "AttributeError: module 'numpy' has no attribute 'float'",
  },
  {
    id: "numpy-expressions",
    recipe: "removed-numpy-functions",
    title: "Functions of numpy that another expression replaces",
    files: {
      "pytest.ini": INI,
      "figures/measures.py": MEASURES,
      "tests/test_measures.py": `from figures.measures import first, highest, known


def test_measures():
    assert highest([3, 1, 2]) == 3
    assert first([4, 5]) == 4.0
    assert known([1, 9], [1, 2]).tolist() == [True, False]
`,
    },
    after: {
      "figures/measures.py": MEASURES.replace("np.in1d(ids, catalogue)", "np.isin(ids, catalogue).ravel()")
        .replace("np.NINF", "-np.inf")
        .replace("np.asscalar(np.asfarray(values)[0])", "np.asarray(values, dtype=np.float64)[0].item()"),
    },
    requirements: [["numpy==2.5.5"]],
    python: ["3.13"],
    raises: "AttributeError: `np.NINF` was removed in the NumPy 2.0 release. Use `-np.inf` instead.",
  },
  {
    id: "pandas-append",
    recipe: "pandas-append",
    title: "`DataFrame.append`, of a row and of another table",
    files: {
      "pytest.ini": INI,
      "shop/ledger.py": LEDGER,
      "tests/test_ledger.py": `import pandas as pd
from shop.ledger import add_booking, merge, totals


def test_a_booking_is_added():
    bookings = add_booking(pd.DataFrame({"amount": [1]}), {"amount": 2})
    assert bookings["amount"].tolist() == [1, 2]
    assert bookings.index.tolist() == [0, 1]


def test_two_ledgers_are_merged():
    merged = merge(pd.DataFrame({"amount": [1]}), pd.DataFrame({"amount": [2]}))
    assert merged["amount"].tolist() == [1, 2]


def test_columns_are_summed_up():
    assert totals(pd.DataFrame({"amount": [1, 2]})) == {"amount": 3}
`,
    },
    after: {
      "shop/ledger.py": LEDGER.replace(
        "bookings.append(booking, ignore_index=True)",
        "pd.concat([bookings, pd.DataFrame([booking])], ignore_index=True)",
      )
        .replace("first.append(second)", "pd.concat([first, second])")
        .replace("iteritems", "items"),
    },
    requirements: [["pandas==2.2.3"], ["pandas==3.1.1"]],
    python: ["3.13"],
    raises: "AttributeError: 'DataFrame' object has no attribute 'append'",
  },
];
