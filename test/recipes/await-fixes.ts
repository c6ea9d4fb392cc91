/** A function body where something is awaited wrongly, and what the run showed. */
export interface Row {
  readonly name: string;
  /** The body of `async def endpoint(db: AsyncSession)`; a line ending in `# fails` is the failing one. */
  readonly body: string;
  readonly message?: string;
  readonly type?: string;
  /** Coroutines reported as never awaited at the line marked `# made`. */
  readonly never?: string;
  readonly after?: string;
}

export const NO_ATTRIBUTE = "'coroutine' object has no attribute 'scalars'";
/** Rows that are mended. */
export const fixes: Row[] = [
  {
    name: "assigned first",
    body: "result = db.execute(select(Order))\nreturn result.scalars().all()  # fails",
    message: NO_ATTRIBUTE,
    after: "result = await db.execute(select(Order))\nreturn result.scalars().all()  # fails",
  },
  {
    name: "used in place",
    body: "return db.execute(select(Order)).scalars().all()  # fails",
    message: NO_ATTRIBUTE,
    after: "return (await db.execute(select(Order))).scalars().all()  # fails",
  },
  {
    name: "await before the wrong call",
    body: "return await db.scalars(select(Order)).all()  # fails",
    message: "'coroutine' object has no attribute 'all'",
    after: "return (await db.scalars(select(Order))).all()  # fails",
  },
  {
    name: "await before the wrong call, several methods",
    body: "return [o for o in await db.execute(select(Order)).scalars().all()]  # fails",
    message: NO_ATTRIBUTE,
    after: "return [o for o in (await db.execute(select(Order))).scalars().all()]  # fails",
  },
  {
    name: "a streamed result is awaited too",
    body: "return await db.stream(select(Order)).all()  # fails",
    message: "'coroutine' object has no attribute 'all'",
    after: "return await (await db.stream(select(Order))).all()  # fails",
  },
  {
    name: "iterated over",
    body: "for order in db.scalars(select(Order)):  # fails\n    print(order)",
    message: "'coroutine' object is not iterable",
    after: "for order in await db.scalars(select(Order)):  # fails\n    print(order)",
  },
  {
    name: "iterated over in a comprehension",
    body: "return [o.id for o in db.scalars(select(Order))]  # fails",
    message: "'coroutine' object is not iterable",
    after: "return [o.id for o in await db.scalars(select(Order))]  # fails",
  },
  {
    name: "streamed",
    body: "async for order in db.stream_scalars(select(Order)):  # fails\n    print(order)",
    message: "'async for' requires an object with __aiter__ method, got coroutine",
    after: "async for order in await db.stream_scalars(select(Order)):  # fails\n    print(order)",
  },
  {
    name: "subscript",
    body: "return load_orders(db)[0]  # fails",
    message: "'coroutine' object is not subscriptable",
    after: "return (await load_orders(db))[0]  # fails",
  },
  {
    name: "len",
    body: "return len(load_orders(db))  # fails",
    message: "object of type 'coroutine' has no len()",
    after: "return len(await load_orders(db))  # fails",
  },
  {
    name: "unpacked",
    body: "first, second = load_orders(db)  # fails\nreturn first",
    message: "cannot unpack non-iterable coroutine object",
    after: "first, second = await load_orders(db)  # fails\nreturn first",
  },
  {
    name: "compared",
    body: "count = db.scalar(select(Order))\nreturn count > 3  # fails",
    message: "'>' not supported between instances of 'coroutine' and 'int'",
    after: "count = await db.scalar(select(Order))\nreturn count > 3  # fails",
  },
  {
    name: "method of a class of the project",
    body: "orders = Orders(db)\nreturn orders.all()[0]  # fails",
    message: "'coroutine' object is not subscriptable",
    after: "orders = Orders(db)\nreturn (await orders.all())[0]  # fails",
  },
  {
    name: "inherited method",
    body: "return Orders(db).ping() + 1  # fails",
    message: "unsupported operand type(s) for +: 'coroutine' and 'int'",
    after: "return await Orders(db).ping() + 1  # fails",
  },
  {
    name: "a plain method that hands on a coroutine",
    body: "return Orders(db).run(select(Order)).scalars()  # fails",
    message: NO_ATTRIBUTE,
    after: "return (await Orders(db).run(select(Order))).scalars()  # fails",
  },
  {
    name: "a plain function that hands on a coroutine",
    body: "orders = shared(db)\nreturn orders[0]  # fails",
    message: "'coroutine' object is not subscriptable",
    after: "orders = await shared(db)\nreturn orders[0]  # fails",
  },
  {
    name: "unknown object, proven by the message",
    body: "page = request.app.state.client.fetch(1)\nreturn page.scalars()  # fails",
    message: NO_ATTRIBUTE,
    after: "page = await request.app.state.client.fetch(1)\nreturn page.scalars()  # fails",
  },
  {
    name: "commit, only known from the warning",
    body: "db.add(Order())\ndb.commit()  # made\nreturn 1",
    never: "AsyncSession.commit",
    after: "db.add(Order())\nawait db.commit()  # made\nreturn 1",
  },
  {
    name: "the same fault in the same function",
    body: "db.add(Order())\ndb.flush()\ndb.commit()  # made\nreturn 1",
    never: "AsyncSession.commit",
    after: "db.add(Order())\nawait db.flush()\nawait db.commit()  # made\nreturn 1",
  },
  {
    name: "refresh, only felt later",
    body: "order = Order()\ndb.refresh(order)\nreturn order.id  # fails",
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called; can't call await_only() here.",
    after: "order = Order()\nawait db.refresh(order)\nreturn order.id  # fails",
  },
  {
    name: "several lines",
    body: "result = db.execute(\n    select(Order)\n)\nreturn result.scalars()  # fails",
    message: NO_ATTRIBUTE,
    after: "result = await db.execute(\n    select(Order)\n)\nreturn result.scalars()  # fails",
  },
  {
    name: "added to a session",
    body: "order = load_orders(db)\ndb.add(order)  # fails",
    type: "sqlalchemy.orm.exc.UnmappedInstanceError",
    message: "Class 'builtins.coroutine' is not mapped",
    after: "order = await load_orders(db)\ndb.add(order)  # fails",
  },
  {
    name: "returned in a dictionary, by the warning",
    body: 'return {"orders": load_orders(db)}  # made',
    never: "load_orders",
    after: 'return {"orders": await load_orders(db)}  # made',
  },
  {
    name: "returned, by the warning",
    body: "return load_orders(db)  # made",
    never: "load_orders",
    after: "return await load_orders(db)  # made",
  },
  {
    name: "passed on, by the warning",
    body: "return show(load_orders(db))  # made",
    never: "load_orders",
    after: "return show(await load_orders(db))  # made",
  },
  {
    name: "condition",
    body: "if db.get(Order, 1):  # made\n    return 1",
    never: "AsyncSession.get",
    after: "if await db.get(Order, 1):  # made\n    return 1",
  },
  {
    name: "connection",
    body: "async with engine.begin() as connection:\n    connection.execute(select(Order))  # made",
    never: "AsyncConnection.execute",
    after: "async with engine.begin() as connection:\n    await connection.execute(select(Order))  # made",
  },
  {
    name: "engine",
    body: "engine.dispose()  # made",
    never: "AsyncEngine.dispose",
    after: "await engine.dispose()  # made",
  },
  {
    name: "both of two in a row",
    body: "return db.connection().execute(select(Order)).scalars()  # fails",
    message: "'coroutine' object has no attribute 'execute'",
    after: "return (await db.connection()).execute(select(Order)).scalars()  # fails",
  },
  {
    name: "an await too many: add",
    body: "await db.add(Order())  # fails\nawait db.commit()",
    message: "object NoneType can't be used in 'await' expression",
    after: "db.add(Order())  # fails\nawait db.commit()",
  },
  {
    name: "an await too many: result",
    body: "result = await db.execute(select(Order))\norders = await result.scalars()  # fails\nreturn orders",
    message: "object ScalarResult can't be used in 'await' expression",
    after: "result = await db.execute(select(Order))\norders = result.scalars()  # fails\nreturn orders",
  },
  {
    name: "an await too many: parentheses",
    body: "result = await db.execute(select(Order))\nreturn (await result.scalars()).all()  # fails",
    message: "object ScalarResult can't be used in 'await' expression",
    after: "result = await db.execute(select(Order))\nreturn result.scalars().all()  # fails",
  },
  {
    name: "an await too many: around the right one",
    body: "return await (await db.execute(select(Order))).scalars().all()  # fails",
    message: "object list can't be used in 'await' expression",
    after: "return (await db.execute(select(Order))).scalars().all()  # fails",
  },
  {
    name: "an await too many: plain function",
    body: "return await plain()  # fails",
    message: "object dict can't be used in 'await' expression",
    after: "return plain()  # fails",
  },
];
