import { ANYIO, FASTAPI, STARLETTE } from "./asgi.ts";
import { DJANGO } from "./django.ts";
import { FLASK } from "./flask.ts";
import { JINJA, MARKUPSAFE } from "./jinja.ts";
import type { Library } from "./library.ts";
import { NUMPY } from "./numpy.ts";
import { PYDANTIC } from "./pydantic.ts";
import { PANDAS } from "./pandas.ts";
import { PYTEST } from "./pytest.ts";
import { PYTHON } from "./python.ts";
import { SQLALCHEMY } from "./sqlalchemy.ts";
import { WERKZEUG } from "./werkzeug.ts";

/** Every library whose changes are known. */
export const LIBRARIES: readonly Library[] = [
  PYTHON,
  NUMPY,
  PANDAS,
  ANYIO,
  FASTAPI,
  STARLETTE,
  DJANGO,
  FLASK,
  JINJA,
  MARKUPSAFE,
  PYDANTIC,
  PYTEST,
  SQLALCHEMY,
  WERKZEUG,
];
