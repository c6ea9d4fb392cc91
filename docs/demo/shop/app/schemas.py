from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class PlantOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    price: float


class OrderLineOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    quantity: int
    plant: PlantOut


class OrderOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    placed_at: datetime
    lines: list[OrderLineOut]


class OrderLineIn(BaseModel):
    plant_id: int
    quantity: int = Field(gt=0)


class OrderIn(BaseModel):
    customer_id: int
    lines: list[OrderLineIn] = Field(min_length=1)


class Receipt(BaseModel):
    order_id: int
    placed_at: datetime


class Invoice(BaseModel):
    order_id: int
    customer: str
    total: float
