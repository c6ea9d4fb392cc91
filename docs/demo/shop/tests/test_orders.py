async def test_a_placed_order_gets_a_receipt(client):
    wanted = {"customer_id": 1, "lines": [{"plant_id": 2, "quantity": 2}]}
    response = await client.post("/orders", json=wanted)
    assert response.status_code == 201
    assert set(response.json()) == {"order_id", "placed_at"}


async def test_an_order_shows_its_plants(client):
    response = await client.get("/orders/100")
    assert response.status_code == 200
    assert [line["plant"]["name"] for line in response.json()["lines"]] == ["Lavender", "Fern"]


async def test_an_invoice_adds_up(client):
    response = await client.get("/orders/100/invoice")
    assert response.json() == {"order_id": 100, "customer": "Ada Moreno", "total": 20.75}


async def test_an_unknown_order_is_not_found(client):
    assert (await client.get("/orders/7")).status_code == 404


async def test_an_order_needs_a_line(client):
    response = await client.post("/orders", json={"customer_id": 1, "lines": []})
    assert response.status_code == 422
