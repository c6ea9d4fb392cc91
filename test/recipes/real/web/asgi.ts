import type { RealCase } from "../real-case.ts";

const PYTEST = { "pytest.ini": "[pytest]\npythonpath = .\n" };

const HTTPX_APP: RealCase = {
  id: "httpx-app",
  recipe: "httpx-app-transport",
  title: "A test hands the application to httpx with `app=`",
  files: {
    ...PYTEST,
    "shop/app.py": `from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def stock(request):
    return JSONResponse({"apples": 3})


app = Starlette(routes=[Route("/stock", stock)])
`,
    "tests/test_stock.py": `import asyncio

from httpx import AsyncClient

from shop.app import app


async def get_json(path):
    async with AsyncClient(app=app, base_url="http://shop") as client:
        response = await client.get(path)
        return response.json()


def test_stock():
    assert asyncio.run(get_json("/stock")) == {"apples": 3}
`,
  },
  after: {
    "tests/test_stock.py": `import asyncio

from httpx import ASGITransport, AsyncClient

from shop.app import app


async def get_json(path):
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://shop") as client:
        response = await client.get(path)
        return response.json()


def test_stock():
    assert asyncio.run(get_json("/stock")) == {"apples": 3}
`,
  },
  requirements: [["httpx==0.28.1", "starlette==1.10.0"]],
  python: ["3.11", "3.13"],
  raises: "AsyncClient.__init__() got an unexpected keyword argument 'app'",
};

const DELETE_BODY: RealCase = {
  id: "test-client-delete-body",
  recipe: "httpx-calls",
  title: "A test sends a body with `client.delete`",
  files: {
    ...PYTEST,
    "shop/app.py": `from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def remove(request):
    order = await request.json()
    return JSONResponse({"removed": order["id"]})


app = Starlette(routes=[Route("/orders", remove, methods=["DELETE"])])
`,
    "tests/test_orders.py": `from starlette.testclient import TestClient

from shop.app import app


def test_order_is_removed():
    client = TestClient(app)
    response = client.delete("/orders", json={"id": 7})
    assert response.json() == {"removed": 7}
`,
  },
  after: {
    "tests/test_orders.py": `from starlette.testclient import TestClient

from shop.app import app


def test_order_is_removed():
    client = TestClient(app)
    response = client.request(method="DELETE", url="/orders", json={"id": 7})
    assert response.json() == {"removed": 7}
`,
  },
  requirements: [["httpx==0.28.1", "starlette==0.37.2"]],
  python: ["3.11"],
  raises: "got an unexpected keyword argument 'json'",
};

const REDIRECTS: RealCase = {
  id: "httpx-redirects",
  recipe: "httpx-calls",
  title: "`allow_redirects`, as requests calls it",
  files: {
    ...PYTEST,
    "shop/prices.py": `import httpx


def fetch_price(client: httpx.Client, item: str) -> int:
    response = client.get(f"/prices/{item}", allow_redirects=True)
    return response.json()["price"]
`,
    "tests/test_prices.py": `import httpx

from shop.prices import fetch_price


def answer(request):
    if request.url.path == "/prices/apple":
        return httpx.Response(302, headers={"Location": "/fruit/apple"})
    return httpx.Response(200, json={"price": 2})


def test_price_behind_a_redirect():
    client = httpx.Client(transport=httpx.MockTransport(answer), base_url="http://shop")
    assert fetch_price(client, "apple") == 2
`,
  },
  after: {
    "shop/prices.py": `import httpx


def fetch_price(client: httpx.Client, item: str) -> int:
    response = client.get(f"/prices/{item}", follow_redirects=True)
    return response.json()["price"]
`,
  },
  requirements: [["httpx==0.28.1"], ["httpx==0.23.3"]],
  python: ["3.9", "3.13"],
  raises: "got an unexpected keyword argument 'allow_redirects'",
};

const TEMPLATES: RealCase = {
  id: "starlette-template-response",
  recipe: "template-response",
  title: "`TemplateResponse` with the template's name first",
  files: {
    ...PYTEST,
    "shop/templates/home.html": "Hello, {{ user }}",
    "shop/app.py": `from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.templating import Jinja2Templates

templates = Jinja2Templates(directory=Path(__file__).parent / "templates")


async def home(request):
    return templates.TemplateResponse("home.html", {"request": request, "user": "Ada"})


app = Starlette(routes=[Route("/", home)])
`,
    "tests/test_home.py": `from starlette.testclient import TestClient

from shop.app import app


def test_user_is_greeted():
    assert TestClient(app).get("/").text == "Hello, Ada"
`,
  },
  after: {
    "shop/app.py": `from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.templating import Jinja2Templates

templates = Jinja2Templates(directory=Path(__file__).parent / "templates")


async def home(request):
    return templates.TemplateResponse(request, "home.html", {"request": request, "user": "Ada"})


app = Starlette(routes=[Route("/", home)])
`,
  },
  requirements: [["starlette==1.10.0", "httpx==0.28.1", "jinja2==3.1.6"]],
  python: ["3.11", "3.13"],
  raises: "unhashable type: 'dict'",
};

const PKG_RESOURCES: RealCase = {
  id: "pkg-resources-version",
  recipe: "pkg-resources",
  title: "The version and a data file by `pkg_resources`",
  files: {
    ...PYTEST,
    "shop/__init__.py": "",
    "shop/words.txt": "apple\npear\n",
    "shop/about.py": `import pkg_resources

PYTEST = pkg_resources.get_distribution("pytest").version


def words():
    return pkg_resources.resource_string("shop", "words.txt").decode().split()
`,
    "tests/test_about.py": `import pytest

from shop.about import PYTEST, words


def test_version():
    assert PYTEST == pytest.__version__


def test_words():
    assert words() == ["apple", "pear"]
`,
  },
  after: {
    "shop/about.py": `import importlib.metadata
import importlib.resources

PYTEST = importlib.metadata.version("pytest")


def words():
    return importlib.resources.files("shop").joinpath("words.txt").read_bytes().decode().split()
`,
  },
  requirements: [["setuptools==84.2.1"]],
  python: ["3.10", "3.13"],
  raises: "No module named 'pkg_resources'",
};

export const WEB_ASGI_CASES: readonly RealCase[] = [HTTPX_APP, DELETE_BODY, REDIRECTS, TEMPLATES, PKG_RESOURCES];
