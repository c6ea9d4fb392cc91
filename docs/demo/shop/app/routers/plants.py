from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from app.database import get_session
from app.models import Plant
from app.schemas import PlantOut

router = APIRouter(prefix="/plants", tags=["plants"])


@router.get("", response_model=list[PlantOut])
async def available(session: AsyncSession = Depends(get_session)):
    return session.query(Plant).filter(Plant.in_stock > 0).order_by(Plant.name).all()
