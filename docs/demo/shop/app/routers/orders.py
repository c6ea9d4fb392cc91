from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import get_session
from app.models import Order
from app.schemas import Invoice, OrderIn, OrderOut, Receipt
from app.services import find_order, make_invoice, place_order

router = APIRouter(prefix="/orders", tags=["orders"])


@router.post("", response_model=Receipt, status_code=201)
async def create(wanted: OrderIn, session: AsyncSession = Depends(get_session)) -> Receipt:
    return await place_order(session, wanted)


@router.get("/{order_id}", response_model=OrderOut)
async def read(order_id: int, session: AsyncSession = Depends(get_session)) -> Order:
    order = await find_order(session, order_id)
    if order is None:
        raise HTTPException(status_code=404, detail="no such order")
    return order


@router.get("/{order_id}/invoice", response_model=Invoice)
async def invoice(order_id: int, session: AsyncSession = Depends(get_session)) -> Invoice:
    made = await make_invoice(session, order_id)
    if made is None:
        raise HTTPException(status_code=404, detail="no such order")
    return made
