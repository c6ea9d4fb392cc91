import { expect, test } from "vitest";
import { allAccepted, changed, judge, type Row } from "../judge.ts";

const WHOLE = `from fastapi import Depends, FastAPI

app = FastAPI()


@app.get("/orders")
@login_required
async def orders(session=Depends(get_session), user=Depends(current_user)):
    check_permission(user)
    return session.rows
`;

const REFUSED: readonly Row[] = [
  ["a dependency fewer", WHOLE, changed(WHOLE, [[", user=Depends(current_user)", ", user=None"]])],
  ["a decorator fewer", WHOLE, changed(WHOLE, [["@login_required\n", ""]])],
  ["a call fewer", WHOLE, changed(WHOLE, [["    check_permission(user)\n", ""]])],
  [
    "a security scheme fewer",
    `def f(token=Security(scheme)):
    return token.x
`,
    `def f(token=None):
    return token.x
`,
  ],
  [
    "a dependency of the whole router fewer",
    `router = APIRouter(dependencies=[Depends(signed_in)])
`,
    `router = APIRouter()
`,
  ],
  [
    "a method fewer",
    `def f(request):
    request.user.authenticate()
    return request.x
`,
    `def f(request):
    return request.x
`,
  ],
  [
    "escaping fewer",
    `def f(x):
    return html.escape(x)
`,
    `def f(x):
    return x
`,
  ],
  [
    "a validator fewer",
    `class M:
    @field_validator("x")
    def check(cls, x):
        return x + 1
`,
    `class M:
    def check(cls, x):
        return x + 1
`,
  ],
];

const ACCEPTED: readonly Row[] = [
  ["another dependency for the session", WHOLE, changed(WHOLE, [["get_session", "session_per_request"]])],
  [
    "a dependency written with Annotated",
    `from fastapi import Depends, FastAPI

app = FastAPI()


@app.get("/orders")
@login_required
async def orders(session: Session = Depends(get_session), user=Depends(current_user)):
    check_permission(user)
    return session.rows
`,
    `from fastapi import Depends, FastAPI

app = FastAPI()


@app.get("/orders")
@login_required
async def orders(session: Annotated[Session, Depends(get_session)], user=Depends(current_user)):
    check_permission(user)
    return session.rows
`,
  ],
  ["one more dependency", WHOLE, changed(WHOLE, [["user=Dep", "limits=Depends(limit), user=Dep"]])],
  ["another body", WHOLE, changed(WHOLE, [["session.rows", "list(session.rows)"]])],
  ["a call that is awaited", WHOLE, changed(WHOLE, [["    check_per", "    await check_per"]])],
  [
    "another name of the same kind",
    `@validator("x")
def f(cls, x):
    return x + 1
`,
    `@field_validator("x")
def f(cls, x):
    return x + 1
`,
  ],
  [
    "a validation by another method",
    `def load(x):
    return Model.validate(x)
`,
    `def load(x):
    return Model.model_validate(x)
`,
  ],
  [
    "a decorator that protects nothing",
    `import functools


@functools.lru_cache
def total(rows):
    return sum(rows)
`,
    `import functools


def total(rows):
    return sum(rows)
`,
  ],
  [
    "a model called Author",
    `def find(session):
    return session.query(Author).filter(Author.id == 1).first()
`,
    `def find(session):
    return session.get(Author, 1)
`,
  ],
  [
    "a checkpoint",
    `def find(session):
    session.checkpoint()
    return session
`,
    `def find(session):
    return session
`,
  ],
  [
    "protected functions in another order",
    `@login_required
def a(x):
    return x + 1


def b(x):
    return x + 2
`,
    `def b(x):
    return x + 2


@login_required
def a(x):
    return x + 1
`,
  ],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a call fewer": "no-removed-protection shop/orders.py:9 removes \`check_permission\`, which may protect something",
      "a decorator fewer": "no-removed-protection shop/orders.py:7 removes \`login_required\`, which may protect something",
      "a dependency fewer": "no-removed-protection shop/orders.py:8 removes a \`Depends(...)\`, which may protect something",
      "a dependency of the whole router fewer": "no-removed-protection shop/orders.py:1 removes a \`Depends(...)\`, which may protect something",
      "a method fewer": "no-removed-protection shop/orders.py:2 removes \`authenticate\`, which may protect something",
      "a security scheme fewer": "no-removed-protection shop/orders.py:1 removes a \`Security(...)\`, which may protect something",
      "a validator fewer": "no-removed-protection shop/orders.py:2 removes \`field_validator\`, which may protect something",
      "escaping fewer": "no-removed-protection shop/orders.py:2 removes \`escape\`, which may protect something",
    }
  `);
});
