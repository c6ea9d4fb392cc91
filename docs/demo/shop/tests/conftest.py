import pytest_asyncio
from httpx import ASGITransport, AsyncClient

from app.database import SessionFactory, engine
from app.main import app
from app.models import Base, Customer, Order, OrderLine, Plant


@pytest_asyncio.fixture
async def database():
    """Fresh tables with two plants, one sold out, and one order of three lavenders and a fern."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    async with SessionFactory() as session:
        session.add_all(
            [
                Plant(id=1, name="Lavender", price=4.5, in_stock=40),
                Plant(id=2, name="Fern", price=7.25, in_stock=12),
                Plant(id=3, name="Olive tree", price=89.0, in_stock=0),
                Customer(id=1, name="Ada Moreno", email="ada@example.org"),
            ]
        )
        await session.flush()
        session.add(Order(id=100, customer_id=1))
        await session.flush()
        session.add_all(
            [
                OrderLine(order_id=100, plant_id=1, quantity=3),
                OrderLine(order_id=100, plant_id=2, quantity=1),
            ]
        )
        await session.commit()
    yield
    await engine.dispose()


@pytest_asyncio.fixture
async def client(database):
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://nursery") as client:
        yield client
