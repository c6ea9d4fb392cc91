import { expect, test } from "vitest";
import { templateResponse } from "../../../src/draft/recipes/web/template-response.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/pages.py";
const HEAD = "async def page(request, name='a.html'):\n";

function rendering(text: string, message = "unhashable type: 'dict'"): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: { type: "TypeError", message },
    frames: [
      { path: PATH, line: 2, function: "page" },
      { path: "/venv/lib/jinja2/utils.py", line: 515, function: "__getitem__" },
    ],
    accepts: ["starlette.templating.Jinja2Templates.TemplateResponse request"],
  };
}

test.each([
  ["the new order", rendering(`${HEAD}    return templates.TemplateResponse(request, "a.html", {})\n`)],
  [
    "the new order by keyword",
    rendering(`${HEAD}    return templates.TemplateResponse(request=request, name="a.html")\n`),
  ],
  ["a name that is no text", rendering(`${HEAD}    return templates.TemplateResponse(name, {"request": request})\n`)],
  ["arguments that are not written out", rendering(`${HEAD}    return templates.TemplateResponse("a.html", **more)\n`)],
  ["no request at hand", rendering(`async def page(req):\n    return templates.TemplateResponse("a.html", context)\n`)],
  [
    "another line",
    rendering(`${HEAD}    pass\n    return templates.TemplateResponse("a.html", {"request": request})\n`),
  ],
  [
    "another exception",
    rendering(`${HEAD}    return templates.TemplateResponse("a.html", {"request": request})\n`, "a.html"),
  ],
  [
    "a Starlette of the old order",
    { ...rendering(`${HEAD}    return templates.TemplateResponse("a.html", {"request": request})\n`), accepts: [] },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(templateResponse, row)).toEqual([]);
});

test.each([
  [
    "by position, on every call of the file",
    rendering(
      `${HEAD}    return templates.TemplateResponse("a.html", {"request": request, "x": 1})\n\n\nasync def other(r):\n    return templates.TemplateResponse(\n        f"b.html", {"request": r}, status_code=404\n    )\n`,
    ),
    `${HEAD}    return templates.TemplateResponse(request, "a.html", {"request": request, "x": 1})\n\n\nasync def other(r):\n    return templates.TemplateResponse(\n        r, f"b.html", {"request": r}, status_code=404\n    )\n`,
  ],
  [
    "by the parameter's name",
    rendering(`${HEAD}    return templates.TemplateResponse("a.html", context)\n`),
    `${HEAD}    return templates.TemplateResponse(request, "a.html", context)\n`,
  ],
  [
    "by keyword",
    rendering(
      `${HEAD}    return templates.TemplateResponse(name="a.html", context={"request": request})\n`,
      "Jinja2Templates.TemplateResponse() missing 1 required positional argument: 'request'",
    ),
    `${HEAD}    return templates.TemplateResponse(request=request, name="a.html", context={"request": request})\n`,
  ],
] as const)("gives the request first: %s", async (_title, row, after) => {
  expect(await drafted(templateResponse, row)).toEqual([{ [PATH]: after }]);
});
