import { ANYIO, FASTAPI, STARLETTE } from "./asgi.ts";
import { ATTRS, CLICK, MOTO, NETWORKX, PILLOW, PYJWT, REQUESTS, URLLIB3 } from "./data-packages.ts";
import { DJANGO } from "./django.ts";
import { FLASK } from "./flask.ts";
import { JINJA, MARKUPSAFE } from "./jinja.ts";
import type { Library } from "../../domain/library.ts";
import { MARSHMALLOW } from "./marshmallow.ts";
import { NUMPY } from "./numpy.ts";
import { PYDANTIC } from "./pydantic.ts";
import { PANDAS } from "./pandas.ts";
import { PYTEST } from "./pytest.ts";
import { PYTHON } from "./python.ts";
import { SCIPY } from "./scipy.ts";
import { SKLEARN } from "./sklearn.ts";
import { SQLALCHEMY } from "./sqlalchemy.ts";
import { WERKZEUG } from "./werkzeug.ts";

/** Every library whose changes are known. */
export const LIBRARIES: readonly Library[] = [
  PYTHON,
  NUMPY,
  PANDAS,
  MARSHMALLOW,
  SCIPY,
  SKLEARN,
  NETWORKX,
  PILLOW,
  URLLIB3,
  REQUESTS,
  MOTO,
  ATTRS,
  CLICK,
  PYJWT,
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
