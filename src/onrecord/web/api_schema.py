"""The description of the API: what each address gives, from the records themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from onrecord.records import Record

_REF = "#/components/schemas/{name}"


def schemas(records: Iterable[type[Record]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """For each record the schema that refers to it, by its name; and all components."""
    types = tuple(records)
    refs, components = msgspec.json.schema_components(types, ref_template=_REF)
    return {t.__name__: ref for t, ref in zip(types, refs, strict=True)}, dict(components)


def with_records(description: dict[str, Any], given: Mapping[str, type[Record]]) -> dict[str, Any]:
    """The description with the record that each route's JSON is. `given`: by the route's name."""
    refs, components = schemas(dict.fromkeys(given.values()))
    description.setdefault("components", {}).setdefault("schemas", {}).update(components)
    for operations in description["paths"].values():
        for operation in operations.values():
            record = given.get(operation["operationId"])
            if record is not None:
                content = {"application/json": {"schema": refs[record.__name__]}, "text/html": {}}
                operation["responses"]["200"]["content"] = content
    return description
