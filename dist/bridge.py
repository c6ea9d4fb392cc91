# Reads Python files with the interpreter's own parser and prints their syntax trees as JSON.
# Fed to `python -I -S -` on standard input with one call of main() appended; imports and runs nothing of the project.
# Standard library only, Python 3.8 to 3.14.
import ast
import base64
import json
import re
import sys
import warnings

LINE_END = re.compile("\r\n|\r|\n")


def line_starts(text):
    return [0] + [match.end() for match in LINE_END.finditer(text)]


def utf16_length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Positions:
    """Turns (line, UTF-8 column) of the ast module into offsets of UTF-16 code units in the whole text."""

    def __init__(self, text, shift):
        starts = line_starts(text)
        self.lines = [text[start:end] for start, end in zip(starts, starts[1:] + [len(text)])]
        self.ascii = text.isascii()
        self.offsets = [shift]
        for line in self.lines:
            self.offsets.append(self.offsets[-1] + (len(line) if self.ascii else utf16_length(line)))

    def offset(self, line, column):
        if self.ascii:
            return self.offsets[line - 1] + column
        prefix = self.lines[line - 1].encode("utf-8", "surrogatepass")[:column]
        return self.offsets[line - 1] + utf16_length(prefix.decode("utf-8", "surrogatepass"))


def encode(value, positions):
    if isinstance(value, ast.AST):
        line = getattr(value, "lineno", None)
        end_line = getattr(value, "end_lineno", None)
        placed = positions is not None and line is not None and end_line is not None
        # Before 3.12 positions inside f-strings are not to be relied on: such nodes can be read, not edited.
        inside = None if isinstance(value, ast.JoinedStr) and sys.version_info < (3, 12) else positions
        fields = {name: encode(getattr(value, name, None), inside) for name in value._fields}
        return {
            "kind": type(value).__name__,
            "start": positions.offset(line, value.col_offset) if placed else -1,
            "end": positions.offset(end_line, value.end_col_offset) if placed else -1,
            "line": line if line is not None else -1,
            "fields": fields,
        }
    if isinstance(value, list):
        return [encode(item, positions) for item in value]
    if isinstance(value, (str, bool)) or value is None:
        return value
    if isinstance(value, int) and abs(value) < 2**53:
        return value
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return value
    return repr(value)  # bytes, complex, Ellipsis, huge numbers: only their looks matter


def parse(text):
    # A byte order mark is no part of the first line for the parser, but is for whoever slices the text.
    mark = 1 if text.startswith("\ufeff") else 0
    try:
        tree = ast.parse(text[mark:])
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"tree": None, "message": str(getattr(error, "msg", error)), "line": getattr(error, "lineno", None)}
    return {"tree": encode(tree, Positions(text[mark:], mark)), "message": None, "line": None}


def main(request):
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    files = json.loads(base64.b64decode(request).decode("utf-8"))
    answer = [dict(parse(entry["text"]), path=entry["path"]) for entry in files]
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
