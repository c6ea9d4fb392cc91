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

const SENSORS = `import pandas as pd


def cleaned(readings):
    readings = readings.drop("comment", 1)
    return readings.fillna(method="ffill")


def monthly(readings):
    return readings.resample("M").sum()
`;

const SETTINGS = `import yaml


def read_settings(text):
    return yaml.load(text)
`;

const USERS = `from marshmallow import Schema, fields, post_load


class User:
    def __init__(self, name, role):
        self.name = name
        self.role = role


class UserSchema(Schema):
    name = fields.Str(required=True)
    role = fields.Str(missing="guest")

    @post_load
    def make_user(self, data):
        return User(**data)
`;

const SCORES = `from sklearn.metrics import mean_squared_error


def error(expected, predicted):
    return mean_squared_error(expected, predicted, squared=False)
`;

const AREA = `from scipy.integrate import simps, trapz


def areas(heights):
    return float(simps(heights)), float(trapz(heights))
`;

const LABELS = `from PIL import Image, ImageDraw


def label(text):
    image = Image.new("L", (200, 40))
    width, height = ImageDraw.Draw(image).textsize(text)
    return image.resize((100, 20), Image.ANTIALIAS), width, height
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
  {
    id: "pandas-arguments",
    recipe: "arguments-by-name",
    title: "Arguments and frequencies that pandas 2 and 3 take otherwise",
    files: {
      "pytest.ini": INI,
      "weather/sensors.py": SENSORS,
      "tests/test_sensors.py": `import pandas as pd
from weather.sensors import cleaned, monthly


def test_gaps_are_filled():
    readings = pd.DataFrame({"value": [1.0, None], "comment": ["a", "b"]})
    assert cleaned(readings)["value"].tolist() == [1.0, 1.0]


def test_months_are_summed_up():
    readings = pd.Series([1, 2, 3], index=pd.to_datetime(["2024-01-01", "2024-01-31", "2024-02-01"]))
    assert monthly(readings).tolist() == [3, 3]
`,
    },
    after: {
      "weather/sensors.py": SENSORS.replace('"comment", 1', '"comment", axis=1')
        .replace('fillna(method="ffill")', "ffill()")
        .replace('"M"', '"ME"'),
    },
    requirements: [["pandas==3.1.1"]],
    python: ["3.13"],
    raises: "TypeError: DataFrame.drop() takes from 1 to 2 positional arguments but 3 were given",
  },
  {
    id: "yaml-load",
    recipe: "yaml-loader",
    title: "`yaml.load` without a loader",
    files: {
      "pytest.ini": INI,
      "app/settings.py": SETTINGS,
      "tests/test_settings.py": `from app.settings import read_settings


def test_settings_are_read():
    assert read_settings("debug: true\\nports: [80, 443]") == {"debug": True, "ports": [80, 443]}
`,
    },
    after: { "app/settings.py": SETTINGS.replace("yaml.load(", "yaml.safe_load(") },
    requirements: [["pyyaml==6.0.2"]],
    python: ["3.8", "3.13"],
    raises: "TypeError: load() missing 1 required positional argument: 'Loader'",
  },
  {
    id: "yaml-python-tags",
    recipe: "yaml-loader",
    title: "`yaml.load` of documents that name Python's types",
    files: {
      "pytest.ini": INI,
      "app/settings.py": SETTINGS,
      "app/defaults.yml": "ports: !!python/tuple [80, 443]\n",
      "tests/test_settings.py": `from pathlib import Path

from app.settings import read_settings


def test_ports_are_a_tuple():
    assert read_settings(Path("app/defaults.yml").read_text()) == {"ports": (80, 443)}
`,
    },
    after: null,
    requirements: [["pyyaml==6.0.2"]],
    python: ["3.13"],
    raises: "TypeError: load() missing 1 required positional argument: 'Loader'",
    note: "The safe loader refuses such documents, and whether another one may be trusted with them is not for a rule to say.",
  },
  {
    id: "marshmallow-schema",
    recipe: "marshmallow-hooks",
    title: "A schema of marshmallow 2 under marshmallow 4",
    files: {
      "pytest.ini": INI,
      "app/users.py": USERS,
      "tests/test_users.py": `from app.users import UserSchema


