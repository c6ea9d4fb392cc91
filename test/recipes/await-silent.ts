import { NO_ATTRIBUTE, type Row } from "./await-fixes.ts";

/** Rows for which there must be no draft. */
export const silent: Row[] = [
  { name: "nothing points to a coroutine", body: "db.commit()\nassert 1 == 2  # fails", type: "AssertionError" },
  {
    name: "plain def",
    body: "def endpoint(db: AsyncSession):\n    return db.execute(select(Order)).scalars()  # fails\n",
    message: NO_ATTRIBUTE,
  },
  {
    name: "plain def, by the warning",
    body: "def endpoint(db: AsyncSession):\n    db.commit()  # made\n",
    never: "AsyncSession.commit",
  },
  {
    name: "lambda",
    body: "find = lambda: db.execute(select(Order)).scalars()  # fails\nreturn find()",
    message: NO_ATTRIBUTE,
  },
  {
    name: "sync session",
    body: "from sqlalchemy.orm import Session\ndef f(db: Session):\n    db.commit()  # made\n",
    never: "AsyncSession.commit",
  },
  { name: "gathered", body: "await asyncio.gather(load_orders(db), load_orders(db))  # made", never: "load_orders" },
  { name: "task", body: "asyncio.create_task(load_orders(db))  # made", never: "load_orders" },
  {
    name: "awaited with a limit",
    body: "return await asyncio.wait_for(load_orders(db), 1)  # made",
    never: "load_orders",
  },
  { name: "shielded", body: "return await asyncio.shield(load_orders(db))  # made", never: "load_orders" },
  {
    name: "task group",
    body: "async with asyncio.TaskGroup() as group:\n    group.create_task(load_orders(db))  # made",
    never: "load_orders",
  },
  { name: "background task", body: "background.add_task(load_orders(db))  # made", never: "load_orders" },
  {
    name: "collected, then gathered",
    body: "calls = []\ncalls.append(load_orders(db))  # made\nawait asyncio.gather(*calls)",
    never: "load_orders",
  },
  { name: "awaited later", body: "call = load_orders(db)  # made\nreturn await call", never: "load_orders" },
  { name: "closed on purpose", body: "call = load_orders(db)  # made\ncall.close()", never: "load_orders" },
  { name: "run", body: "return asyncio.run(load_orders(db))  # made", never: "load_orders" },
  {
    name: "asynchronous generator",
    body: "return rows()[0]  # fails",
    message: "'async_generator' object is not subscriptable",
  },
  {
    name: "generator in a for",
    body: "async for row in rows():  # fails\n    pass",
    message: "something else with 'coroutine' in quotes",
  },
  {
    name: "right already",
    body: "result = await db.execute(select(Order))\nreturn result.scalars()  # fails",
    message: NO_ATTRIBUTE,
  },
  {
    name: "name assigned twice",
    body: "x = a()\nif db:\n    x = b()\nreturn x.scalars()  # fails",
    message: NO_ATTRIBUTE,
  },
  { name: "parameter", body: "def show(result):\n    return result.scalars()  # fails\n", message: NO_ATTRIBUTE },
  { name: "two reads of one attribute", body: "return a().scalars(), b().scalars()  # fails", message: NO_ATTRIBUTE },
  {
    name: "element of a generator",
    body: "return sum(db.scalar(select(i)).scalars() for i in (1, 2))  # fails",
    message: NO_ATTRIBUTE,
  },
  { name: "a class", body: "return Order().scalars()  # fails", message: NO_ATTRIBUTE },
  {
    name: "a method of the result awaited rightly",
    body: "result = await db.stream(select(Order))\nreturn await result.all()  # fails",
    message: "object list can't be used in 'await' expression",
  },
  {
    name: "await of a mock",
    body: "await db.add(Order())  # fails",
    message: "object MagicMock can't be used in 'await' expression",
  },
  {
    name: "await of the unknown",
    body: "return await thing.load()  # fails",
    message: "object list can't be used in 'await' expression",
  },
  {
    name: "await of a sync session's commit",
    body: "from sqlalchemy.orm import Session\nasync def f(db: Session):\n    await db.commit()  # fails\n",
    message: "object NoneType can't be used in 'await' expression",
  },
  {
    name: "await of delete is right",
    body: "await db.delete(order)  # fails",
    message: "object NoneType can't be used in 'await' expression",
  },
  {
    name: "another library's add",
    body: "await cache.add(1)  # fails",
    message: "object int can't be used in 'await' expression",
  },
  { name: "warning about another function", body: "db.commit  # made", never: "AsyncMockMixin._execute_mock_call" },
  {
    name: "felt, but nothing dropped",
    body: "order = await db.get(Order, 1)\nreturn order.items  # fails",
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called",
  },
  {
    name: "felt, but the dropped call is no session's",
    body: "cache.refresh(1)\nreturn order.items  # fails",
    type: "sqlalchemy.exc.MissingGreenlet",
    message: "greenlet_spawn has not been called",
  },
  { name: "begin is no coroutine", body: "async with db.begin():  # made\n    pass", never: "AsyncSession.begin" },
  {
    name: "two coroutines of one name",
    body: "return [load_orders(db), load_orders(db)]  # made",
    never: "load_orders",
  },
  {
    name: "an awaited method called on a Query",
    body: "return frame.query('x').all()  # fails",
    message: "'list' object has no attribute 'all'",
  },
];
