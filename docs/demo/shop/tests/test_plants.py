async def test_plants_in_stock_are_listed_by_name(client):
    response = await client.get("/plants")
    assert response.status_code == 200
    assert [plant["name"] for plant in response.json()] == ["Fern", "Lavender"]


async def test_health(client):
    assert (await client.get("/health")).json() == {"status": "ok"}
