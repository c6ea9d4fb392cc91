"""What the nursery does with its orders, apart from HTTP."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Order, OrderLine
from app.schemas import Invoice, OrderIn, Receipt


async def place_order(session: AsyncSession, wanted: OrderIn) -> Receipt:
    order = Order(customer_id=wanted.customer_id)
    order.lines = [OrderLine(plant_id=line.plant_id, quantity=line.quantity) for line in wanted.lines]
    session.add(order)
    await session.commit()
    return Receipt(order_id=order.id, placed_at=order.placed_at)


async def find_order(session: AsyncSession, order_id: int) -> Order | None:
    result = await session.execute(select(Order).where(Order.id == order_id))
    return result.scalar_one_or_none()


async def make_invoice(session: AsyncSession, order_id: int) -> Invoice | None:
    result = await session.execute(select(Order).where(Order.id == order_id))
    order = result.scalar_one_or_none()
    if order is None:
        return None
    total = sum(line.quantity * line.plant.price for line in order.lines)
    return Invoice(order_id=order.id, customer=order.customer.name, total=round(total, 2))
