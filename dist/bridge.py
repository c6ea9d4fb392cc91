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


def scalar(value):
    if isinstance(value, (str, bool)) or value is None:
        return value
    if isinstance(value, int) and abs(value) < 2**53:
        return value
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return value
    return repr(value)  # bytes, complex, Ellipsis, huge numbers: only their looks matter


def encode(tree, positions):
    """A flat list of nodes, parents before children: {"node": index} stands for a child. Deep trees overflow no stack."""
    waiting, rows = [(tree, positions)], []

    def reference(value, inside):
        if isinstance(value, ast.AST):
            waiting.append((value, inside))
            return {"node": len(waiting) - 1}
        if isinstance(value, list):
            return [reference(item, inside) for item in value]
        return scalar(value)

    for value, places in waiting:  # grows meanwhile
        line = getattr(value, "lineno", None)
        end_line = getattr(value, "end_lineno", None)
        placed = places is not None and line is not None and end_line is not None
        # Before 3.12 positions inside f-strings are not to be relied on: such nodes can be read, not edited.
        inside = None if isinstance(value, ast.JoinedStr) and sys.version_info < (3, 12) else places
        rows.append(
            {
                "kind": type(value).__name__,
                "start": places.offset(line, value.col_offset) if placed else -1,
                "end": places.offset(end_line, value.end_col_offset) if placed else -1,
                "line": line if line is not None else -1,
                "fields": {name: reference(getattr(value, name, None), inside) for name in value._fields},
            }
        )
    return rows


def parse(text):
    # A byte order mark is no part of the first line for the parser, but is for whoever slices the text.
    mark = 1 if text.startswith("\ufeff") else 0
    try:
        nodes = encode(ast.parse(text[mark:]), Positions(text[mark:], mark))
        return json.dumps({"nodes": nodes, "message": None, "line": None})
    except Exception as error:
        message = str(getattr(error, "msg", error)) or type(error).__name__
        return json.dumps({"nodes": None, "message": message, "line": getattr(error, "lineno", None)})


def main(request):
    """One line to begin with, then one for each file, at once: whoever reads knows which file is the slow or fatal one."""
    warnings.simplefilter("ignore")
    say("ready")
    for text in json.loads(base64.b64decode(request).decode("utf-8")):
        say(parse(text))


def say(line):
    sys.stdout.buffer.write(line.encode("ascii") + b"\n")
    sys.stdout.buffer.flush()
