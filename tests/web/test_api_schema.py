"""The description of the API says of every page which record it gives."""

from __future__ import annotations

from starlette.testclient import TestClient

from onrecord.web import api_schema
from onrecord.web.app import RECORDS
from onrecord.web.pages.cite import Citation


def test_records_become_schemas_by_their_names() -> None:
    refs, components = api_schema.schemas([Citation])
    assert refs["Citation"]["$ref"].endswith("/Citation")
    assert {"cited", "forms"} == set(components["Citation"]["properties"])


def test_every_page_of_the_description_has_its_record(client: TestClient) -> None:
    described = client.get("/openapi").json()
    known = set(described["components"]["schemas"])
    seen = set()
    for operations in described["paths"].values():
        operation = operations["get"]
        name = operation["operationId"]
        if name in RECORDS:
            content = operation["responses"]["200"]["content"]["application/json"]
            assert content["schema"]["$ref"].rpartition("/")[2] in known
            seen.add(name)
        assert operation["description"]
    assert seen == set(RECORDS)
