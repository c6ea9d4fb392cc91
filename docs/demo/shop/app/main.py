from fastapi import FastAPI

from app.routers import orders, plants

app = FastAPI(title="Plant nursery")
app.include_router(plants.router)
app.include_router(orders.router)


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
