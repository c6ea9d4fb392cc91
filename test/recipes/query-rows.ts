/** What each row's module imports. */
export const IMPORTS = `import models
from sqlalchemy import desc, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, joinedload, selectinload

from models import Basket, Category, Product, Review
`;

export const indented = (body: string): string => body.replaceAll(/^(?=.)/gm, "    ");

/** A module whose endpoint has this body. */
export const endpoint = (body: string): string =>
  `${IMPORTS}\n\nasync def endpoint(db: AsyncSession):\n${indented(body)}\n`;

/** Code that stays as it is: what it shows, the text, and what else a reader should know. */
export const noDrafts: [string, string, string?][] = [
  ["plain def", `${IMPORTS}\n\ndef endpoint(db: AsyncSession):\n    return db.query(Product).all()\n`],
  ["lambda", endpoint("find = lambda: db.query(Product).all()\nreturn find()")],
  ["nested def", endpoint("def find():\n    return db.query(Product).all()\nreturn find()"), "find"],
  ["element of a generator", endpoint("return sum(db.query(Product).filter_by(id=i).count() for i in (1, 2))")],
  ["two levels of comprehension", endpoint("return [[db.query(Product).get(j) for j in range(i)] for i in range(3)]")],
  ["decorator argument", endpoint("@wraps(db.query(Product).all())\nasync def inner():\n    pass")],
  [
    "default of a nested function",
    endpoint("async def inner(x=[db.query(Product).get(i) for i in y]):\n    pass"),
    "x",
  ],
  ["passed on", endpoint("return paginate(db.query(Product).order_by(Product.id))")],
  ["passed on under a name", endpoint("q = db.query(Product)\nreturn paginate(q)")],
  ["returned as it is", endpoint("return db.query(Product)")],
  ["kept in an attribute", endpoint("self.q = db.query(Product)\nreturn self.q.all()")],
  ["name bound by a loop too", endpoint("q = db.query(Product)\nfor q in others:\n    pass\nreturn q.all()")],
  ["name used in a nested function", endpoint("q = db.query(Product)\ndef f():\n    return q.all()\nreturn f()")],
  ["name assigned something else", endpoint("q = db.query(Product)\nif x:\n    q = other()\nreturn q.all()")],
  ["name of another shape", endpoint("q = db.query(Product)\nif x:\n    q = db.query(Product.id)\nreturn q.all()")],
  ["shape changed under a name", endpoint("q = db.query(Product)\nq = q.with_entities(Product.id)\nreturn q.all()")],
  ["unknown method", endpoint("return db.query(Product).paginate(page=1)")],
  ["unknown method in between", endpoint("return db.query(Product).enable_eagerloads(False).all()")],
  ["union", endpoint("return db.query(Product).union(db.query(Product)).all()")],
  ["from_self", endpoint("return db.query(Product).from_self().all()")],
  ["yield_per", endpoint("return db.query(Product).yield_per(10).all()")],
  ["relationship by text", endpoint('return db.query(Product).join("reviews").all()')],
  ["two join targets", endpoint("return db.query(Category).join(Category.products, Product.reviews).all()")],
  [
    "distinct ordered by another table",
    endpoint("return db.query(Product).join(Category).distinct().order_by(Category.name).all()"),
  ],
  [
    "two having conditions",
    endpoint("return db.query(Product.name).group_by(Product.name).having(a > 1, b > 2).all()"),
  ],
  ["what is selected is unknown", endpoint("return db.query(thing).all()")],
  ["starred columns", endpoint("return db.query(*columns).all()")],
  ["bundle", endpoint('return db.query(Bundle("b", Product.id)).all()')],
  ["nothing selected", endpoint("return db.query().all()")],
  ["one row of a slice", endpoint("return db.query(Product)[0]")],
  ["negative slice", endpoint("return db.query(Product)[-2:]")],
  ["slice with a step", endpoint("return db.query(Product)[0:6:2]")],
  ["backward slice", endpoint("return db.query(Product)[5:2]")],
  ["slice of a limited query", endpoint("return db.query(Product).limit(5)[1:3]")],
  ["update of joined tables", endpoint('db.query(Product).join(Category).update({"price": 1})')],
  ["update with arguments", endpoint('db.query(Product).update({"price": 1}, update_args={"x": 1})')],
  ["update through a name", endpoint('q = db.query(Product)\nq.update({"price": 1})')],
  ["delete of a selected column", endpoint("db.query(Product.id).delete()")],
  ["comment that would swallow the parenthesis", endpoint("return [\n    db.query(Product)  # all\n    .all()\n]")],
  ["asynchronous for", endpoint("async for p in db.query(Product):\n    pass")],
  ["inside an f-string", endpoint('return f"{db.query(Product).count()}"'), "fstring"],
  ["other library", endpoint("return frame.query('a > 1')\n"), "pandas"],
  ["right already", endpoint("return (await db.scalars(select(Product))).all()  # not db.query")],
  ["not a session attribute", endpoint("return db.query")],
  ["session from a call", endpoint("return get_session().query(Product).all()")],
];
