import type { Failure, Frame } from "../../../src/domain/failure.ts";
import { failure } from "../../support/runs.ts";
import { sceneOf } from "../../support/scene.ts";

export const FILES = {
  "pyproject.toml": "[project]\nname = 'shop'\nrequires-python = '>=3.9'\n",
  "shop/__init__.py": "",
  "shop/api.py":
    "import os\n\ndef get():\n    raise ConnectionRefusedError('[Errno 111] Connection refused')\n    return os.stat('x')\n",
  "shop/models.py": "class Client: pass\n",
  "tests/test_api.py": "def test_api():\n    assert get()\n    raise OSError('[Errno 28] No space left on device')\n",
};
export const scene = sceneOf(FILES, { droppedVariables: ["DEPLOY_TOKEN"] });

export const LIB = "/venv/lib/python3.13/site-packages";
export const STD = "/usr/lib/python3.13";
export const at = (path: string, line = 1, name: string | null = "f"): Frame => ({ path, line, function: name });
const project = at("shop/api.py", 5, "get");
const test_ = at("tests/test_api.py", 2, "test_api");

/** Raised in code called by the project, unless frames say otherwise. */
export function raised(type: string, message: string, ...frames: readonly Frame[]): Failure {
  return failure("tests/test_api.py::test_api", { exception: { type, message }, frames: [test_, project, ...frames] });
}

export function wrapped(outer: Failure, type: string, message: string, ...frames: readonly Frame[]): Failure {
  return { ...outer, chain: [{ type, message, relation: "context", frames }] };
}
