import { describe, expect, it } from "vitest";
import { readTestCommand } from "../../../src/settings/test-command.ts";

describe("readTestCommand", () => {
  it.each([
    ["pytest", ["pytest"]],
    ["python -m pytest  -q", ["python", "-m", "pytest", "-q"]],
    ['["python", "-m", "pytest", "a && b"]', ["python", "-m", "pytest", "a && b"]],
    ["pytest -k 'a | b; c > d & e' -m \"x && y\"", ["pytest", "-k", "a | b; c > d & e", "-m", "x && y"]],
    ["pytest '$HOME' -k '`x`'", ["pytest", "$HOME", "-k", "`x`"]],
    ["uv run pytest \\\n  -q", ["uv", "run", "pytest", "-q"]],
    [String.raw`C:\venv\Scripts\python.exe -m pytest`, [String.raw`C:\venv\Scripts\python.exe`, "-m", "pytest"]],
    ["pytest tests/test_a.py::test_x[1-$]", ["pytest", "tests/test_a.py::test_x[1-$]"]],
    ["pytest --cov=src -p no:cacheprovider", ["pytest", "--cov=src", "-p", "no:cacheprovider"]],
    ['pytest -o "a=it\'s"', ["pytest", "-o", "a=it's"]],
  ])("splits %j", (text, words) => {
    expect(readTestCommand(text)).toEqual({ value: words, problems: [] });
  });

  it.each([
    ["cd api && pytest", "&&"],
    ["pytest || true", "||"],
    ["pytest | tee log", "|"],
    ["pytest; echo", ";"],
    ["pytest &", "&"],
    ["pytest > log", ">"],
    ["pytest 2>&1", ">"],
    ["pytest < in", "<"],
    ["pytest $(cat args)", "$("],
    ["pytest `cat args`", "`"],
    ['pytest "$(cat args)"', "$("],
    ["pytest $ARGS", "$ARGS"],
    ['pytest "${ARGS}"', "${"],
    ["PYTHONPATH=. pytest", "PYTHONPATH="],
    ["make db\npytest", "more than one line"],
  ])("refuses %j because of %s", (text, found) => {
    const { problems } = readTestCommand(text);
    expect(problems.map(({ code, what }) => [code, what])).toEqual([
      ["test-command-shell", `The input test-command holds ${found}.`],
    ]);
  });

  it.each(["pytest -k 'a", 'pytest "a', '["pytest"', "[]", '["pytest", 1]', '[""]', "[[]]"])("refuses %j", (text) => {
    expect(readTestCommand(text).problems.map((problem) => problem.code)).toEqual(["test-command-malformed"]);
  });
});