def test_a_user_without_a_role_is_a_guest():
    user = UserSchema().load({"name": "Ada"})
    assert (user.name, user.role) == ("Ada", "guest")
`,
    },
    after: {
      "app/users.py": USERS.replace("missing=", "load_default=").replace("self, data)", "self, data, **kwargs)"),
    },
    requirements: [["marshmallow==4.0.0"]],
    python: ["3.10", "3.13"],
    raises: "TypeError: Field.__init__() got an unexpected keyword argument 'missing'",
  },
  {
    id: "rooted-error",
    recipe: "root-mean-squared-error",
    title: "The root of the mean squared error",
    files: {
      "pytest.ini": INI,
      "model/scores.py": SCORES,
      "tests/test_scores.py": `from model.scores import error


def test_error_is_the_root():
    assert error([0, 0], [3, 3]) == 3.0
`,
    },
    after: {
      "model/scores.py": SCORES.replace("import mean_", "import root_mean_").replace(
        "return mean_squared_error(expected, predicted, squared=False)",
        "return root_mean_squared_error(expected, predicted)",
      ),
    },
    requirements: [["scikit-learn==1.9.1"]],
    python: ["3.13"],
    raises: "TypeError: got an unexpected keyword argument 'squared'",
  },
  {
    id: "scipy-integration",
    recipe: "moved-names",
    title: "Rules of integration that scipy renamed",
    files: {
      "pytest.ini": INI,
      "survey/area.py": AREA,
      "tests/test_area.py": `from survey.area import areas


def test_both_rules_agree_on_a_line():
    assert areas([0.0, 1.0, 2.0]) == (2.0, 2.0)
`,
    },
    after: {
      "survey/area.py": AREA.replace("import simps, trapz", "import simpson, trapezoid")
        .replace("simps(heights)", "simpson(heights)")
        .replace("trapz(heights)", "trapezoid(heights)"),
    },
    requirements: [["scipy==1.18.1"]],
    python: ["3.13"],
    raises: "ImportError: cannot import name 'simps' from 'scipy.integrate'",
  },
  {
    id: "pillow-text",
    recipe: "pillow-text-size",
    title: "The size of a text in Pillow",
    files: {
      "pytest.ini": INI,
      "badges/labels.py": LABELS,
      "tests/test_labels.py": `from badges.labels import label


def test_a_label_has_room_for_its_text():
    image, width, height = label("Hello")
    assert image.size == (100, 20)
    assert width > height > 0
`,
    },
    after: {
      "badges/labels.py": LABELS.replace("textsize(text)", "textbbox((0, 0), text)[2:]").replace(
        "ANTIALIAS",
        "LANCZOS",
      ),
    },
    requirements: [["pillow==11.1.0"]],
    python: ["3.10", "3.13"],
    raises: "AttributeError: 'ImageDraw' object has no attribute 'textsize'",
  },
  {
    id: "frame-or-list",
    recipe: "pandas-append",
    title: "An `append` whose result nobody uses",
    files: {
      "pytest.ini": INI,
      "shop/basket.py": `import pandas as pd


def add_item(items, item):
    items.append(pd.DataFrame([item]))
    return items
`,
      "tests/test_basket.py": `import pandas as pd
from shop.basket import add_item


def test_an_item_is_added():
    assert len(add_item(pd.DataFrame({"price": [1]}), {"price": 2})) == 2
`,
    },
    after: null,
    requirements: [["pandas==2.2.3"]],
    python: ["3.13"],
    raises: "AttributeError: 'DataFrame' object has no attribute 'append'",
    note: "`append` gave a new table and changed nothing: what this code meant to do is not for a rule to say.",
  },
];
