# Says what the installed packages hold. Fed to `python -I -` on standard input with one call of main() appended: it sees
# the environment's packages, not the project's folder, and imports no module whose first name it was told to leave alone.
# Standard library only, Python 3.8 to 3.14.
import ast
import base64
import importlib
import importlib.util
import inspect
import json
import os
import sys
import warnings

MAX_FILES = 3000
MAX_BYTES = 1000000
MAX_MEMBERS = 5000


def resolve(dotted):
    """The object of that name, by the longest module on the way; raises what an import or a look-up raises."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        name = ".".join(parts[:length])
        try:
            value = importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
                continue
            raise
        for part in parts[length:]:
            value = getattr(value, part)
        return value
    raise ModuleNotFoundError(dotted)


def exists(question):
    try:
        resolve(question["name"])
        return True
    except BaseException:
        return False


def accepts(question):
    """Whether a callable takes a keyword; null where its signature is not known."""
    try:
        parameters = inspect.signature(resolve(question["name"])).parameters.values()
    except BaseException:
        return None
    named = {entry.name for entry in parameters if entry.kind not in (entry.POSITIONAL_ONLY, entry.VAR_POSITIONAL)}
    is_open = any(entry.kind == entry.VAR_KEYWORD for entry in parameters)
    return True if question["keyword"] in named else (None if is_open else False)


def members(question):
    """What `dir` gives; null for a name that is not there."""
    try:
        return [name for name in dir(resolve(question["name"])) if isinstance(name, str)][:MAX_MEMBERS]
    except BaseException:
        return None


def definitions(question):
    """Public modules of a package that define a name at their top level, and where an import of it leads elsewhere."""
    package, symbol = question["package"], question["symbol"]
    found = []
    try:
        spec = importlib.util.find_spec(package)
    except BaseException:
        return found
    for folder in list(spec.submodule_search_locations or [])[:3] if spec else []:
        for path, module in modules_in(folder, package):
            found.extend(defined_in(path, module, symbol))
    if spec and spec.submodule_search_locations is None and spec.origin:
        found.extend(defined_in(spec.origin, package, symbol))
    return found


def modules_in(folder, package):
    count = 0
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name.isidentifier() and name not in ("tests", "test"))
        inner = os.path.relpath(place, folder)
        prefix = [package] + ([] if inner == "." else inner.split(os.sep))
        for name in sorted(files):
            if not name.endswith(".py"):
                continue
            count += 1
            if count > MAX_FILES:
                return
            yield os.path.join(place, name), ".".join(prefix if name == "__init__.py" else prefix + [name[:-3]])


def defined_in(path, module, symbol):
    try:
        if os.path.getsize(path) > MAX_BYTES:
            return []
        with open(path, "rb") as stream:
            content = stream.read()
        if symbol.encode() not in content:
            return []
        tree = ast.parse(content)
    except (OSError, SyntaxError, ValueError, RecursionError):
        return []
    package = module if os.path.basename(path) == "__init__.py" else module.rpartition(".")[0]
    return [entry for node in tree.body for entry in bindings(node, module, package, symbol)]


def bindings(node, module, package, symbol):
    kinds = {ast.ClassDef: "class", ast.FunctionDef: "function", ast.AsyncFunctionDef: "function"}
    kind = kinds.get(type(node))
    if kind is not None and node.name == symbol:
        return [{"module": module, "kind": kind, "from": None}]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    if any(isinstance(target, ast.Name) and target.id == symbol for target in targets):
        return [{"module": module, "kind": "value", "from": None}]
    if isinstance(node, ast.ImportFrom):
        source = source_of(node, package)
        names = [alias for alias in node.names if (alias.asname or alias.name) == symbol and alias.name == symbol]
        return [{"module": module, "kind": "import", "from": source} for _ in names if source]
    return []


def source_of(node, package):
    """The full name of the module that a `from` statement reads, relative or not."""
    if node.level == 0:
        return node.module
    parts = package.split(".")
    if node.level > len(parts):
        return None  # leads out of the package: never imported
    kept = parts[: len(parts) - node.level + 1]
    return ".".join(kept + ([node.module] if node.module else []))


ANSWERS = {"exists": exists, "accepts": accepts, "members": members, "definitions": definitions}


def main(request):
    """A line for each question, in order, behind a mark: what libraries print on the way is not taken for an answer."""
    warnings.simplefilter("ignore")
    asked = json.loads(base64.b64decode(request).decode("utf-8"))
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for question in asked["questions"]:
        name = question.get("name") or question.get("package") or ""
        is_own = name.split(".")[0] in asked["own"]
        value = None if is_own else ANSWERS[question["kind"]](question)
        out.write((asked["mark"] + json.dumps(value) + "\n").encode("ascii"))
        out.flush()
